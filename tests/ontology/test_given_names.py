import pytest

from sayso.attribute.actors.mentions import is_named_otherwise


@pytest.mark.parametrize(
    ("pronoun", "name", "otherwise"),
    [
        ("she", "Juan Carlos Paz", True),
        ("he", "Juan Carlos Paz", False),
        ("his", "Maria Ruiz", True),
        ("her", "Maria Ruiz", False),
        ("she", "Auma Obama", False),
        ("it", "Juan Carlos Paz", False),
    ],
)
def test_a_first_name_tells_who_a_pronoun_is_not(pronoun, name, otherwise):
    assert is_named_otherwise(pronoun, name) is otherwise
