"""What may stand in a drawing for lowering to read it as a picture.

Names are written as in `text.py`; attributes of drawings have no prefix.
"""

from collections.abc import Mapping

CHILDREN: Mapping[str, str] = {
    "drawing": "wp:inline wp:anchor",
    "wp:inline": "wp:extent wp:docPr",
    "wp:anchor": "wp:simplePos wp:positionH wp:positionV wp:extent wp:docPr wp:wrapNone",
    "wp:positionH": "wp:align wp:posOffset",
    "wp:positionV": "wp:align wp:posOffset",
    "wp:docPr": "a:extLst a:hlinkClick",
    "a:graphic": "a:graphicData",
    "a:graphicData": "pic:pic",
    "pic:pic": "pic:blipFill pic:spPr",
    "pic:blipFill": "a:blip a:srcRect",
    "pic:spPr": "a:xfrm a:prstGeom",
}

ATTRIBUTES: Mapping[str, str] = {
    "wp:anchor": "simplePos",
    "wp:extent": "cx cy",
    "wp:docPr": "descr title",
    "a:hlinkClick": "r:id",
    "wp:simplePos": "x y",
    "wp:positionH": "relativeFrom",
    "wp:positionV": "relativeFrom",
    "a:graphicData": "uri",
    "a:blip": "r:embed r:link",
    "a:srcRect": "l t r b",
    "a:xfrm": "rot flipH flipV",
    "a:prstGeom": "prst",
}
