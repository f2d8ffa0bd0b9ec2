"""PDF forms of anybody's: opened, cleaned, filled in and read back."""

import logging

logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""What is wrong with a form is told in docgen's own words; pypdf's don't go to the terminal."""
