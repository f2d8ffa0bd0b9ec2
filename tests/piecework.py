"""Letters of a run as they come to the print run: of a household, a neighbour, and one to sign."""

from dataclasses import replace

from docgen.plan.post import Piece

HOME = ("Ms Asha Rahman", "14 Mill Road", "SALTMOUTH", "CO99 1AB")
MOTHER = Piece(
    case="b-1",
    rows=(2,),
    chunk=1,
    authority="wessex-vale",
    number="b-1/1",
    version=1,
    kind="invite",
    title="Come and talk to us",
    about="m-1",
    recipient="p-1",
    pupil="c-1",
    language="en",
    variant="standard",
    file="b-1-1-invite-p-1-c-1-en-v1.docx",
    ending="docx",
    digest="",
    remade=False,
    enveloped=True,
    windowed=True,
    address=HOME,
    postcode="CO99 1AB",
    group="9B",
)
FATHER = replace(
    MOTHER, number="b-1/2", recipient="p-2", address=("Mr Bilal Karim", *HOME[1:]), group="9B"
)
SISTER = replace(MOTHER, number="b-1/3", pupil="c-2", group="10A")
NEIGHBOUR = replace(
    MOTHER, case="b-2", number="b-2/1", address=("Ms Joan Pryce", "CO9 9ZZ"),
    postcode="CO9 9ZZ", group="8C",
)  # fmt: skip
ABROAD = replace(NEIGHBOUR, case="b-3", number="b-3/1", postcode="", group="")
TO_SIGN = replace(NEIGHBOUR, number="b-2/2", kind="contract", enveloped=False, windowed=False)
