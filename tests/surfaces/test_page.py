import io
import re

import pytest
from rich.console import Console

from records import hostile, sea_wall, with_actors
from sayso.cli.page import print_record
from sayso.record.record import Record


def printed(record: Record, *, width: int = 100, terminal: bool = False, **more) -> str:
    stream = io.StringIO()
    options = {"markup": False, "highlight": False, "emoji": False, "legacy_windows": False, **more}
    print_record(record, Console(file=stream, width=width, force_terminal=terminal, **options))
    return stream.getvalue()


def test_the_page_begins_with_the_headline_and_where_it_comes_from():
    lines = printed(sea_wall(), width=200).splitlines()
    assert lines[:3] == [
        "Brindle to rebuild sea wall after floods, mayor says",
        "The Northern Courier · NNA · by Ada Finch and Bo Lind · BRINDLE, March 4 · published 4 March 2024, 09:30 UTC"
        " (by json-ld:datePublished; elsewhere 5 March 2024)",
        "https://courier.example/2024/03/04/sea-wall",
    ]


def test_each_statement_has_its_speaker_manner_time_and_words():
    page = printed(sea_wall(), width=200)
    assert " 1  its mayor · said · paraphrased · on Monday (4 March 2024)" in page
    assert (
        "    ┃ [[“We will not wait for a third one,”]] Mayor Ilse Harrow told reporters. [[“The money is there.”]]"
        in page
    )


def test_a_resolved_speaker_has_a_name_and_the_words_where_they_are_others():
    page = printed(with_actors(sea_wall()), width=200)
    assert " 1  Ilse Harrow (“its mayor”) · said" in page
    assert " 2  Ilse Harrow · told" in page


def test_nested_statements_are_indented():
    assert "\n     4  the regional government · promised" in printed(sea_wall())


def test_what_the_reader_had_to_say_comes_last():
    assert printed(sea_wall()).rstrip().endswith("Note: one paragraph was broken in the middle and has been joined")


def test_no_statements_are_said_to_be_none():
    assert "No statements found" in printed(Record(report=sea_wall().report))


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_console(width):
    assert max(map(len, printed(sea_wall(), width=width).splitlines())) <= width


def test_without_a_terminal_there_are_no_escape_sequences():
    assert "\x1b" not in printed(sea_wall())


def test_without_colour_quoted_and_told_words_still_differ():
    page = printed(sea_wall(), terminal=True, no_color=True)
    assert "\x1b[1;4mThe money is there." in page
    assert re.search(r"\x1b\[4mThe harbour town", page)
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", page)


@pytest.mark.parametrize("terminal", [True, False])
def test_a_report_cannot_drive_the_terminal(terminal):
    page = printed(hostile("\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\r"), terminal=terminal)
    unstyled = re.sub(r"\x1b\[[\d;]*m", "", page)
    assert not re.search("[\x1b\x07\x9b\r\u202e]", unstyled)
    assert "⟨U+001B⟩]0;owned⟨U+0007⟩" in page
    assert "⟨U+202E⟩evil" in page


def test_markup_of_rich_in_a_report_is_text():
    assert "[bold red]x[/] :smile:" in printed(hostile("[bold red]x[/] :smile:"), terminal=True)


def test_a_console_without_the_bars_gets_plain_ones():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", errors="replace")
    print_record(sea_wall(), Console(file=stream, width=100, markup=False))
    stream.flush()
    assert "    | [[" in stream.buffer.getvalue().decode("cp1252")
