"""The numbering plans alone: the words for places and carriers are 30 MB that nobody asks for."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules("phonenumbers.data")
