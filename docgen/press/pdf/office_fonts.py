"""docgen's own faces → what LibreOffice must be told so that it uses them and no others.

fontconfig is what LibreOffice asks on Linux; on Windows and macOS it asks the system, where Word's
own fonts mostly are, and this says nothing to it. LibreOffice's own signs stay, as it draws the
bullets of Word's lists with them.
"""

from pathlib import Path
from xml.sax.saxutils import escape

from docgen.press.fonts.families import FAMILIES

FILE = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{faces}</dir>
{signs}
<cachedir>{cache}</cachedir>
{aliases}
</fontconfig>
"""
SIGNS = ("/usr/share/fonts/truetype/libreoffice", "/usr/share/fonts/truetype/openoffice")
"""Where Debian and its kin keep OpenSymbol; elsewhere it lies in LibreOffice's own folder."""
ALIAS = (
    '<alias binding="same"><family>{font}</family><prefer><family>{own}</family></prefer></alias>'
)


def write_fonts_file(folder: Path, faces: Path) -> Path:
    """Write the file that `FONTCONFIG_FILE` names: the faces, and for which fonts they stand in."""
    aliases = (
        ALIAS.format(font=escape(font), own=escape(family.name))
        for family in FAMILIES
        for font in family.like
    )
    signs = "\n".join(f"<dir>{each}</dir>" for each in SIGNS)
    names = {"signs": signs, "faces": escape(str(faces)), "cache": escape(str(folder / "cache"))}
    file = folder / "fonts.conf"
    file.write_text(FILE.format(aliases="\n".join(aliases), **names), "utf-8")
    return file
