"""The packages that were just built, installed and used as a shop would.

`make test-installers` names the folder that they lie in, by FOLLOWUP_INSTALLERS. Without it nothing
here is collected.
"""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def installers() -> Path:
    return Path(os.environ["FOLLOWUP_INSTALLERS"]).absolute()
