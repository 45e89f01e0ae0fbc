import pytest

from sayso.readers.charsets import declared_in
from sayso.readers.door import clean, decode

CYRILLIC = "Правительство сообщило о закрытии моста через реку в понедельник утром. Мост откроют в пятницу. " * 6
WESTERN = "The café owner, Zoë Núñez, said “business as usual” – and paid €5 for crème brûlée. " * 3


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xef\xbb\xbf" + WESTERN.encode(), "utf-8-sig"),
        (WESTERN.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + WESTERN.encode("utf-16-be"), "utf-16"),
        (WESTERN.encode("utf-16-le"), "utf-16-le"),
        (WESTERN.encode("utf-16-be"), "utf-16-be"),
        (WESTERN.encode("utf-8"), "utf-8"),
        (WESTERN.encode("cp1252"), "cp1252"),
    ],
)
def test_encoding_is_told_by_the_bytes(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.replaced) == (WESTERN, encoding, 0)


@pytest.mark.parametrize("declared", [None, "utf-8", "windows-1252", "windows-1251", "no-such-set"])
def test_cp1251_is_read_whatever_is_declared(declared: str | None) -> None:
    assert decode(CYRILLIC.encode("cp1251"), declared).text == CYRILLIC


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "ascii", "utf-16", "utf-7"])
def test_valid_utf8_is_utf8_whatever_is_declared(declared: str) -> None:
    assert decode(WESTERN.encode(), declared).text == WESTERN


def test_declared_set_is_believed_if_the_bytes_agree() -> None:
    words = "Příliš žluťoučký kůň úpěl ďábelské ódy"
    assert decode(words.encode("cp1250"), "windows-1250").text == words
    assert decode("日本の首相は月曜日に述べた".encode("shift_jis"), "shift_jis").text == "日本の首相は月曜日に述べた"


def test_utf7_is_never_decoded() -> None:
    assert decode(b"+ADw-script+AD4-alert(1)", "utf-7").text == "+ADw-script+AD4-alert(1)"


def test_each_character_that_cannot_be_kept_is_one_replacement() -> None:
    decoded = decode("a\0b\x07c\ufdd0d\U0001fffee\ttab\nend".encode())
    assert decoded.text == "a\ufffdb\ufffdc\ufffdd\ufffde\ttab\nend"
    assert decoded.replaced == 4


def test_lone_surrogates_become_replacements_one_for_one() -> None:
    assert clean("a\ud800b\udfff") == ("a\ufffdb\ufffd", 2)


def test_everything_else_stands_as_it_stood() -> None:
    odd = "\u202eabc\u2066d\u2069 e\u0301 \u200b\u200d \U000e0041 Ａ \u00ad"
    assert decode(odd.encode()) == decode(odd.encode("utf-8"))
    assert decode(odd.encode()).text == odd


def test_broken_utf8_is_utf8_with_damage() -> None:
    content = (WESTERN * 5).encode()[:-3] + b"\xe2\x28 and on"
    decoded = decode(content)
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 1
    assert not decoded.warnings


def test_more_than_one_lost_in_a_hundred_is_said() -> None:
    decoded = decode(b"ab\0cd" * 20)
    assert [warning.code for warning in decoded.warnings] == ["decode.lossy"]


def test_replacement_characters_of_the_source_are_not_counted_as_lost() -> None:
    assert decode("a\ufffdb".encode()).replaced == 0


@pytest.mark.parametrize(
    ("content", "label"),
    [
        (b'<html><meta charset="koi8-r">', "koi8-r"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso-8859-2"),
        (b"Subject: x\nContent-Type: text/plain;\n charset=utf-8\n\n", "utf-8"),
        (b"<html><head><title>charset</title>", None),
    ],
)
def test_declared_label_is_found(content: bytes, label: str | None) -> None:
    assert declared_in(content) == label
