"""One Followup for one data folder: a second start brings the first one's window to the front."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK_NAME = "followup.lock"
_WAIT = 2_000
"""Milliseconds in which the first one answers; a busy one may take a moment."""
_PATIENCE = 20_000
_ASK_AGAIN = 100
_RAISE = b"raise\n"


class Joined(Enum):
    AS_THE_ONE = "as the one"
    HEARD = "heard"
    """Another one is it, and comes to the front."""
    UNHEARD = "unheard"


class Instance(QObject):
    """A lock decides who is first, for a killed program leaves none behind; a local socket, named
    after the folder, carries the wish to be seen. QtNetwork is imported after the first paint."""

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / LOCK_NAME))
        # A lock is stale when its process is gone, however old it is.
        self._lock.setStaleLockTime(0)
        self._folder = folder
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the one; False when another one is. A folder that can't be written to counts as
        claimed: opening the data will say why it can't be used."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def join(self, patience: int = _PATIENCE) -> Joined:
        """Become the one, or be heard by it within `patience` milliseconds. Of many that start at
        once the first has to paint before it can listen, so the others ask again; when it ended
        meanwhile, one of them takes its place."""
        waited = QElapsedTimer()
        waited.start()
        while not self.claim():
            if self.ask_to_raise():
                return Joined.HEARD
            if waited.hasExpired(patience):
                return Joined.UNHEARD
            QThread.msleep(_ASK_AGAIN)
        return Joined.AS_THE_ONE

    def listen(self) -> None:
        """Hear from a second start. A name left over by a killed program is taken over."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_new_connection)
        if not server.listen(self._name()):
            QLocalServer.removeServer(self._name())
            server.listen(self._name())
        self._server = server

    def ask_to_raise(self) -> bool:
        """From a second start: True when the first one took notice."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(_WAIT):
            return False
        socket.write(_RAISE)
        heard = socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return heard

    def _name(self) -> str:
        from hashlib import sha256

        digest = sha256(str(self._folder.resolve()).encode()).hexdigest()
        return f"followup-{digest[:24]}"

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_new_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raise_requested.emit()
