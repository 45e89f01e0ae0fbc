from attribute.made import statements


def within(*paragraphs):
    """Each cue with that of the statement around it."""
    found = statements(*paragraphs)
    cues = {one.id: " ".join(cue.text for cue in one.cue) for one in found}
    return {cues[one.id]: cues.get(one.within or "") for one in found}


def test_three_levels():
    found = within("The Post reported that an aide had said the envoy told both sides that it was over.")
    assert found == {"reported": None, "had said": "reported", "told": "had said"}


def test_a_statement_inside_quotation_marks():
    assert within("“They told me that it held,” Lund said.") == {"told": "said", "said": None}


def test_a_thought_inside_quotation_marks_is_none():
    assert within("“I think that it holds,” Lund said.") == {"said": None}


def test_quoted_as_saying():
    assert within("The Post quoted the mayor as saying that it held.")["saying"] == "quoted"


def test_an_aside_of_the_report_is_part_of_nothing():
    assert within("Lund pointed to the report, which said that it held.").get("said") is None


def test_what_goes_on_with_and_that_is_part_of_the_outer_one():
    found = within("Lund said the tower told him to turn and that he had replied he could not.")
    assert found["had replied"] == "said"
