"""Each country is a module that is looked up by its name. The names of the days aren't shown."""

from PyInstaller.utils.hooks import collect_submodules, copy_metadata

hiddenimports = collect_submodules("holidays.countries")
datas = copy_metadata("holidays")  # it asks its own version of it
