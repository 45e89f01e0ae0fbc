import pytest

from sayso.link.names import Likeness, likeness, nicknames, person_name

ONE = """
Yulia Tymoshenko | Yuliya Tymoshenko | EQUAL
Mykola Azarov | Nikolai Azarov | CLOSE
Mikheil Saakashvili | Mikhail Saakashvili | FAR
Muammar Gaddafi | Moammar Qaddafi | FAR
Hosni Mubarak | Husni Mubarak | FAR
Mahmoud Abbas | Mahmud Abbas | EQUAL
Nikita Khrushchev | Nikita Khruschev | FAR
Aleksey Navalny | Alexei Navalny | EQUAL
Sviatlana Tsikhanouskaya | Svetlana Tikhanovskaya | OTHER
Gérard Depardieu | Gerard Depardieu | EQUAL
Lech Wałęsa | Lech Walesa | EQUAL
Ngo Dinh Diem | Ngô Đình Diệm | EQUAL
Jean-Claude Juncker | Jean Claude Juncker | EQUAL
Jean-Claude Juncker | J.-C. Juncker | INITIALS
George W. Bush | George Bush | EQUAL
John F. Kennedy | John Fitzgerald Kennedy | INITIALS
Franklin Roosevelt | Franklin Delano Roosevelt | MIDDLE
Bill Clinton | William Clinton | CLOSE
Prime Minister Fumio Kishida | Kishida Fumio | SWAPPED
Moon Jae-in | Moon Jae In | EQUAL
Sheikh Hasina | Hasina | SINGLE
Professor Mary Beard | Mary Beard | EQUAL
Lt. Gen. Charles Flynn | Charles Flynn | EQUAL
Ursula von der Leyen | Ursula Von der Leyen | EQUAL
Abd al-Rahman Karim | Abdul Rahman Karim | CLOSE
Abdelaziz Bouteflika | Abdel Aziz Bouteflika | EQUAL
Luiz Inácio Lula da Silva | Lula | SINGLE
Sadiq al-Mahdi | al-Mahdi | SINGLE
Robert Downey Jr. | Robert Downey | EQUAL
"""
TWO = """
George Bush Jr. | George Bush Sr.
Vitali Klitschko | Wladimir Klitschko
Maria Ivanova | Mario Ivanov
Maria Ivanova | Marina Ivanova
Kim Jong-il | Kim Jong-un
Ellen Smith | Allen Smith
Helen Park | Helena Parks
Anne-Marie Dupont | Marie Dupont
Michael Jordan | Michelle Jordan
James Brown | Jane Brown
Paul Martin | Paula Martin
Karl Marx | Groucho Marx
Peter Tosh | Peter Tausch
J. Mwangi | K. Mwangi
Ali Khan | Aly Kahn-Smith
Juan Carlos Varela | Carlos Juan Varela
Robert Kennedy | Robert Kenneth
Lee Hsien Loong | Lee Hsien Yang
Nawaz Sharif | Shehbaz Sharif
Mohammed bin Salman | Mohammed bin Zayed
Fatima al-Rashid | Fatima al-Rashidi
Nicolas Sarkozy | Nicola Sarkisyan
"""


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize(("left", "right", "how"), rows(ONE))
def test_how_alike_spellings_of_one_name_are(left, right, how):
    assert likeness(person_name(left), person_name(right)).name == how
    assert likeness(person_name(right), person_name(left)).name == how


@pytest.mark.parametrize(("left", "right"), rows(TWO))
def test_names_of_two_people_are_not_alike(left, right):
    assert likeness(person_name(left), person_name(right)) == Likeness.OTHER
    assert likeness(person_name(right), person_name(left)) == Likeness.OTHER


def test_generation_is_told_apart_from_the_name():
    assert person_name("Thomas Keller, Sr.").generation == "sr"
    assert person_name("Thomas Keller III").generation == "iii"
    assert person_name("Thomas Keller").generation == ""


def test_nicknames_are_found_in_marks_and_after_known_as():
    assert nicknames('Joseph "Sefo" Tuilagi') == ("Sefo",)
    assert nicknames("Adaeze Bright, known as Koli,") == ("Koli",)
    assert nicknames('Ada Finch of the party "Tomorrow"') == ()


@pytest.mark.parametrize("text", ["", "-", "'", "...", "\u202e", "Jr.", "al", "é"])
def test_any_text_gives_a_name_or_none(text):
    person_name(text)
