"""Word files as paragraphs of atoms: read, checked for danger, written back."""
