"""The name of a folder that comes with docgen → where it lies: in the wheel or the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def shipped(name: str, package: Path = PACKAGE) -> Path:
    """Give a shipped folder or file: `templates`, `phrases`, `pictures`, `schools`, `schema`."""
    packaged = package / "shipped" / name
    return packaged if packaged.exists() else package.parent / name
