"""`visit.html` → `visit.pdf`, a form as LibreOffice makes it, kept so that tests need none.

Run by hand where LibreOffice is installed: python tests/forms/office_form.py
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Have LibreOffice make the form, with a profile of its own that is thrown away."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 - what is run stands here
            [
                shutil.which("soffice") or "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf:writer_web_pdf_Export",
                "--outdir",
                str(HERE),
                str(HERE / "visit.html"),
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
