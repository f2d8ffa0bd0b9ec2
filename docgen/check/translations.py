"""What a paper in another language lacks, and what nobody has checked → R-110, T-18, T-19."""

from collections.abc import Sequence

from docgen.check.rules.registry import Breach, Rule, judged_when_made
from docgen.model.case import Case
from docgen.model.finding import Finding, Severity, Stage
from docgen.model.language import ENGLISH, Language
from docgen.model.pack import Act, Pack
from docgen.model.plan import Job
from docgen.model.sheet import Path

GATED: frozenset[Act] = frozenset(
    {"invite", "rearranged", "contract", "review", "warning", "termination"}
)
"""What a paper of these acts says may have consequences; all others only say that it is a draft."""
NAMED, LONGEST = 3, 60
PLAIN = "plain English"
R_110 = Rule(
    "R-110",
    Stage.ANY,
    Severity.ERROR,
    "docgen's own way of working; a council's duty to be understood (T-10)",
    "There is no {language} for {count} of the sentences and words of this paper: {named}.",
    "docgen translations status {tag} --list names all. Have them translated: docgen translations "
    "export {tag} --xlsx writes a spreadsheet, docgen translations import takes it back. A text "
    "with a fault counts as none: docgen translations check {tag} tells of each.",
    judged_when_made,
    "A gap in a letter can turn its meaning round, and English in the midst of another language "
    "shows a family that nobody looked. So nothing prints blank, and nothing in English unseen.",
)
T_18 = Rule(
    "T-18",
    Stage.ANY,
    Severity.WARNING,
    "Working together to improve school attendance: what is agreed must be understood (T-18)",
    "Nobody has checked {count} of the sentences of this paper in {language}: {named}.",
    "Have somebody who reads {language} check them, then write that down: docgen translations "
    "approve; at a text of the casefile `status: reviewed`, `by`, `date` and `of`, which docgen "
    "translations status {tag} --case tells. If it is to go as it is, give the reason: each page "
    "then says that nobody has checked it.",
    judged_when_made,
    "A parent is bound to nothing that they could not understand. A slip in a translation that "
    "nobody read may promise or threaten what the English does not.",
)
T_19 = Rule(
    "T-19",
    Stage.ANY,
    Severity.ERROR,
    "Working together to improve school attendance: translation where necessary (T-19)",
    "What staff wrote is not there in {language}: {named}.",
    "Write it beside the English, under `translations:` with {tag}; or once for all under "
    "`texts:`. docgen translations status {tag} --case writes all that is missing, ready to be "
    "filled in. A phrase of the library is translated already.",
    judged_when_made,
    "What a family is asked to do stands in words that somebody typed in English. No catalogue "
    "can hold them, and a contract that a parent can't read is none.",
)
RULES = (R_110, T_18, T_19)
UNWORDED = frozenset({R_110.id, T_19.id})


def unworded(language: Language, english: Sequence[str]) -> Finding:
    """Tell which sentences of a template, a phrase or of docgen there is no translation of."""
    quoted = [f"“{each}”" for each in english]
    names = {"language": language.name, "tag": language.tag}
    names |= {"count": str(len(quoted)), "named": _some(quoted)}
    return R_110.finding(Breach((), (), names), Severity.ERROR)


def untranslated(language: Language, case: Case, places: Sequence[tuple[str, str]]) -> Finding:
    """Tell which words of staff there is no translation of, each by its key and field.

    The finding is about the first of them.
    """
    keys = tuple(places[0][0].split("."))
    named = ", ".join(f"{about} ({what})" for about, what in places)
    names = {"language": language.name, "tag": language.tag, "named": named}
    return T_19.finding(Breach(keys, _path(case, keys), names), Severity.ERROR)


def unchecked(
    job: Job, pack: Pack, language: Language, named: Sequence[str]
) -> tuple[Finding, ...]:
    """Tell what nobody has checked on a paper that may have consequences; others aren't held."""
    severity = pack.severities.get(T_18.id, T_18.severity)
    if severity == "-" or not named or job.kind.act not in GATED:
        return ()
    called = PLAIN if language == ENGLISH else language.name
    names = {"language": called, "tag": language.tag, "count": len(named)}
    names |= {"named": _some(named)}
    return (T_18.finding(Breach((language.tag,), (), names), severity),)


def _some(named: Sequence[str]) -> str:
    shown = [_short(each) for each in named[:NAMED]]
    rest = len(named) - len(shown)
    return "; ".join(shown) + (f" and {rest} more" if rest else "")


def _short(text: str) -> str:
    """Put a text on one line, cut it if it is long, and close its quotation."""
    line = " ".join(text.split())
    end = "…”" if line.endswith("”") else "…"
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}{end}"


def _path(case: Case, keys: tuple[str, ...]) -> Path:
    """Give where a record and its action stand in the casefile, as far as keys can tell."""
    record, *action = keys
    tables = {
        "people": case.people,
        "pupils": case.pupils,
        "meetings": case.meetings,
        "contracts": case.contracts,
        "reviews": case.reviews,
        "noncompliance": case.noncompliance,
        "warnings": case.warnings,
        "terminations": case.terminations,
        "no_contract": case.no_contract,
    }
    table = next((name for name, found in tables.items() if record in found), None)
    if table is None:
        return ()
    contract = case.contracts.get(record)
    if contract is None or not action:
        return (table, record)
    part = "requirements" if action[0] in contract.requirements else "support"
    return (table, record, part, action[0])
