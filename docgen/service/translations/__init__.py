"""Texts in other languages → extracted, told, checked, handed out, taken back and approved."""
