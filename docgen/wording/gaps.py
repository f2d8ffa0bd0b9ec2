"""A wording with gaps in single braces and what goes into them → the words."""

import re
from collections.abc import Mapping

GAP = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def filled(wording: str, names: Mapping[str, object]) -> str:
    """Fill in each gap; what stands in braces and is no name of these is left as it is."""
    return GAP.sub(lambda gap: str(names.get(gap[1], gap[0])), wording)
