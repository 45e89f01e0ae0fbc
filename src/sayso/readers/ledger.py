"""What has been found around the running text so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from sayso.readers import publishers
from sayso.readers.agencies import agencies, agency
from sayso.readers.bylines import Byline
from sayso.readers.credits import Credit
from sayso.readers.datelines import Opening
from sayso.readers.datings import same_moment
from sayso.readers.mastheads import Masthead
from sayso.readers.pieces import Metadata, Piece
from sayso.readers.stamps import Role, agree, timings
from sayso.record.report import BlockKind, Caption, Dateline, Furniture, Removed, Warning  # noqa: A004
from sayso.record.when import Stamp


@dataclass(frozen=True, slots=True)
class Parted:
    """A report's pieces, told apart: `headline` and `body` are text, the rest has become `furniture`."""

    headline: Piece | None
    body: list[Piece]
    furniture: Furniture
    language: str | None = None
    warnings: tuple[Warning, ...] = ()


@dataclass(slots=True)
class Ledger:
    """Fields as they are found; what the capture says outside the text (`metadata`) comes before what lines say."""

    metadata: Metadata
    headline: Piece | None = None
    names: list[str] = field(default_factory=list)
    wires: list[str] = field(default_factory=list)
    credit_lines: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    stamps: dict[Role, list[Stamp]] = field(default_factory=dict)
    undated: list[Stamp] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    basis: dict[str, str] = field(default_factory=dict)
    dateline: Dateline | None = None
    notes: list[Warning] = field(default_factory=list)

    @property
    def titled(self) -> bool:
        """Whether a headline is known."""
        return self.headline is not None or bool(self.metadata.headline)

    def remove(self, line: str, reason: str) -> None:
        """Keep a line that is no part of the text, and why."""
        self.removed.append(Removed(text=line, reason=reason))

    def head(self, piece: Piece) -> None:
        """Take the headline."""
        self.headline = piece

    def note(self, line: str) -> None:
        """Keep what the publisher says was changed: who reads the record should know."""
        if "correct" in line.lower() or "amend" in line.lower() or "earlier version" in line.lower():
            self.notes.append(Warning(code="report.corrected", message=line))

    def sign(self, byline: Byline, line: str) -> None:
        """Take a byline."""
        self.names += [name for name in byline.names if name not in self.names]
        self._wire(byline.agencies, "text:byline")
        if byline.agencies:
            self.credit_lines.append(line)
        if byline.names:
            self.basis.setdefault("bylines", "text:byline")
        for timing in byline.timings:
            self._stamp(timing.role, timing.stamp)
        self.remove(line, "byline")

    def credit(self, credit: Credit) -> None:
        """Take a credit line."""
        self.credit_lines.append(credit.line)
        self._wire(credit.agencies, "text:credit")
        if credit.writers and not self.names:
            self.names += credit.writers
            self.basis.setdefault("bylines", "text:credit")
        self.remove(credit.line, "credit")

    def appeared(self, masthead: Masthead, line: str) -> None:
        """Take a line that says where and when the report appeared."""
        if masthead.publisher:
            self.put_out_by(masthead.publisher)
        for timing in masthead.timings:
            if timing.stamp not in self.undated:
                self._stamp(timing.role, timing.stamp)
        self.remove(line, "date")

    def put_out_by(self, publisher: str) -> None:
        """Take the publisher's name as a line has it."""
        self.values.setdefault("publisher", publisher)
        self.basis.setdefault("publisher", "text:line")

    def open(self, opening: Opening) -> None:
        """Take the dateline and credit cut off the first paragraph."""
        self.dateline = opening.dateline
        if opening.credit:
            self.credit_lines.append(opening.credit)
        self._wire(opening.agencies, "text:dateline")

    def picture(self, caption: Caption, line: str) -> None:
        """Take a caption; a credit alone completes the caption before it."""
        last = self.captions[-1] if self.captions else None
        if caption.text is None and last and last.credit is None:
            self.captions[-1] = Caption(text=last.text, credit=caption.credit)
        elif caption not in self.captions:
            self.captions.append(caption)
        self.remove(line, "caption")

    def time(self, words: str, role: Role | None, *, basis: str = "text:line", line: str | None = None) -> None:
        """Take the times in a line; `role` is what the line is about, where a label or a hint says it."""
        for timing in timings(words, basis=basis):
            self._stamp(timing.role or role, timing.stamp)
        self.remove(line or words, "date")

    def value(self, name: str, value: str, *, line: str | None = None) -> None:
        """Take the value of a field that holds one line."""
        if name == "credit":
            self._sourced(value)
        elif name == "publisher" and agency(value):
            self._wire((agency(value) or "",), "text:label")
        elif value:
            self.values.setdefault(name, value)
            self.basis.setdefault(_FIELDS.get(name, name), "text:label")
        self.remove(line or value, name)

    def _sourced(self, value: str) -> None:
        wires = agencies(value)
        if wires:
            self._wire(wires, "text:label")
        elif value and len(value.split()) <= 6:
            self.values.setdefault("publisher", value)
            self.basis.setdefault("publisher", "text:label")

    def _wire(self, names: Iterable[str], basis: str) -> None:
        for name in names:
            self.basis.setdefault("agencies", basis)
            if name not in self.wires:
                self.wires.append(name)

    def _stamp(self, role: Role | None, stamp: Stamp | None) -> None:
        if stamp:
            (self.undated if role is None else self.stamps.setdefault(role, [])).append(stamp)

    def closed(self, body: list[Piece], text: str) -> Parted:
        """The furniture of a report whose running text is `body`."""
        address = self.values.get("url")
        published, conflict = self._published(address or self.metadata.canonical_url)
        updated, later = _best(self.metadata.last_updated, self.stamps.get(Role.UPDATED, ()), "last_updated")
        headline = self._headline()
        return Parted(
            headline,
            body,
            self._furniture(headline, text, published, updated),
            self.values.get("language"),
            (*self.notes, *conflict, *later),
        )

    def _published(self, address: str | None) -> tuple[Stamp | None, tuple[Warning, ...]]:
        told = [*self.stamps.get(Role.PUBLISHED, ()), *self.undated]
        from_path = publishers.dated_by(address) if address else None
        if not told and not self.metadata.first_published and from_path:
            return from_path, ()
        return _best(self.metadata.first_published, told, "first_published")

    def _headline(self) -> Piece | None:
        if self.headline or not (self.metadata.headline or self.values.get("headline")):
            return self.headline
        words = self.metadata.headline or self.values["headline"]
        return Piece(words, BlockKind.HEADLINE, self.metadata.headline_locator)

    def _furniture(
        self, headline: Piece | None, text: str, published: Stamp | None, updated: Stamp | None
    ) -> Furniture:
        said, values = self.metadata, self.values
        address = values.get("url")
        canonical = values.get("canonical") or said.canonical_url
        publisher, basis = self._publisher(address or canonical, f"{headline.text if headline else ''}\n{text}")
        return Furniture(
            headline=headline.text if headline else None,
            subheadline=said.subheadline or values.get("subheadline"),
            bylines=said.bylines or tuple(self.names),
            agencies=tuple(dict.fromkeys((*said.agencies, *self.wires))),
            credit_lines=tuple(dict.fromkeys(self.credit_lines)),
            dateline=self.dateline,
            publisher=publisher,
            canonical_url=canonical,
            original_url=address,
            section=said.section or values.get("section"),
            captions=tuple(dict.fromkeys((*said.captions, *self.captions))),
            first_published=published,
            last_updated=updated,
            basis={**self.basis, **basis, **said.basis},
            removed=tuple(self.removed),
        )

    def _publisher(self, address: str | None, text: str) -> tuple[str | None, dict[str, str]]:
        named = self.metadata.publisher or self.values.get("publisher")
        if named:
            return named, {}
        told = publishers.publisher_of(address, text) if address else None
        return told, {"publisher": "url:host"} if told else {}


_FIELDS = {"url": "original_url", "canonical": "canonical_url"}


def _best(said: Stamp | None, told: Sequence[Stamp], name: str) -> tuple[Stamp | None, tuple[Warning, ...]]:
    """The stamp of a field: what metadata says, else the first line; what disagrees is kept and said."""
    candidates = [*([said] if said else []), *told]
    if not candidates:
        return None, ()
    best = next(
        (one for one in candidates if agree(one, candidates[0]) and len(one.value) > len(candidates[0].value)),
        candidates[0],
    )
    others = tuple(dict.fromkeys(one.value for one in candidates if not same_moment(one, best)))
    if not others:
        return best, ()
    message = f"{name}: {best.basis} says {best.value}, other places of the report say {', '.join(others)}"
    kept = msgspec.structs.replace(best, others=tuple(dict.fromkeys((*best.others, *others))))
    return kept, (Warning(code="metadata.conflict", message=message),)
