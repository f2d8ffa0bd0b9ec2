"""Word documents as PDF: lowered to a plain tree of blocks, and set by Typst."""

import logging

for library in ("pypdf", "pypdfium2"):
    logging.getLogger(library).addHandler(logging.NullHandler())
"""What is wrong with a PDF is told in docgen's own words; theirs don't go to the terminal."""
