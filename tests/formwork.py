"""Forms to test with: each written here object by object, so that it says what it is a case of.

`FORMS` are forms that can be filled in, by name. Those of reportlab and LibreOffice stand for what
offices send.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from rawpdf import packed, pdf, stream

HERE = Path(__file__).parent / "forms"
HELV = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
TICK = "q 1 w 2 2 m 8 8 l S Q"
CATALOGUE, PAGES, FORM, FONT, ON, NONE = 1, 2, 3, 4, 5, 6
"""The numbers that every form here begins with; `ON` draws a tick, `NONE` nothing."""
FONTS = f"/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv {FONT} 0 R>>>>"
STATES = f"/AP<</N<</{{}} {ON} 0 R/Off {NONE} 0 R>>>>"
PAGE = 100
"""Pages are numbered from here, fields from 10."""


def objects_of(
    fields: Mapping[int, str],
    roots: Iterable[int] | None = None,
    shown: Iterable[int] | None = None,
    more: Mapping[int, str] | None = None,
) -> dict[int, str | bytes]:
    """Give the objects of a form of one page; `roots` and `shown` are all fields, if not said.

    `more` are entries of the catalogue, the page, and the form (in place of its own).
    """
    roots, shown = (fields if each is None else each for each in (roots, shown))
    extra = {CATALOGUE: "", PAGE: "", FORM: FONTS, **(more or {})}
    return {
        CATALOGUE: f"<</Type/Catalog/Pages {PAGES} 0 R/AcroForm {FORM} 0 R{extra[CATALOGUE]}>>",
        PAGES: f"<</Type/Pages/Count 1/Kids[{PAGE} 0 R]>>",
        FORM: f"<</Fields[{references(roots)}]{extra[FORM]}>>",
        FONT: HELV,
        ON: stream(TICK, "/Type/XObject/Subtype/Form/BBox[0 0 10 10]"),
        NONE: stream("", "/Type/XObject/Subtype/Form/BBox[0 0 10 10]"),
        PAGE: f"<</Type/Page/Parent {PAGES} 0 R/MediaBox[0 0 595 842]"
        f"/Annots[{references(shown)}]{extra[PAGE]}>>",
        **fields,
    }


def field(kind: str, place: int, entries: str = "", height: int = 20) -> str:
    """Give a field that is its own widget, the `place`th from the top of the page."""
    top = 820 - 30 * place
    return f"<<{widget((60, top - height, 300, top))}/FT/{kind}{entries}>>"


def widget(rect: tuple[int, int, int, int]) -> str:
    """Give the entries of a widget."""
    corners = " ".join(map(str, rect))
    return f"/Type/Annot/Subtype/Widget/F 4/Rect[{corners}]"


def references(numbers: Iterable[int]) -> str:
    """Give what refers to objects."""
    return " ".join(f"{number} 0 R" for number in numbers)


def texts() -> dict[int, str | bytes]:
    """Give one field of each sort that text is written into."""
    return objects_of(
        {
            10: field("Tx", 0, "/T(plain)/TU(Your name)/MaxLen 200"),
            11: field("Tx", 1, "/T(needed)/Ff 2/DA(/Helv 11 Tf 0 0 1 rg)/MK<</BC[0]/BG[1 1 .8]>>"),
            12: field("Tx", 2, "/T(centred)/Q 1/BS<</W 2/S/B>>/MK<</BC[.5]>>"),
            13: field("Tx", 3, "/T(right)/Q 2/BS<</W 1/S/D/D[3 2]>>/MK<</BC[1 0 0]>>"),
            14: field("Tx", 4, "/T(comb)/Ff 16777216/MaxLen 10/MK<</BC[0]>>"),
            15: field("Tx", 5, "/T(secret)/Ff 8192"),
            16: field("Tx", 6, "/T(fixed)/Ff 1/V(As it stands)"),
            17: field("Tx", 7, "/T(lines)/Ff 4096/MK<</BC[0]>>", 90),
            18: field("Tx", 11, "/T(serif)/DA(/TiRo 12 Tf .2 g)"),
            19: field("Tx", 12, "/T(mono)/DA(0 0 1 0 k /CoBo 10 Tf)"),
        }
    )


def turned() -> dict[int, str | bytes]:
    """Give fields that are turned, on a page that is turned too."""
    boxes = ((100, 780, 300, 800), (60, 600, 80, 800), (140, 740, 340, 760), (100, 560, 120, 760))
    fields = {
        10 + place: f"<<{widget(box)}/FT/Tx/T(by{90 * place})/MK<</R {90 * place}/BC[0]>>>>"
        for place, box in enumerate(boxes)
    }
    return objects_of(fields, more={PAGE: "/Rotate 90"})


def nested() -> dict[int, str | bytes]:
    """Give names in groups, names with dots in them, and all that fields inherit."""
    return objects_of(
        {
            10: "<</T(pupil)/FT/Tx/DA(/Helv 9 Tf 1 0 0 rg)/Q 1/Kids[11 0 R 12 0 R 13 0 R]>>",
            11: f"<<{widget((60, 780, 300, 800))}/Parent 10 0 R/T(name)>>",
            12: f"<<{widget((60, 740, 300, 760))}/Parent 10 0 R/T(born.on)/Q 2/V(2011-04-09)>>",
            13: "<</Parent 10 0 R/T(needs)/Ff 4096/MaxLen 80/V(None)/Kids[14 0 R 15 0 R]>>",
            14: f"<<{widget((60, 660, 300, 720))}/Parent 13 0 R>>",
            15: f"<<{widget((320, 660, 560, 720))}/Parent 13 0 R>>",
            16: field("Tx", 8, "/T(pupil.school)"),
            17: field("Tx", 9, "/T<FEFF00C5006C00640065>/V<EFBBBFC598>"),
        },
        roots=(10, 16, 17),
        shown=(11, 12, 14, 15, 16, 17),
    )


def fontless() -> dict[int, str | bytes]:
    """Give fields that ask for fonts which the file lacks, and one that asks for none."""
    fields = {
        10: field("Tx", 0, "/T(lacking)/DA(/ArialMT 10 Tf 0 g)"),
        11: field("Tx", 1, "/T(unsaid)"),
        12: field("Tx", 2, "/T(wrong)/DA(12 Tf rg q /Helv)"),
    }
    return objects_of(fields, more={FORM: "/NeedAppearances true"})


def buttons() -> dict[int, str | bytes]:
    """Give ticks and radio buttons, as odd as they come."""
    return objects_of(
        {
            10: field("Btn", 0, f"/T(agree)/MK<</CA(4)>>{STATES.format('Yes')}/AS/Off"),
            11: field(
                "Btn", 1, f"/T(spaced)/AS/gew#C3#A4hlt#201{STATES.format('gew#C3#A4hlt#201')}"
            ),
            12: field("Btn", 2, "/T(undrawn)/MK<</CA(8)>>"),
            13: "<</T(way)/FT/Btn/Ff 49152/V/1/Opt[(On foot)(By bus)]/Kids[14 0 R 15 0 R]>>",
            14: f"<<{widget((60, 700, 75, 715))}/Parent 13 0 R/AS/Off{STATES.format('0')}>>",
            15: f"<<{widget((90, 700, 105, 715))}/Parent 13 0 R/AS/1{STATES.format('1')}>>",
            16: "<</T(twice)/FT/Btn/Ff 33603584/V(a)/Kids[17 0 R 18 0 R 19 0 R]>>",
            17: f"<<{widget((60, 670, 75, 685))}/Parent 16 0 R/AS/a{STATES.format('a')}>>",
            18: f"<<{widget((90, 670, 105, 685))}/Parent 16 0 R/AS/a{STATES.format('a')}>>",
            19: f"<<{widget((120, 670, 135, 685))}/Parent 16 0 R/AS/Off{STATES.format('b')}>>",
            20: "<</T(bare)/FT/Btn/Ff 32768/Kids[21 0 R 22 0 R]>>",
            21: f"<<{widget((60, 640, 75, 655))}/Parent 20 0 R/MK<</CA(l)>>>>",
            22: f"<<{widget((90, 640, 105, 655))}/Parent 20 0 R/AS/second>>",
            23: "<</T(either)/FT/Btn/Kids[24 0 R 25 0 R]>>",
            24: f"<<{widget((60, 610, 75, 625))}/Parent 23 0 R/AS/Off{STATES.format('M')}>>",
            25: f"<<{widget((90, 610, 105, 625))}/Parent 23 0 R/AS/F{STATES.format('F')}>>",
            26: field("Btn", 9, "/T(push)/Ff 65536/MK<</CA(Print)>>"),
            27: field("Sig", 10, "/T(signature)"),
        },
        roots=(10, 11, 12, 13, 16, 20, 23, 26, 27),
        shown=(10, 11, 12, 14, 15, 17, 18, 19, 21, 22, 24, 25, 26, 27),
    )


def choices() -> dict[int, str | bytes]:
    """Give lists to choose from: of one, of several, and such that take other texts too."""
    pairs = "/Opt[[(n)(None)][(i)(Interpreter)][(e)(Easy read)]]"
    return objects_of(
        {
            10: field("Ch", 0, f"/T(combo)/Ff 131072{pairs}/V(i)"),
            11: field("Ch", 1, "/T(editable)/Ff 393216/Opt[(Post)(By hand)]/V(Courier)"),
            12: field("Ch", 2, f"/T(list){pairs}/TI 1", 60),
            13: field("Ch", 5, f"/T(several)/Ff 2097152{pairs}/V[(n)(e)]/I[0 2]", 60),
            14: field("Ch", 8, f"/T(numbered)/Ff 131072{pairs}/I[2]"),
        }
    )


def hybrid() -> dict[int, str | bytes]:
    """Give a form of a ministry's: XFA beside fields, rights of Adobe's, scripts, attachments."""
    script = "<</S/JavaScript/JS(app.alert\\('x'\\))>>"
    file = "<</Type/Filespec/F(a.txt)/EF<</F 31 0 R>>>>"
    fields: dict[int, str] = {
        10: f"<</T(form1[0])/Kids[11 0 R 12 0 R]/AA<</K {script}>>>>",
        11: field("Tx", 0, f"/Parent 10 0 R/T(name[0])/AA<</F {script}/C {script}>>/RV(<b>x</b>)"),
        12: field("Btn", 1, "/Parent 10 0 R/T(send)/Ff 65536/A<</S/SubmitForm/F(x)>>"),
        13: f"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(x)/Next {script}>>>>",
        14: "<</Type/Annot/Subtype/Link/Rect[0 9 9 18]/A<</S/URI/URI(https://www.gov.uk)>>>>",
        15: "<</Type/Annot/Subtype/FileAttachment/Rect[0 20 9 29]/FS 30 0 R>>",
        16: "<</Type/Annot/Subtype/RichMedia/Rect[0 40 9 49]/RichMediaContent<<>>>>",
        17: "<</Type/Annot/Subtype/Link/Rect[0 50 9 59]/A<</S/URI/URI(file:///c:/x)>>>>",
    }
    return {
        **objects_of(
            fields,
            roots=(10,),
            shown=(11, 12, 13, 14, 15, 16, 17),
            more={
                FORM: "/XFA[(template)32 0 R]/NeedAppearances true/SigFlags 1",
                CATALOGUE: f"/OpenAction {script}/Names<</JavaScript<</Names[(a){script}]>>"
                "/EmbeddedFiles<</Names[(a.txt) 30 0 R]>>>>/AF[30 0 R]/Perms<</UR3<<>>>>"
                "/NeedsRendering true/Lang(en-GB)",
            },
        ),
        30: file,
        31: stream("attached", "/Type/EmbeddedFile"),
        32: stream("<template/>"),
    }


def astray() -> dict[int, str | bytes]:
    """Give widgets that stand on the page or in the form's tree alone, and names that are twice."""
    return objects_of(
        {
            10: field("Tx", 0, f"/T(in tree)/P {PAGE} 0 R"),
            11: field("Tx", 1, "/T(on page)"),
            12: field("Tx", 2, "/T(twice)"),
            13: field("Tx", 3, "/T(twice)/V(second)"),
            14: field("Btn", 4, f"/T(twice){STATES.format('Yes')}"),
            15: field("Tx", 5, "/T(nowhere)"),
            16: "<</T(group)/FT/Tx>>",
            17: f"<<{widget((60, 600, 300, 620))}/Parent 16 0 R/T(lost)>>",
            18: field("Tx", 8, ""),
        },
        roots=(10, 12, 13, 14, 15, 18),
        shown=(11, 12, 13, 14, 17, 18),
    )


def hundreds() -> dict[int, str | bytes]:
    """Give 300 fields, ten to a line."""
    corners = [(20 + 55 * (n % 10), 20 + 13 * (n // 10)) for n in range(300)]
    boxes = [(left, foot, left + 50, foot + 12) for left, foot in corners]
    fields = {1000 + n: f"<<{widget(box)}/FT/Tx/T(f{n})>>" for n, box in enumerate(boxes)}
    return objects_of(fields)


def request() -> bytes:
    """Give a form that reportlab made, as a council's web site would."""
    from io import BytesIO  # noqa: PLC0415 - as below

    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - slow to load

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1, lang="en-GB")
    canvas.setTitle("Request")
    form = canvas.acroForm
    at = {"x": 160, "width": 260, "height": 20}
    form.textfield(name="name", tooltip="Your name", y=700, fontSize=11, **at)
    form.textfield(name="sized", tooltip="Anything", y=670, fontSize=0, **at)
    form.textfield(name="comb", tooltip="Number", y=640, maxlen=10, fieldFlags="comb", **at)
    form.textfield(
        name="lines", tooltip="Why", y=560, fieldFlags="multiline", **{**at, "height": 70}
    )
    form.checkbox(name="agree", tooltip="I agree", x=160, y=530, size=16, buttonStyle="check")
    for place, state in enumerate(("english", "polish", "urdu")):
        form.radio(
            name="language", tooltip="Language", value=state, x=160 + 60 * place, y=500, size=16
        )
    choices = [("None", "none"), ("Interpreter", "interp")]
    form.choice(name="help", tooltip="Help", value="none", y=470, options=choices, **at)
    canvas.drawString(50, 750, "Request")
    canvas.save()
    return out.getvalue()


def visit() -> bytes:
    """Give a form that LibreOffice made."""
    return (HERE / "visit.pdf").read_bytes()


FORMS: Mapping[str, Callable[[], bytes]] = {
    "texts": lambda: pdf(texts()),
    "turned": lambda: pdf(turned()),
    "nested": lambda: pdf(nested()),
    "fontless": lambda: pdf(fontless()),
    "buttons": lambda: pdf(buttons()),
    "choices": lambda: pdf(choices()),
    "packed": lambda: packed(texts()),
    "hybrid": lambda: pdf(hybrid()),
    "astray": lambda: pdf(astray()),
    "hundreds": lambda: pdf(hundreds()),
    "request": request,
    "visit": visit,
}
"""Forms that can be filled in, by what they are a case of."""
