"""Word documents as PDF: lowered to a plain tree of blocks, and set by Typst."""

import logging

logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""What is wrong with a PDF is told in docgen's own words, and pypdf's don't go to the terminal."""
