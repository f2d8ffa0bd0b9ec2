"""A table of commands → groups that load a command only when it is asked for."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from docgen.cli.everywhere import options
from docgen.cli.refusal import refusals

JSON = "docgen.answers-in-json"
EVERYWHERE = "Every command also takes --workspace, --today, --by, --json and --verbose."


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: its section in the help, its name, where it lives, what it does."""

    section: str
    name: str
    place: str
    does: str


class Door(click.Command):
    """A command with an example in its help, that takes the flags of every command, too."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        """Add the flags of every command, told in one line of the help."""
        super().__init__(*args, **kwargs)
        self.params += options(hidden=True)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click hands it over
        """Write the example, unbroken so that it can be copied."""
        write_example(formatter, self.example)
        formatter.write(f"\n{EVERYWHERE}\n")


class Doors(click.Group):
    """A group of commands, loaded when they are asked for; alone it shows its help."""

    command_class = Door

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own signature
        table: Sequence[Entry] = (),
        example: str = "",
        **kwargs: Any,  # noqa: ANN401 - as above
    ) -> None:
        """Hold the table of commands."""
        super().__init__(*args, **kwargs)
        self.table = {entry.name: entry for entry in table}
        self.params += options(hidden=not table)
        self.example = example
        self.invoke_without_command, self.no_args_is_help = True, False
        self.callback = _help_alone

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click hands it over
        """Write the example, unbroken so that it can be copied."""
        write_example(formatter, self.example)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click hands it over
        """Give the names of all commands, in the order of work."""
        return list(self.table) or list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self.table:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.table[cmd_name].place.partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one may be meant."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], known, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else f" There are: {', '.join(known)}."
            ctx.fail(f"There is no command '{args[0]}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their sections, without loading any."""
        if not self.table:
            super().format_commands(ctx, formatter)
        width = max((len(name) for name in self.table), default=0)
        for section in dict.fromkeys(entry.section for entry in self.table.values()):
            rows = [
                (entry.name.ljust(width), entry.does)
                for entry in self.table.values()
                if entry.section == section
            ]
            with formatter.section(section):
                formatter.write_dl(rows)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own signature
    ) -> click.Context:
        """Parse, and tell in plain words what doesn't fit."""
        as_json = "--json" in args or (parent is not None and JSON in parent.meta)
        with refusals(as_json=as_json):
            ctx = super().make_context(info_name, args, parent, **extra)
        if as_json:
            ctx.meta[JSON] = True
        return ctx

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command, and tell in plain words what stopped it."""
        with refusals(as_json=JSON in ctx.meta):
            return super().invoke(ctx)


def write_example(formatter: click.HelpFormatter, example: str) -> None:
    """Write the lines of an example as they are to be typed."""
    if example:
        with formatter.section("Example"):
            formatter.write("".join(f"  {line}\n" for line in example.splitlines()))


@click.pass_context
def _help_alone(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None and JSON in ctx.meta:
        ctx.fail("There is no command to answer in JSON.")
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
