"""The worked cases → their documents in output/demo, drafted and issued by the program itself."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
OFFICE = ROOT / "output" / "demo"
ORDERLY = {0, 4}  # all made; some held or refused, as they should be
BOTH = ("--format", "docx,pdf", "--engine", "native")  # with LibreOffice or without


def docgen(*words: str) -> tuple[int, str]:
    """Run the program as a clerk would; give its exit status and what it printed."""
    command = [sys.executable, "-m", "docgen", *words]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 (our own program)
    sys.stderr.write(run.stderr)
    return run.returncode, run.stdout


def asked(command: str, case: str, today: str, *more: str) -> dict[str, Any]:
    """Run a command about a case of the demo office; give its answer as data."""
    where = ["--workspace", str(OFFICE), "--today", today, "--by", "st-2", "--json"]
    status, answer = docgen(command, case, *where, *more)
    if status not in ORDERLY:
        sys.exit(f"{command} {case}: exit status {status}\n{answer}")
    told: dict[str, Any] = json.loads(answer)
    return told


def key(job: Mapping[str, Any]) -> tuple[str, ...]:
    """Give what tells one job from another, and its state."""
    keys = tuple(str(job.get(name) or "-") for name in ("kind", "about", "recipient", "pupil"))
    if "language" not in job:
        return (*keys, str(job.get("in") or "en"))
    variant = "" if job["variant"] == "standard" else f" {job['variant']}"
    return (*keys, f"{job['language']}{variant}")


def states(jobs: Sequence[Mapping[str, Any]]) -> dict[tuple[str, ...], str]:
    """Give the state of each job."""
    return {key(job): str(job["state"]) for job in jobs}


def departures(case: str, expected: Mapping[str, Any]) -> list[str]:
    """Draft and issue one case; give where it departs from what is expected."""
    today = str(expected["today"])
    planned = asked("plan", case, today)
    drafts = asked("generate", case, today, "--all", *BOTH)
    issued = asked("issue", case, today, *BOTH)
    tell(case, today, drafts, issued)
    wanted = states(expected["plan"])
    waiting = {key(job) for job in expected.get("waiting", ())}
    due = {job for job, state in wanted.items() if state == "due"} - waiting
    made = {key(job) for job in issued["made"]}
    faults = [f"issued, though not due: {' '.join(job)}" for job in sorted(made - due)]
    faults += [f"due, but not issued: {' '.join(job)}" for job in sorted(due - made)]
    return faults + (["the plan is not as expected"] if states(planned["jobs"]) != wanted else [])


def tell(case: str, today: str, drafts: Mapping[str, Any], issued: Mapping[str, Any]) -> None:
    """Print what was made, for whom, why; what was stopped, and what would mend it."""
    say(f"\n{case} on {today}: {len(drafts['made'])} drafts, {len(issued['made'])} issued")
    for job in issued["made"]:
        say(f"  issued   {job['number']}  {job['title']}: {job['because']}")
    for job in issued["stopped"]:
        say(f"  {job['state']:8} {job['title']}: {job['because']}")
        for finding in job["findings"]:
            if finding["severity"] != "I" and not finding["decision"]:
                say(f"           {finding['rule']}: {finding['message']} {finding['remedy']}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> int:
    """Lay out the office anew and work through every expected case."""
    shutil.rmtree(OFFICE, ignore_errors=True)
    status, answer = docgen("init", str(OFFICE))
    if status:
        sys.exit(answer)
    wrong = 0
    for path in sorted((ROOT / "tests" / "expected").glob("*.yaml")):
        expected = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 (text only)
        for fault in departures(path.stem, expected):
            wrong += 1
            say(f"  NOT AS EXPECTED: {fault}")
    status, answer = docgen("ledger", "verify", "--workspace", str(OFFICE))
    say("\n" + answer.strip())
    say(f"The documents lie in {OFFICE.relative_to(ROOT)}.")
    return 1 if wrong or status else 0


if __name__ == "__main__":
    sys.exit(main())
