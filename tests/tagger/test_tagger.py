import pytest

from sayso.annotate.tokens import words_of
from sayso.record.annotation import MentionKind, Tagged, Token
from sayso.tagger.bundle import Bundle
from sayso.tagger.tagger import NeuralTagger

from .conftest import Rows

TEXT = "“We may go,” Ines Okafor said.\nThe port said that she, of the port, had paid. " * 3


def tokens_of(text: str) -> list[Token]:
    return [Token(word.start, word.end, text=word.of(text)) for word in words_of(text)]


@pytest.fixture
def tagger(bundle: Bundle, encoder: Rows) -> NeuralTagger:
    return NeuralTagger(bundle, encoder)


def tagged(tagger: NeuralTagger, text: str) -> Tagged:
    return tagger.tag(text, (), tokens_of(text))


def test_text_without_words_has_no_layers(tagger: NeuralTagger) -> None:
    assert tagger.tag("", (), ()) == Tagged()


def test_every_span_begins_and_ends_with_a_token(tagger: NeuralTagger) -> None:
    found = tagged(tagger, TEXT)
    attributions, names, chains = found.attributions, found.names, found.chains
    starts, ends = ({getattr(token, side) for token in tokens_of(TEXT)} for side in ("start", "end"))
    spans = [span for one in attributions for span in (*one.cue, *one.content, *([one.source] if one.source else []))]
    spans += [*names, *(span for chain in chains for span in chain.mentions)]
    assert spans
    assert all(span.start in starts and span.end in ends for span in spans)


def test_same_text_gives_the_same_whatever_came_before(bundle: Bundle, encoder: Rows, tagger: NeuralTagger) -> None:
    alone = tagged(NeuralTagger(bundle, encoder), TEXT)
    for other in ("Port said.", "a b c " * 400, TEXT[::-1]):
        tagged(tagger, other)
    assert tagged(tagger, TEXT) == alone


def test_no_mention_is_in_two_chains(tagger: NeuralTagger) -> None:
    chains = tagged(tagger, TEXT).chains
    mentions = [span for chain in chains for span in chain.mentions]
    assert mentions
    assert len({(span.start, span.end) for span in mentions}) == len(mentions)
    assert all(len(chain.mentions) == len(chain.kinds) > 1 for chain in chains)


def test_pronoun_is_a_pronominal_mention(tagger: NeuralTagger) -> None:
    chains = tagged(tagger, TEXT).chains
    kinds = {span.of(TEXT): kind for chain in chains for span, kind in zip(chain.mentions, chain.kinds, strict=True)}
    assert all((kind is MentionKind.PRONOMINAL) == (word in ("We", "she", "that")) for word, kind in kinds.items())


def test_confidence_and_version_go_with_what_is_found(tagger: NeuralTagger) -> None:
    found = tagged(tagger, TEXT)
    attributions, names = found.attributions, found.names
    assert attributions
    assert all(one.method == "tagger:en@0" and 0 <= one.confidence <= 1 for one in attributions)
    assert all(0 <= name.score <= 1 for name in names)


def test_head_that_the_bundle_lacks_is_not_run(bundle: Bundle, encoder: Rows) -> None:
    kept = {name: array for name, array in bundle.heads.items() if not name.startswith(("coreference.", "names."))}
    lesser = Bundle(bundle.card, bundle.vocabulary, kept, bundle.encoder)
    found = tagged(NeuralTagger(lesser, encoder), TEXT)
    attributions, names, chains = found.attributions, found.names, found.chains
    assert attributions
    assert names == chains == ()
