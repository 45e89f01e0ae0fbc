"""Descriptions of people and bodies, and the PLOVER sector each tells: written before the lists were looked at."""

import pytest

from sayso.ontology.actors.sectors import sector_told

TOLD = {
    "GOV": [
        "president",
        "deputy foreign minister",
        "the Kenyan agriculture secretary",
        "a senior government official",
        "two health officials",
        "the mayor",
        "regional governor",
        "the Turkish ambassador",
        "a Western diplomat",
        "interior ministry",
        "a finance ministry spokeswoman",
        "the government",
        "city council",
        "prime minister",
        "customs officials",
        "the head of state",
        "embassy spokesman",
        "the vice president",
    ],
    "MIL": [
        "army spokesman",
        "a navy commander",
        "the air force",
        "General",
        "a retired colonel",
        "two soldiers",
        "the military",
        "a defence force captain",
        "troops",
    ],
    "COP": [
        "police",
        "the police chief",
        "Detective Inspector",
        "a police spokeswoman",
        "border guards",
        "the county sheriff",
    ],
    "JUD": [
        "the judge",
        "a Supreme Court justice",
        "chief prosecutor",
        "an appeals court",
        "the tribunal",
        "prosecutors",
    ],
    "LEG": [
        "an opposition lawmaker",
        "Senator",
        "the parliament",
        "a conservative MP",
        "the parliamentary speaker",
        "congresswoman",
    ],
    "REB": ["a rebel commander", "the rebels", "the insurgents", "a rebel spokesman", "separatist leader"],
    "PRM": ["a militia leader", "mercenaries"],
    "UAF": ["unknown gunmen", "the attackers"],
    "CRM": ["a gang leader", "smugglers"],
    "SPY": ["the intelligence chief", "a former spy", "an intelligence agency"],
    "OPP": ["the opposition leader", "the opposition", "a jailed dissident"],
    "PTY": ["the ruling party", "a party spokesman", "the party chairman", "coalition"],
    "ELI": ["the former president", "ex-premier", "a former finance minister", "the ousted prime minister"],
    "CVL": ["a resident", "villagers", "protesters", "an activist", "human rights campaigner", "witnesses"],
    "LAB": ["the union", "a union leader", "factory workers", "dock workers", "a trade union official"],
    "AGR": ["farmers", "a fisherman", "a farm leader"],
    "REF": ["refugees", "an asylum seeker", "migrants"],
    "EDU": ["a student leader", "the university", "a political science professor", "teachers", "the headteacher"],
    "JRN": ["a newspaper editor", "reporters", "state television", "the broadcaster", "a radio station"],
    "MED": ["a doctor", "the hospital", "a surgeon", "paramedics", "a hospital spokesman"],
    "REL": ["the archbishop", "a Shia cleric", "the church", "a rabbi", "a church leader"],
    "BUS": [
        "the company",
        "a company spokesman",
        "the airline",
        "the bank's chief executive",
        "an oil executive",
        "shopkeepers",
        "the carmaker",
    ],
    "NGO": ["a charity", "an aid group", "a rights group", "an aid worker"],
    "IGO": ["a UN official", "a NATO spokesman", "the U.N. envoy", "the United Nations"],
    None: ["a spokesman", "the leader", "a woman", "the man", "a study", "the chairwoman", "a member", "the report"],
}


@pytest.mark.parametrize(("phrase", "sector"), [(phrase, sector) for sector, many in TOLD.items() for phrase in many])
def test_what_a_description_tells(phrase, sector):
    assert sector_told(phrase.lower().split()) == sector
