"""Write the reference pages from the code: `python docs/generate.py`, or `--check` that they are fresh."""

from __future__ import annotations

import ast
import inspect
import io
import json
import re
import sys
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import click
import msgspec
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

import sayso
from sayso import errors, plugins
from sayso.cli.complaints import Status
from sayso.cli.main import cli
from sayso.cli.page import print_record
from sayso.limits import Limits
from sayso.link.linked import LinkedActor, Links
from sayso.ontology.actbook import meanings, polarities
from sayso.ontology.plover.codebook import EventType, codebook
from sayso.pipeline import Options, read_report
from sayso.record.codec import encode
from sayso.record.record import FORMAT, Failure, Record

DOCS = Path(__file__).parent
EXAMPLE = DOCS / "reference" / "example.txt"
SAMPLE = DOCS.parent / "samples" / "gulf-ferry.html"
_PICTURE_LINES = 34
_NOTE = "<!-- Written by docs/generate.py; change the code and run it again. -->"


def cli_page() -> str:
    """Every command as its own help tells it, and the exit statuses."""
    settings = {**cli.context_settings, "max_content_width": 80, "terminal_width": 80}
    root = click.Context(cli, info_name="sayso", **settings)
    parts = [_NOTE, "# The command line", _help(root)]
    for name in cli.list_commands(root):
        command = cli.get_command(root, name)
        assert command is not None
        parts += [f"## sayso {name}", _help(click.Context(command, info_name=name, parent=root))]
    notes = attribute_notes(Status)
    rows = [(str(status.value), notes[status.name]) for status in Status]
    parts += [
        "## Exit status",
        table(("status", "meaning"), rows),
        "Data goes to standard output, everything else to standard error. `NO_COLOR` and `--color never` switch "
        "colour off; in a pipe there is none.",
    ]
    return page(parts)


def errors_page() -> str:
    """The tree of errors, and what each is for."""
    tree = inspect.cleandoc(errors.__doc__ or "").split("\n\n")[1]
    rows = [(f"`{error.code}`", f"`{error.__name__}`", first_line(error)) for error in all_errors()]
    return page(
        [
            _NOTE,
            "# Errors",
            "Everything that sayso raises on purpose is a `SaysoError`. A message says what, where and what to do. "
            "What `read_reports` and the command cannot read becomes a `Failure` with the error's code; any other "
            "exception is a mistake in sayso.",
            f"```\n{textwrap.dedent(tree)}\n```",
            table(("code", "error", "what happened"), rows),
        ]
    )


def record_page() -> str:
    """Every type that a line of `sayso read --json` can hold, field by field, and one whole record."""
    parts = [
        _NOTE,
        "# The record format",
        f"Version: `{FORMAT}`. A line of `sayso read --json` is a `Record` or a `Failure`, told apart by its `kind`. "
        "`sayso schema` prints the same as a JSON Schema. Fields with a default are left out where they have it, "
        "except in `Record` itself. Offsets count Unicode code points of `report.text`, from 0, and `end` is not "
        "included.",
    ]
    for one in reachable(Record, Failure):
        parts += [f"## {one.__name__}", *(_enum(one) if issubclass(one, Enum) else _struct(one))]
    return page([*parts, "## An example", *example()])


def api_page() -> str:
    """What can be imported from `sayso`, and the options it takes."""
    parts = [_NOTE, "# Python", "Public is what stands here, and the record format."]
    for name in sayso.__all__:
        public = getattr(sayso, name)
        if callable(public) and not inspect.isclass(public):
            parts += [f"## sayso.{name}", f"```text\n{signature(public)}\n```", prose(public)]
        elif inspect.isclass(public):
            parts += [f"## sayso.{name}", f"{first_line(public)} See [the record format](record-format.md)."]
        else:
            parts += [f"## sayso.{name}", "The version of the package, a string."]
    parts += ["## sayso.pipeline.Options", prose(Options), field_table(Options)]
    parts += [part for one in (Links, LinkedActor) for part in (f"## {_home(one)}", prose(one), field_table(one))]
    parts += ["## sayso.limits.Limits", prose(Limits), field_table(Limits, attribute_notes(Limits))]
    parts += [f"## Plug-ins: {plugins.READERS}", inspect.cleandoc(plugins.__doc__ or "")]
    return page(parts)


def _home(one: type) -> str:
    return f"{one.__module__}.{one.__name__}"


def codebook_page() -> str:
    """The types of events, their modes and contexts, and what was decided where the manual leaves it open."""
    book = codebook()
    contexts = [(f"`{name}`", meaning) for name, meaning in book.contexts.items()]
    return page(
        [
            _NOTE,
            "# The codebook of events",
            "Types, modes and contexts are those of PLOVER (the manual of the PLOVER project, CC BY-SA 4.0), told in "
            "our words; what the manual leaves open is decided here, each with an invented example. `score` is the "
            "manual's "
            "place of a type between conflict (-10) and cooperation (10), `CAMEO` the roots that it takes in. See "
            "[events](../explanation/events.md) for how they are found.",
            *(part for one in book.types.values() for part in _event_type(one)),
            "## Contexts",
            table(("context", ""), contexts),
        ]
    )


def _event_type(one: EventType) -> list[str]:
    modes = [(f"`{name}`", meaning) for name, meaning in one.modes.items()]
    decisions = [(what, example) for what, example in one.decisions]
    needs = ", needs a recipient" if one.requires_recipient else ""
    quad = str(one.quad).replace("_", " ")
    return [
        f"## {one.code}",
        f"{one.definition} *{quad}, CAMEO {', '.join(one.cameo)}, score {one.score:g}{needs}*",
        *([table(("mode", ""), modes)] if modes else []),
        table(("decided", "for example"), decisions),
    ]


def picture() -> str:
    """The beginning of what `sayso read` shows of the sample, as it looks in a terminal."""
    shown, taken = io.StringIO(), io.StringIO()
    print_record(record_of(SAMPLE), Console(file=shown, width=92, force_terminal=True, **_PLAIN))
    camera = Console(file=taken, width=92, record=True, force_terminal=True, **_PLAIN)
    for line in shown.getvalue().splitlines()[:_PICTURE_LINES]:
        camera.print(Text.from_ansi(line), soft_wrap=True)
    svg = camera.export_svg(title=f"sayso read samples/{SAMPLE.name}", code_format=_FONTLESS)
    return svg if svg.endswith("\n") else f"{svg}\n"


_PLAIN: dict[str, Any] = {"color_system": "truecolor", "legacy_windows": False, "markup": False, "highlight": False}
_FONTLESS = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""A picture that fetches no fonts."""


def acts_page() -> str:
    """The codebook of acts: what each means, with its counterparts in PLOVER and CAMEO."""
    rows = []
    for act, one in meanings().items():
        plover = ", ".join(f"`{kind}`" for kind in one.plover) or "none"
        cameo = ", ".join(f"`{code}`" for code in one.cameo) or "none"
        rows.append((f"[`{act}`](#{act})", plover, f"{cameo}; {one.cameo_note}" if one.cameo_note else cameo))
    parts = [
        _NOTE,
        "# Acts",
        "What a source does with words: the `act` of a [statement](record-format.md#statement). The list is closed; it "
        "grows only with the version of the record format. [How acts are told](../explanation/acts.md) says how they "
        "are found and how often rightly. PLOVER and CAMEO are codebooks of events; PLOVER has dropped what CAMEO "
        "counts as comment (01) and appeal (02), which is kept here. The counterparts are the nearest kind of "
        "event, and no more than that.",
        table(("act", "PLOVER", "CAMEO"), rows),
    ]
    for act, one in meanings().items():
        examples = "\n".join(f"- {example}" for example in one.examples)
        parts += [f"## {act}", one.definition, f"Not this: {one.not_this}", examples]
    told = [(f"`{polarity}`" if polarity else "none", text) for polarity, text in polarities().items()]
    return page([*parts, "## Polarity", "How the content is put, whatever is done with it.", table(("", ""), told)])


PAGES: dict[str, Callable[[], str]] = {
    "reference/cli.md": cli_page,
    "reference/errors.md": errors_page,
    "reference/record-format.md": record_page,
    "reference/api.md": api_page,
    "reference/codebook-events.md": codebook_page,
    "reference/acts.md": acts_page,
    "images/read.svg": picture,
}


def example() -> list[str]:
    """A small report and the whole record of it."""
    shown = json.dumps(json.loads(encode(record_of(EXAMPLE))), indent=2, ensure_ascii=False)
    return [
        "This report:",
        f"```text\n{EXAMPLE.read_text(encoding='utf-8').strip()}\n```",
        f"gives this record:\n\n```json\n{shown}\n```",
    ]


def record_of(report: Path) -> Record:
    """The record of a report, by rule."""
    return read_report(str(report), options=Options(tagger=False))


def reachable(*roots: type) -> list[type]:
    """The structs and enums that these types can hold, in the order a reader meets them."""
    found: list[type] = []
    waiting = list(roots)
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found.append(one)
            if issubclass(one, msgspec.Struct):
                waiting += [inner for field in msgspec.structs.fields(one) for inner in _types_in(field.type)]
    return found


def _types_in(annotation: Any) -> Iterator[type]:
    if get_origin(annotation):
        for argument in get_args(annotation):
            yield from _types_in(argument)
    elif isinstance(annotation, type) and issubclass(annotation, msgspec.Struct | Enum):
        yield annotation


def _struct(one: type) -> list[str]:
    config = one.__struct_config__  # type: ignore[attr-defined]
    tag = [f'`{config.tag_field}` is always `"{config.tag}"`.'] if config.tag else []
    return [prose(one), *tag, field_table(one)]


def _enum(one: type[Enum]) -> list[str]:
    return [prose(one), ", ".join(f"`{member.value}`" for member in one)]


def field_table(one: type, notes: dict[str, str] | None = None) -> str:
    """The fields of a struct: name, type, default, and a note where there is one."""
    heads = ("field", "type", "default") + (("",) if notes else ())
    rows = []
    for field in msgspec.structs.fields(one):
        row = (f"`{field.encode_name}`", type_words(field.type), _default(field))
        rows.append(row + ((notes.get(field.name, ""),) if notes else ()))
    return table(heads, rows)


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return ""
    value = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
    if isinstance(value, msgspec.Struct):
        return f"`{type(value).__name__}()`"
    return f"`{value:_}`" if isinstance(value, int | float) else f"`{json.dumps(msgspec.to_builtins(value))}`"


def type_words(annotation: Any) -> str:
    """A type as a reader of JSON knows it: "list of Words", "string or null"."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return " or ".join(type_words(argument) for argument in arguments)
    if origin is tuple:
        same = [argument for argument in arguments if argument is not Ellipsis]
        return f"list of {type_words(same[0])}" if Ellipsis in arguments else f"list of {len(same)}"
    if origin is dict:
        return f"object of {type_words(arguments[1])}"
    plain = {str: "string", int: "integer", float: "number", bool: "true or false", NoneType: "null"}
    return plain.get(annotation) or f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def all_errors() -> list[type[errors.SaysoError]]:
    """Every error class, in the order of its code."""
    found = [errors.SaysoError]
    for one in found:
        found += one.__subclasses__()
    return sorted(dict.fromkeys(one for one in found if one.__module__ == errors.__name__), key=lambda one: one.code)


def attribute_notes(one: type) -> dict[str, str]:
    """The strings that stand under the attributes of a class, by attribute."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
    assert isinstance(tree, ast.ClassDef)
    notes = {}
    for above, below in zip(tree.body, tree.body[1:], strict=False):
        match above, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(note))),
            ):
                notes[name] = note
    return notes


def signature(function: Callable[..., Any]) -> str:
    """The function's head, as it is written."""
    source = textwrap.dedent(inspect.getsource(function))
    head = re.match(r"def .*?:\n", source, re.DOTALL)
    assert head is not None
    return head.group().strip().removesuffix(":").replace("_DEFAULTS", "Options()")


def prose(one: Any) -> str:
    """A docstring as Markdown."""
    return inspect.cleandoc(one.__doc__ or "").replace("\n", " ").replace("  ", "\n\n")


def first_line(one: Any) -> str:
    """The first line of a docstring."""
    return inspect.cleandoc(one.__doc__ or "").splitlines()[0]


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(parts: list[str]) -> str:
    """Parts with an empty line between."""
    return "\n\n".join(parts) + "\n"


def _help(context: click.Context) -> str:
    return f"```text\n{context.command.get_help(context).strip()}\n```"


def main() -> int:
    """Write the pages, or with --check name the stale ones."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, write in PAGES.items():
        path, text = DOCS / name, write()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"docs/{name}: {'stale; run python docs/generate.py' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
