import msgspec

from builders import report_of
from sayso.annotate.annotator import annotate
from sayso.record.annotation import Tagged

TEXT = "The ministry said on Saturday that talks in Oslo had failed."


def in_language(code):
    return annotate(msgspec.structs.replace(report_of(TEXT), language=code))


def test_nothing_is_looked_for_in_another_language():
    annotated = in_language("pt")
    assert (annotated.attributions, annotated.places, annotated.timexes) == ((), (), ())
    assert annotated.tokens


def test_an_unknown_language_is_read_as_english():
    assert in_language(None).attributions == in_language("en").attributions != ()


class Silent:
    version = "silent@7"

    def tag(self, text, sentences, tokens):
        return Tagged()


def test_what_made_the_layers_is_named():
    assert in_language("en").made_by == {"annotate": "rule@1"}
    assert annotate(report_of(TEXT), tagger=Silent()).made_by["tagger"] == "silent@7"
