"""A Word file's parts into the tree: styles resolved, lengths in points, nothing left of XML."""
