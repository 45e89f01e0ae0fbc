"""News agencies and what they sign with."""

from __future__ import annotations

import re

# Short name, as most papers print it, to the other names it goes by.
_NAMES: dict[str, tuple[str, ...]] = {
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "AP": ("Associated Press", "The Associated Press"),
    "Reuters": ("Thomson Reuters", "Reuters News Agency"),
    "dpa": ("DPA", "Deutsche Presse-Agentur"),
    "PA": ("PA Media", "Press Association", "PA News Agency"),
    "UPI": ("United Press International",),
    "AAP": ("Australian Associated Press",),
    "CP": ("Canadian Press", "The Canadian Press"),
    "EFE": ("Agencia EFE",),
    "ANSA": (),
    "APA": ("Austria Presse Agentur", "Austria Press Agency"),
    "TASS": ("ITAR-TASS",),
    "Interfax": ("Interfax-Ukraine",),
    "RIA Novosti": ("RIA",),
    "Ukrinform": (),
    "UNIAN": (),
    "BelTA": ("BELTA",),
    "Xinhua": ("Xinhua News Agency",),
    "Kyodo": ("Kyodo News",),
    "Jiji Press": ("Jiji",),
    "Yonhap": ("Yonhap News Agency",),
    "PTI": ("Press Trust of India",),
    "ANI": ("Asian News International",),
    "IANS": ("Indo-Asian News Service",),
    "UNI": ("United News of India",),
    "APP": ("Associated Press of Pakistan",),
    "BSS": ("Bangladesh Sangbad Sangstha",),
    "UNB": ("United News of Bangladesh",),
    "Bernama": (),
    "Antara": ("Antara News",),
    "PNA": ("Philippine News Agency",),
    "VNA": ("Vietnam News Agency",),
    "Anadolu": ("Anadolu Agency", "AA"),
    "IRNA": ("Islamic Republic News Agency",),
    "SANA": ("Syrian Arab News Agency",),
    "WAFA": ("Palestine News and Information Agency",),
    "SPA": ("Saudi Press Agency",),
    "WAM": ("Emirates News Agency",),
    "QNA": ("Qatar News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "MENA": ("Middle East News Agency",),
    "NAN": ("News Agency of Nigeria",),
    "GNA": ("Ghana News Agency",),
    "PANA": ("Panapress",),
    "ACN": ("Agència Catalana de Notícies", "Catalan News Agency"),
    "Lusa": (),
    "Belga": ("Belga News Agency",),
    "ANP": (),
    "TT": (),
    "NTB": (),
    "Ritzau": (),
    "STT": (),
    "PAP": ("Polish Press Agency",),
    "CTK": ("ČTK", "Czech News Agency"),
    "MTI": (),
    "Agerpres": (),
    "BTA": (),
    "Tanjug": (),
    "BNS": ("Baltic News Service",),
    "KCNA": ("Korean Central News Agency",),
    "CNA": ("Central News Agency",),
    "Bloomberg": ("Bloomberg News",),
    "AllAfrica": (),
    "Thomson Reuters Foundation": (),
    "StatePoint": (),
}
_KNOWN = {name.casefold(): short for short, others in _NAMES.items() for name in (short, *others)}
_BETWEEN = re.compile(r"\s{0,3}(?:/|,|;|&|\+|\band\b|\bwith\b)\s{0,3}")
_ARTICLE = re.compile(r"\A(?:the)\s+", re.IGNORECASE)


def agency(name: str) -> str | None:
    """The usual short name of the agency called `name`; None if it is not one we know."""
    bare = name.strip(" .")
    return _KNOWN.get(bare.casefold()) or _KNOWN.get(_ARTICLE.sub("", bare).casefold())


def agencies(names: str) -> tuple[str, ...]:
    """The agencies in a line that holds nothing else ("AFP, Reuters"); empty if any name is not an agency's."""
    if len(names) > 120:
        return ()
    whole = agency(names)
    if whole:
        return (whole,)
    found = [agency(name) for name in _BETWEEN.split(names.strip()) if name]
    return tuple(dict.fromkeys(name for name in found if name)) if found and all(found) else ()
