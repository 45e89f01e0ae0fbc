"""P1 and P2: hostile and damaged PDFs end in one error each, and soon."""

import io
import random
import time

import pytest
from pypdf import PdfReader, PdfWriter

from pdfs import pdf_of, pdf_with, stream_object
from reading import pdf_report
from sayso.errors import Encrypted, NoText, ReadingError, TooLarge
from sayso.limits import Limits

WORDS = [(72, 700 - 14 * at, 11, "The council said that the bridge would stay shut until May.") for at in range(20)]
PLAIN = pdf_of([WORDS, WORDS[:9]])


def locked(user_password: str) -> bytes:
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(PLAIN)).pages:
        writer.add_page(page)
    writer.encrypt(user_password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def outcome(content: bytes) -> bool:
    """Whether the file gives a text, or one error that names it."""
    try:
        return bool(pdf_report(content).text)
    except ReadingError as error:
        return str(error).startswith("sample.pdf: ")


def test_bomb_is_refused_soon() -> None:
    bomb = pdf_with([stream_object(b"0 " * 150_000_000, deflated=True)])
    assert len(bomb) < 1_000_000
    start = time.perf_counter()
    with pytest.raises(TooLarge):
        pdf_report(bomb)
    assert time.perf_counter() - start < 5


def test_no_text_layer_is_its_own_error_and_counts_pages() -> None:
    with pytest.raises(NoText, match="no text layer in 3 pages"):
        pdf_report(pdf_with([stream_object(b"0 0 m 10 10 l S")] * 3))


def test_password_is_its_own_error() -> None:
    with pytest.raises(Encrypted, match="password"):
        pdf_report(locked("secret"))


def test_file_locked_against_printing_only_is_read() -> None:
    assert pdf_report(locked("")).text == pdf_report(PLAIN).text


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(TooLarge, match="pages"):
        pdf_report(pdf_of([WORDS[:1]] * 600))


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(TooLarge):
        pdf_report(PLAIN, Limits(pdf_bytes=100))


def test_cyclic_page_tree_ends() -> None:
    with pytest.raises(ReadingError):
        pdf_report(pdf_with([stream_object(b"")], kids="2 0 R 2 0 R"))


def test_actions_are_not_run() -> None:
    action = b"/OpenAction << /S /Launch /F (/bin/touch) >> /AA << /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
    text = b"BT /F1 11 Tf 1 0 0 1 72 700 Tm (The council said that the bridge would stay shut.) Tj ET"
    report = pdf_report(pdf_with([stream_object(text)], catalog=action))
    assert report.text == "The council said that the bridge would stay shut."


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.97])
def test_cut_file_is_read_or_refused(share: float) -> None:
    assert outcome(PLAIN[: int(len(PLAIN) * share)])


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bits_give_a_report_or_a_reading_error(seed: int) -> None:
    dice = random.Random(seed)
    content = bytearray(PLAIN)
    for _ in range(dice.choice([1, 4, 40])):
        content[dice.randrange(8, len(content))] ^= 1 << dice.randrange(8)
    assert outcome(bytes(content))


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"%PDF-1.4\n%%EOF", b"%PDF-" + bytes(range(256)) * 40])
def test_pdf_in_name_only_is_refused(content: bytes) -> None:
    with pytest.raises(ReadingError):
        pdf_report(content)
