"""Years, decades, centuries, and the quarters, halves and seasons of a year."""

from __future__ import annotations

from sayso.annotate.timex.grammar import Hit, Rule
from sayso.annotate.timex.reading import GUESSED, LIKELY, Reading, dated, unanchored, vague
from sayso.annotate.timex.scene import Scene
from sayso.annotate.timex.stretch import LAST_YEAR, century, decade, half, quarter, season, whole_year
from sayso.annotate.timex.tense import Tense

_TURNS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


def year_of(hit: Hit, group: str, scene: Scene) -> int | None:
    """The year that a group names, "2019" or "last year"; None if it takes an anchor and there is none."""
    tokens = hit.tokens(group)
    if not tokens:
        return None
    value = hit.lexed.values[tokens[0]]
    if isinstance(value, int):
        return value
    if scene.anchor.day is None:
        return None
    words = [hit.lexed.words[at] for at in tokens]
    turn = next((_TURNS[word] for word in words if word in _TURNS and word != "the"), 0)
    return scene.anchor.day.year + turn


_COUNTED = frozenset(
    [
        "people",
        "soldiers",
        "troops",
        "men",
        "women",
        "children",
        "fighters",
        "militants",
        "rebels",
        "prisoners",
        "homes",
        "houses",
        "buildings",
        "miles",
        "km",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "feet",
        "tonnes",
        "tons",
        "litres",
        "dollars",
        "euros",
        "pounds",
        "rubles",
        "roubles",
        "yen",
        "yuan",
        "lira",
        "votes",
        "seats",
        "jobs",
        "workers",
        "employees",
        "members",
        "cases",
        "deaths",
        "patients",
        "refugees",
        "migrants",
        "passengers",
        "police",
        "officers",
        "students",
        "pupils",
        "residents",
        "civilians",
        "families",
        "households",
        "villages",
        "copies",
        "shares",
        "points",
        "barrels",
        "acres",
        "hectares",
        "square",
        "cubic",
        "calories",
        "megawatts",
        "protesters",
        "demonstrators",
        "guests",
        "tickets",
        "vehicles",
        "cars",
        "tanks",
        "rounds",
        "rockets",
        "missiles",
        "drones",
        "hours",
        "minutes",
        "seconds",
        "days",
        "weeks",
        "months",
        "years",
        "times",
        "million",
        "billion",
        "thousand",
        "degrees",
        "percent",
        "volunteers",
        "reservists",
        "guards",
        "inmates",
        "detainees",
        "supporters",
        "mercenaries",
        "personnel",
        "sailors",
        "marines",
        "conscripts",
        "recruits",
        "applicants",
        "voters",
        "worshippers",
        "pilgrims",
        "fans",
        "spectators",
        "victims",
        "survivors",
        "hostages",
        "captives",
        "bodies",
        "graves",
        "flights",
        "trains",
        "ships",
        "boats",
        "schools",
        "hospitals",
        "firms",
        "companies",
        "sites",
    ]
)
"""What a number before them counts, so that it is no year."""

_NUMBERED = frozenset(
    [
        "resolution",
        "article",
        "section",
        "paragraph",
        "rule",
        "law",
        "act",
        "number",
        "no",
        "nos",
        "flight",
        "route",
        "highway",
        "room",
        "page",
        "chapter",
        "unit",
        "unscr",
        "model",
        "type",
        "version",
        "line",
        "channel",
        "bus",
        "train",
        "chassis",
        "item",
        "form",
        "order",
        "decree",
        "bill",
        "case",
        "docket",
        "patent",
        "apartment",
        "suite",
        "building",
        "gate",
        "grid",
        "sector",
        "station",
        "mm",
        "area",
        "code",
    ]
)
"""What a number after them names, so that it is no year."""

_YEAR_LEADS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "between",
        "during",
        "before",
        "after",
        "through",
        "of",
        "early",
        "late",
        "mid",
        "around",
        "about",
        "circa",
        "and",
        "or",
        "for",
        "the",
        "over",
        "than",
        "back",
        "year",
        "fall",
        "spring",
        "summer",
        "autumn",
        "winter",
        "election",
        "elections",
    ]
)


def bare_year(hit: Hit, scene: Scene) -> Reading | None:
    """A number of four digits is a year unless the words around make it a count or a name."""
    number = hit.number("year")
    if number is None or _is_no_year(hit, number):
        return None
    return dated(whole_year(number), confidence=LIKELY)


def _is_no_year(hit: Hit, number: int) -> bool:
    before, after = hit.before(), hit.after()
    if before in ("$", "€", "£", "¥", "#", "/", "nearly", "almost", "least", "most", "some") or before in _NUMBERED:
        return True
    if before in ("-", "+", "–", ".") and hit.start and hit.lexed.adjacent(hit.start - 1) and not _follows_year(hit):
        return True
    if after in ("%", "°", "$", "€") or (after in _COUNTED and before != "the"):
        return True
    if not 1800 <= number < 2100:
        return before not in ("in", "since", "until", "by", "year", "of", "from", "to", "between", "and") or (
            after.isalpha()
            and (after not in ("and", "to", "when", "after", "was", "the", "as", "by", "but", "he", "she", "it"))
        )
    if after in ("hundred", "metre", "meter", "mile"):
        return True
    return before not in _YEAR_LEADS and _counts_plural(hit)


def _follows_year(hit: Hit) -> bool:
    """Whether a hyphen before stands between two years, or between "mid" and the year."""
    return hit.before(2) in ("mid", "pre", "post", "early", "late") or hit.before(2).isdigit()


_PLURAL_OF_YEARS = frozenset(
    [
        "elections",
        "games",
        "protests",
        "olympics",
        "polls",
        "riots",
        "talks",
        "figures",
        "attacks",
        "finals",
        "championships",
        "results",
        "levels",
    ]
)


def _counts_plural(hit: Hit) -> bool:
    following = hit.after()
    if not following.isalpha() or following in _PLURAL_OF_YEARS or not hit.lexed.at(hit.end).islower():
        return False
    return len(following) > 4 and following.endswith("s") and not following.endswith(("ss", "us", "is"))


def relative_year(hit: Hit, scene: Scene) -> Reading | None:
    if scene.anchor.day is None:
        return unanchored()
    turn = _TURNS[hit.word("direction")]
    return dated(whole_year(scene.anchor.day.year + turn), anchor=scene.anchor.basis, confidence=LIKELY)


def in_decade(hit: Hit, scene: Scene) -> Reading | None:
    """ "the 1990s", "the '90s", "the sixties"; two digits are of the last century but for this one's past decades."""
    piece = hit.lexed.words[hit.match.start("decade")]
    spelled = hit.number("decade")
    if spelled is not None:
        return dated(decade(190 + spelled), confidence=LIKELY)
    digits = "".join(sign for sign in piece if sign.isdigit())
    if len(digits) == 4:
        owned = not piece[4:].isalpha() and hit.word("the") != "the"
        return dated(whole_year(int(digits)) if owned else decade(int(digits) // 10))
    if hit.lexed.text[hit.lexed.starts[hit.match.start("decade")]].isdigit() and hit.before() in (
        "his",
        "her",
        "their",
        "my",
        "our",
    ):
        return None
    number = int(digits) // 10
    return dated(decade((200 if number <= 1 else 190) + number), confidence=LIKELY)


def in_century(hit: Hit, scene: Scene) -> Reading | None:
    number = hit.number("number")
    if number is None or not 1 < number <= LAST_YEAR // 100:
        return None
    return dated(century(number - 1))


def relative_century(hit: Hit, scene: Scene) -> Reading | None:
    if scene.anchor.day is None:
        return unanchored()
    turn = _TURNS.get(hit.word("direction"), 0)
    if hit.word("unit") == "decade":
        return dated(decade(scene.anchor.day.year // 10 + turn), anchor=scene.anchor.basis, confidence=LIKELY)
    return dated(century(scene.anchor.day.year // 100 + turn), anchor=scene.anchor.basis, confidence=LIKELY)


def in_quarter(hit: Hit, scene: Scene) -> Reading | None:
    """ "the third quarter of 2021"; without a year, the last one that is over or begun, or the next if the tense says so."""
    number = hit.number("number")
    if number is None or not 1 <= number <= 4 or hit.after() == "of" or hit.after() in ("final", "finals"):
        return None
    year = year_of(hit, "year", scene)
    if year is not None:
        return dated(quarter(year, number))
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored(value=f"XXXX-Q{number}")
    found = quarter(anchor.year, number)
    if scene.tense(hit) is Tense.FUTURE:
        found = found if found.last >= anchor else quarter(anchor.year + 1, number)
    else:
        found = found if found.first <= anchor else quarter(anchor.year - 1, number)
    return dated(found, anchor=scene.anchor.basis, confidence=GUESSED)


def relative_quarter(hit: Hit, scene: Scene) -> Reading | None:
    anchor = scene.anchor.day
    if anchor is None:
        return unanchored()
    turned = anchor.year * 4 + (anchor.month - 1) // 3 + _TURNS.get(hit.word("direction"), 0)
    return dated(quarter(turned // 4, turned % 4 + 1), anchor=scene.anchor.basis, confidence=LIKELY)


def in_half(hit: Hit, scene: Scene) -> Reading | None:
    number, year = hit.number("number"), year_of(hit, "year", scene)
    if number not in (1, 2):
        return None
    return dated(half(year, number)) if year is not None else unanchored(value=f"XXXX-H{number}")


def in_season(hit: Hit, scene: Scene) -> Reading | None:
    year, code = year_of(hit, "year", scene), str(hit.value("season"))
    if year is None:
        return unanchored(value=f"XXXX-{code}")
    return dated(season(year, code, southern=scene.anchor.southern))


def relative_season(hit: Hit, scene: Scene) -> Reading | None:
    """A season counted from the report's day; "the winter" by tense."""
    anchor, code = scene.anchor.day, str(hit.value("season"))
    direction = hit.word("direction")
    if direction == "the" and (
        hit.before() not in ("in", "during", "over", "by", "since", "until", "throughout") or hit.after() == "of"
    ):
        return None
    if anchor is None:
        return unanchored(value=f"XXXX-{code}")
    ways = [season(anchor.year + turn, code, southern=scene.anchor.southern) for turn in (-2, -1, 0, 1)]
    if direction in ("last", "past"):
        found = [one for one in ways if one.last < anchor][-1]
    elif direction in ("next", "coming", "upcoming"):
        found = next(one for one in ways if one.first > anchor)
    elif direction == "this" and not (code == "WI" and anchor.month <= 3):
        found = ways[2]
    elif scene.tense(hit) is Tense.PAST:
        found = [one for one in ways if one.first <= anchor][-1]
    else:
        found = next(one for one in ways if one.last >= anchor)
    return dated(found, anchor=scene.anchor.basis, confidence=LIKELY)


def games_season(hit: Hit, scene: Scene) -> Reading | None:
    """The season of a sport, as such: two years, or the one before or after this; when it begins is the sport's affair."""
    first, second = hit.number("first"), hit.number("second")
    if first is None or second is None:
        return None
    last = first // 100 * 100 + second if second < 100 else second
    last += 100 if last < first else 0
    if last != first + 1:
        return None
    return _two_years(first, last)


def _two_years(first: int, last: int) -> Reading:
    stretch = whole_year(first)
    covered = type(stretch)(f"{first}/{last}", stretch.first, whole_year(last).last, stretch.granularity)
    return dated(covered)


def relative_games_season(hit: Hit, scene: Scene) -> Reading | None:
    words = {
        "last": "PAST_REF",
        "past": "PAST_REF",
        "this": "PRESENT_REF",
        "current": "PRESENT_REF",
        "next": "FUTURE_REF",
    }
    value = words.get(hit.word("direction"))
    return vague(value) if value and hit.before() not in ("rainy", "dry") else None


def two_digit_season(hit: Hit, scene: Scene) -> Reading | None:
    """ "the winter of 2021-22"."""
    reading, first = in_season(hit, scene), hit.number("year")
    second = hit.number("second")
    return reading if first and second == (first + 1) % 100 else None


RULES = (
    Rule("year", "(?:THE YEAR_UNIT)? (?P<year>YEAR_NUMBER)", bare_year),
    Rule("year:relative", "(?P<direction>[LAST THIS NEXT]) YEAR_UNIT", relative_year),
    Rule("year:relative", "THE? (?P<direction>[CURRENT COMING]) YEAR_UNIT", relative_year),
    Rule("decade", "(?P<the>THE)? (?P<decade>DECADES)", in_decade),
    Rule("decade", "THE (?P<decade>DECADE_WORD)", in_decade),
    Rule("century", "THE? (?P<number>[ORDINAL_DAY ORDINAL ORDINAL_WORD]) HYPHEN? CENTURY_UNIT", in_century),
    Rule("century:relative", "THE? (?P<direction>[LAST THIS NEXT CURRENT]) (?P<unit>[CENTURY_UNIT])", relative_century),
    Rule(
        "quarter", "THE? (?P<number>[ORDINAL_WORD ORDINAL_DAY]) HYPHEN? QUARTER (?:OF? (?P<year>A_YEAR))?", in_quarter
    ),
    Rule("quarter", "(?P<letter>QUARTER_LETTER) (?P<number>DAY_NUMBER) (?:OF? (?P<year>YEAR_NUMBER))?", in_quarter),
    Rule("quarter:relative", "THE? (?P<direction>A_DIRECTION) QUARTER", relative_quarter),
    Rule("half", "THE? (?P<number>ORDINAL_WORD) HALF OF (?P<year>A_YEAR)", in_half),
    Rule("season", "THE? (?P<season>SEASON) (?:OF|COMMA)? (?P<year>A_YEAR)", in_season),
    Rule(
        "season",
        "THE? (?P<season>SEASON) OF? (?P<year>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>[DAY_NUMBER INTEGER])",
        two_digit_season,
    ),
    Rule("season:relative", "(?P<direction>[LAST PAST THIS NEXT COMING THE]) (?P<season>SEASON)", relative_season),
    Rule(
        "games-season",
        "THE? (?P<first>YEAR_NUMBER) [HYPHEN SLASH] (?P<second>[DAY_NUMBER INTEGER]) (?:GAMES_SEASON)?",
        games_season,
    ),
    Rule("games-season:relative", "(?P<direction>[LAST PAST THIS CURRENT NEXT]) GAMES_SEASON", relative_games_season),
)
