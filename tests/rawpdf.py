"""Objects as they are written in a PDF → a file, with an old table of objects or a new one."""

import zlib
from collections.abc import Mapping


def stream(data: str | bytes, entries: str = "") -> bytes:
    """Write a stream."""
    content = data.encode("latin-1") if isinstance(data, str) else data
    head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("latin-1")
    return head + content + b"\nendstream"


def pdf(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """Write a file with a table of objects as it has been since 1993."""
    out, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", dict[int, int]()
    for number, body in objects.items():
        places[number] = len(out)
        text = body if isinstance(body, bytes) else body.encode("latin-1")
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    rest = trailer.encode("latin-1")
    return out + b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, rest, start)


def packed(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """Write a file whose objects are packed together, as newer programs do."""
    loose = {number: body for number, body in objects.items() if isinstance(body, bytes)}
    inside = {number: body for number, body in objects.items() if isinstance(body, str)}
    holder, table = max(objects) + 1, max(objects) + 2
    heads, bodies = "", ""
    for number, body in inside.items():
        heads += f"{number} {len(bodies)} "
        bodies += body + " "
    squeezed = zlib.compress((heads + bodies).encode("latin-1"))
    about = f"/Type/ObjStm/N {len(inside)}/First {len(heads)}/Filter/FlateDecode"
    loose[holder] = stream(squeezed, about)
    out, rows = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {0: b"\0\0\0\0\0\0\0"}
    for number, content in loose.items():
        rows[number] = b"\1" + len(out).to_bytes(4, "big") + b"\0\0"
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    for place, number in enumerate(inside):
        rows[number] = b"\2" + holder.to_bytes(4, "big") + place.to_bytes(2, "big")
    rows[table] = b"\1" + len(out).to_bytes(4, "big") + b"\0\0"
    index = "".join(f"{number} 1 " for number in sorted(rows))
    about = f"/Type/XRef/Size {table + 1}/W[1 4 2]/Index[{index}]{trailer}"
    cells = stream(b"".join(rows[number] for number in sorted(rows)), about)
    return out + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, cells, len(out))
