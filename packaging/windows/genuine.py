"""Whether the files of a Windows Python are those that the Python Software Foundation signed."""

import subprocess
from functools import cache
from pathlib import Path

from steps import StepFailed

# The interpreter and its modules. The runtime of Visual C++, OpenSSL and libffi carry other
# signatures, by other roots; and the modules in Python's own language carry none: for them speaks
# the hash of the archive alone.
SIGNED = ("python*.exe", "python*.dll", "*.pyd")

SIGNER = "CN=Python Software Foundation"
# Certificates of this kind live for three days. A signature counts when it was made in them, which
# the time stamp says; so they are judged as of that day, 2025-02-04.
SIGNED_AT = "1738699200"

# Microsoft Identity Verification Root Certificate Authority 2020, which Windows trusts and Debian
# doesn't have. sha256 of the certificate: 5367F20C 7ADE0E2B CA790915 056D086B 720C33C1 FA2A2661
# ACF787E3 292E1270.
ROOT = Path(__file__).with_name("microsoft-root-2020.pem")


def check(folder: Path) -> None:
    """Raises StepFailed unless digest, signature, time stamp and signer of each are right."""
    for pattern in SIGNED:
        files = sorted(folder.glob(pattern))
        if not files:
            raise StepFailed(f"There is no {pattern} in {folder}.")
        for file in files:
            _check(file)


def _check(file: Path) -> None:
    command = ["osslsigncode", "verify", "-in", str(file)]
    command += ["-CAfile", str(ROOT), "-TSA-CAfile", str(ROOT)]
    done = subprocess.run(
        [*command, "-time", SIGNED_AT, *_offline()], capture_output=True, text=True
    )
    lines = [line.strip() for line in done.stdout.splitlines()]
    is_signed = "Signature verification: ok" in lines
    is_theirs = any(line.startswith("Subject:") and line.endswith(SIGNER) for line in lines)
    if done.returncode != 0 or not is_signed or not is_theirs:
        raise StepFailed(
            f"{file} is not what the Python Software Foundation signed:\n{done.stdout}{done.stderr}"
        )


@cache
def _offline() -> tuple[str, ...]:
    """A newer osslsigncode asks the network for revoked certificates unless it is told not to."""
    command = ["osslsigncode", "verify", "--help"]
    usage = subprocess.run(command, capture_output=True, text=True)
    return tuple(
        word for word in ("-ignore-crl", "-ignore-cdp") if word in usage.stdout + usage.stderr
    )
