"""What is kept by the way docgen works, and why each of its rooms speaks up: tables alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule of the field that no judge looks at, since the program can't break it."""

    id: str
    says: str
    how: str
    why: str
    source: str
    stops: str


@dataclass(frozen=True, slots=True)
class Room:
    """Modules, by the start of their names: what their messages stop, and why they are said."""

    modules: tuple[str, ...]
    stops: str
    why: str


KEPT = (
    Kept(
        "R-23",
        "No paper shows a reader where another parent lives or works, their phone or e-mail, or "
        "the name of somebody who is protected.",
        "Nothing to do: the plan decides what each reader may not see, and every paper is "
        "searched for it after it is made. A hit is told as: leak. An address may be told to "
        "those under `disclose_address_to`.",
        "Parents who live apart may have to be safe from each other. One letter with a wrong "
        "line in it can't be taken back.",
        "Data protection law; advice to schools on parental responsibility",
        "The paper that would show it; all others are made.",
    ),
    Kept(
        "R-56",
        "No text that is for staff alone stands in a paper for parents or partners.",
        "Nothing to do for a case. In a pack, mark such a statement with `audience: staff`; a "
        "kind for others that carries it refuses the pack (pack-staff-text), and docgen pack "
        "check finds its words in their templates (pack-staff-words).",
        "Notes on how to lead a meeting are written for colleagues. Read by a parent, they hurt, "
        "and can end a family's trust.",
        "An authority's notes for staff, which say that they are not for parents",
        "Every paper of the pack, until it is mended.",
    ),
    Kept(
        "R-112",
        "No two papers have the same file name, even for parents or twins of one name.",
        "Nothing to do: names are made of numbers and keys, never of people's names, and a "
        "stranger in a paper's place stops the run before anything is written.",
        "A paper that takes another's place is a letter that was never sent.",
        "docgen's own way of working",
        "The whole run; nothing is written.",
    ),
    Kept(
        "R-113",
        "Nothing in a casefile is taken for something else: a time for a number, the surname "
        "Null for nothing, the answer no for a country.",
        "Nothing to do: every value is read as text first. What can't be read is told with its "
        "line and what to write instead.",
        "What a program guesses wrong stands in a letter before anybody sees it.",
        "docgen's own way of working",
        "The whole case: nothing is planned until the line is mended.",
    ),
)

CASE = "The whole case: nothing is planned until it is mended. Remarks stop nothing."
PACK = "Every paper of that pack until it is mended. Remarks (W and I) stop nothing."
COMMAND = "The command. Nothing was written, unless the message says so."

LIST = (
    "Said of the file or its headings (E), all of it; of a row or cell, that row; of how rows hang "
    "together, that family's letters. A W about a row holds them until it is accepted (--accept). "
    "Other rows go ahead."
)

ROOMS = (
    Room(
        ("docgen.check.frame", "docgen.service.batch.frames"),
        "The batch: no row is looked at until the frame is mended.",
        "What stands in the frame is printed in every letter, so it is proved before any is made.",
    ),
    Room(
        (
            "docgen.check.roster",
            "docgen.store.roster",
            "docgen.store.mappings",
            "docgen.plan.households",
            "docgen.service.batch.check",
            "docgen.service.batch.judging",
            "docgen.service.batch.rosters",
            "docgen.service.batch.school_names",
        ),
        LIST,
        "A slip in a list is printed and posted as often as the list is long. So each is told with "
        "its cell, and what is doubtful is asked about, never guessed.",
    ),
    Room(
        ("docgen.check.mail_merge", "docgen.service.batch.word"),
        "Said of a row, that row alone; of the sheet, the template or the folder, the command.",
        "Every row that is fit becomes a letter. One that is not is told with its cell, and stops "
        "no other.",
    ),
    Room(
        (
            "docgen.crew",
            "docgen.service.batch",
            "docgen.store.archives",
            "docgen.store.depots",
            "docgen.store.far_depot",
            "docgen.store.gather",
            "docgen.store.imports",
            "docgen.store.register",
            "docgen.store.runs",
        ),
        "Said of a letter or family, that one; of the run, what is left of it. What was recorded "
        "stands, and docgen batch resume makes the rest.",
        "A run over many families may be ended by anything. Each letter is made once all the "
        "same, whatever happens.",
    ),
    Room(
        ("docgen.check.rules",),
        "Nothing; it informs.",
        "A reason stands for one warning on one paper. One that answers nothing may be a slip, "
        "or left over from what has been mended.",
    ),
    Room(
        ("docgen.check.leaks",),
        "The paper that would show it; all others are made.",
        "No paper may tell one reader what only another may know. Once posted, it can't be taken "
        "back.",
    ),
    Room(
        ("docgen.press.word.asking", "docgen.service.translated"),
        "The paper in that language; all others are made. The program leaves with 6.",
        "A parent gets their own language whole or not at all: never a gap, never English that "
        "nobody looked at.",
    ),
    Room(
        (
            "docgen.check.pack",
            "docgen.check.layout",
            "docgen.check.library",
            "docgen.check.promises",
            "docgen.store.packs",
            "docgen.service.packs",
            "docgen.service.proofread",
        ),
        PACK,
        "A pack is a folder that an office may change. It is proved to be whole, and read like a "
        "parent would, before a paper is made from it.",
    ),
    Room(
        ("docgen.service.readings",),
        "Nothing; it informs.",
        "Parents can keep only to what they understand. A shorter sentence or a plainer word "
        "costs a minute.",
    ),
    Room(
        ("docgen.check", "docgen.store.yaml_faults", "docgen.store.values"),
        CASE,
        "Nothing in a file is guessed. A slip that is told with its line is mended in a minute; "
        "one that gets through is printed and posted.",
    ),
    Room(
        ("docgen.press.fonts",),
        COMMAND,
        "The fonts come with docgen, so that a page is the same on every machine.",
    ),
    Room(
        ("docgen.press", "docgen.service.pdf"),
        "Every paper made from that template. Remarks (W and I) stop nothing.",
        "A template fills in just as it was meant or not at all: nothing prints blank, nothing "
        "is lost, and nothing that hides in a file is run.",
    ),
    Room(
        ("docgen.wording",),
        "The run; no paper of the case is made.",
        "A paper without its words is not made. An empty line could change what people agree to.",
    ),
    Room(
        ("docgen.store.ledger", "docgen.store.keys", "docgen.store.locks"),
        COMMAND,
        "What was issued must stay provable. So the record is never written over, and two "
        "people never write to it at the same moment.",
    ),
    Room(
        ("docgen.store",),
        COMMAND,
        "A file appears whole or not at all, and nothing that a person wrote or docgen issued is "
        "written over.",
    ),
    Room(
        ("docgen",),
        COMMAND,
        "A command does what was asked, or says why not and changes nothing.",
    ),
)
"""The first that fits counts."""
