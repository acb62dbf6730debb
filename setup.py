"""What pyproject.toml cannot say: every room by itself, and resources/ inside the package.

In a wheel resources/ lies at followup_desktop/resources/; in the source tree it stays at the top.
"""

from setuptools import find_namespace_packages, setup

setup(
    packages=[
        *find_namespace_packages(include=["followup_desktop*"], exclude=["*__pycache__*"]),
        "followup_desktop.resources",
    ],
    package_dir={"followup_desktop.resources": "resources"},
    package_data={"followup_desktop.resources": ["**/*"]},
)
