"""The rules that tell furniture from text: each looks at a piece and, if it is furniture, enters it in the ledger.

Those that hold anywhere in a page match whole lines that are nothing else; the others hold only before the running
text or after it. A sentence is never taken because of a word in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.readers import captions, labels, prompts, publishers
from sayso.readers.bylines import Byline, bare_byline_of, byline_of, is_role, names_in
from sayso.readers.credits import credit_line_of
from sayso.readers.ledger import Ledger
from sayso.readers.mastheads import masthead_of
from sayso.readers.pieces import Piece
from sayso.readers.stamps import Role, timings
from sayso.readers.zones import Zone, is_prose, is_slug
from sayso.record.report import BlockKind, Caption


def settled(piece: Piece, zone: Zone, neighbours: Sequence[Piece], ledger: Ledger) -> bool:
    """Whether `piece` is furniture; if so it is now in the ledger."""
    if piece.hint and piece.hint not in ("link", "emphasis"):
        return _by_hint(piece, ledger)
    if piece.kind in (BlockKind.HEADLINE, BlockKind.TABLE_ROW):
        return False
    if any(rule(piece, ledger) for rule in _ANYWHERE):
        return True
    if zone is Zone.HEAD:
        return (
            any(rule(piece, ledger) for rule in _HEAD)
            or _names(piece, neighbours, ledger)
            or _role(piece, neighbours, ledger)
            or _picture(piece, zone, neighbours, ledger)
        )
    if zone is Zone.TAIL:
        return any(rule(piece, ledger) for rule in _TAIL)
    return _picture(piece, zone, neighbours, ledger)


def _by_hint(piece: Piece, ledger: Ledger) -> bool:
    """What the format itself says; a headline stays for the text."""
    hint, text = piece.hint or "", piece.text
    if hint == "headline":
        return False
    if hint == "byline":
        ledger.sign(byline_of(text) or byline_of(f"By {text}") or Byline((), ()), text)
    elif hint in ("published", "updated"):
        ledger.time(text, Role(hint), basis=f"text:{hint}")
    elif hint in ("caption", "photo-credit"):
        found = captions.caption_of(text) or Caption(text=text)
        ledger.picture(Caption(text=None, credit=text) if hint == "photo-credit" else found, text)
    elif hint == "page" and masthead_of(text):
        _masthead(piece, ledger)
    elif hint in ("url", "canonical", "publisher", "section", "subheadline", "credit", "language"):
        ledger.value(hint, text)
    else:
        ledger.remove(text, hint)
    return True


def _url(piece: Piece, ledger: Ledger) -> bool:
    address = publishers.url_in(piece.text)
    if address:
        ledger.value("url", address, line=piece.text)
    return address is not None


def _strong_label(piece: Piece, ledger: Ledger) -> bool:
    """Labels that stand over an address mean the same wherever they are."""
    found = labels.labelled(piece.text)
    if not found or found[0] not in ("url", "canonical") or (found[1] and not publishers.url_in(found[1])):
        return False
    ledger.value(found[0], publishers.url_in(found[1]) or "", line=piece.text)
    return True


def _prompt(piece: Piece, ledger: Ledger) -> bool:
    reason = prompts.reason_of(piece.text)
    if reason == "copyright" and _credit(piece, ledger):
        return True
    if reason == "note":
        ledger.note(piece.text)
    if reason == "related" and piece.kind is BlockKind.HEADING and is_prose(piece):
        return False
    if reason:
        ledger.remove(piece.text, reason)
    return reason is not None


def _caption(piece: Piece, ledger: Ledger) -> bool:
    found = captions.caption_of(piece.text)
    if found:
        ledger.picture(found, piece.text)
    return found is not None


def _credit(piece: Piece, ledger: Ledger) -> bool:
    found = credit_line_of(piece.text)
    if found:
        ledger.credit(found)
    return found is not None


def _label(piece: Piece, ledger: Ledger) -> bool:
    found = labels.labelled(piece.text)
    if not found or (is_prose(piece) and found[0] not in ("keywords", "subheadline", "byline")):
        return False
    field, value = found
    if field == "byline":
        signed = byline_of(f"By {value}")
        if signed is None:
            return False
        ledger.sign(signed, piece.text)
    elif field in ("published", "updated"):
        ledger.time(value, Role(field), line=piece.text)
    elif field == "keywords":
        ledger.remove(piece.text, "keywords")
    else:
        ledger.value(field, value, line=piece.text)
    return True


def _byline(piece: Piece, ledger: Ledger) -> bool:
    found = byline_of(piece.text)
    if found:
        ledger.sign(found, piece.text)
    return found is not None


def _bare_byline(piece: Piece, ledger: Ledger) -> bool:
    if piece.kind in (BlockKind.HEADING, BlockKind.LIST_ITEM) or _title_comes(piece, ledger):
        return False
    found = bare_byline_of(piece.text)
    if found:
        ledger.sign(found, piece.text)
    return found is not None


def _title_comes(piece: Piece, ledger: Ledger) -> bool:
    """Whether this line, the first that is nothing else, is rather the title: none is known yet."""
    return not ledger.titled


def _masthead(piece: Piece, ledger: Ledger) -> bool:
    found = masthead_of(piece.text)
    if found:
        ledger.appeared(found, piece.text)
    return found is not None


def _dated_paper(piece: Piece, ledger: Ledger) -> bool:
    """A paper's name and a date alone on a line, also between paragraphs."""
    found = masthead_of(piece.text)
    if found is None or found.publisher is None:
        return False
    ledger.appeared(found, piece.text)
    return True


def _times(piece: Piece, ledger: Ledger) -> bool:
    if not timings(piece.text):
        return False
    ledger.time(piece.text, None)
    return True


def _slug(piece: Piece, ledger: Ledger) -> bool:
    if is_slug(piece.text):
        ledger.remove(piece.text, "slug")
        return True
    return False


def _names(piece: Piece, neighbours: Sequence[Piece], ledger: Ledger) -> bool:
    """Names alone sign a report only beside a date or a credit."""
    names = names_in(piece.text)
    if not names or piece.kind is not BlockKind.PARAGRAPH or piece.hint == "emphasis" or _title_comes(piece, ledger):
        return False
    if ledger.names or piece.text.endswith("."):
        return False
    if not any(timings(other.text) or credit_line_of(other.text) for other in neighbours):
        return False
    ledger.sign(Byline(names, ()), piece.text)
    return True


def _role(piece: Piece, neighbours: Sequence[Piece], ledger: Ledger) -> bool:
    """What its writers are, on a line of its own below a byline: "Political correspondents"."""
    if not is_role(piece.text) or not neighbours or byline_of(neighbours[0].text) is None:
        return False
    ledger.remove(piece.text, "byline")
    return True


def _link(piece: Piece, ledger: Ledger) -> bool:
    """A line below the text that leads elsewhere and is no sentence."""
    if piece.hint != "link" or is_prose(piece):
        return False
    ledger.remove(piece.text, "related")
    return True


def _picture(piece: Piece, zone: Zone, neighbours: Sequence[Piece], ledger: Ledger) -> bool:
    """A line in bold or italics that is no sentence, before the text begins; a credit beside a caption."""
    credit = captions.credit_of(piece.text)
    if credit and any(other.hint in ("caption", "image") or captions.caption_of(other.text) for other in neighbours):
        ledger.picture(Caption(text=None, credit=credit), piece.text)
        return True
    if piece.hint == "emphasis" and zone is Zone.HEAD and ledger.titled and captions.is_noun_phrase(piece.text):
        ledger.picture(Caption(text=None, credit=piece.text.strip(" .")), piece.text)
        return True
    return False


Rule = Callable[[Piece, Ledger], bool]
_ANYWHERE: tuple[Rule, ...] = (_url, _strong_label, _caption, _prompt, _dated_paper)
_HEAD: tuple[Rule, ...] = (_label, _times, _byline, _bare_byline, _masthead, _credit, _slug)
_TAIL: tuple[Rule, ...] = (_label, _times, _byline, _credit, _slug, _link)
