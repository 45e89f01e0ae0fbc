"""Lines that ask the reader to do something else: read on, share, subscribe, accept cookies."""

from __future__ import annotations

import re

_LONGEST = 600
_SEPARATED = r"\s{0,3}(?:[:|»›→>]|[-–—]{1,2}(?=\s))\s{0,3}"

# Each is matched against a whole line, from its beginning; what is a sentence of a report must not match.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "related",
        re.compile(
            rf"\A\W{{0,4}}(?:related(?:\s(?:articles?|stor(?:y|ies)|coverage|news|topics?|"
            rf"content|links?|posts?|reads?|reading|video))?|read(?:\s(?:more|also|next|"
            rf"this|on))"
            rf"|(?:also|more\sto)\sread|see\s(?:also|more)|must\sread|more\son\sthis(?:\sstory)"
            rf"?|more\sfrom\s[\w\s]{{1,40}}|further\sreading|don['’]t\smiss"
            rf"|recommended(?:\s(?:for\syou|reading|stories))?|most\s(?:read|popular|"
            rf"viewed)|editor['’]?s['’]?\s(?:picks?|choice)|you\s(?:may|might)\salso\s(?:like|"
            rf"be\sinterested\sin)"
            rf"|explore\smore|in\scase\syou\smissed\sit|up\snext|trending(?:\snow)?|"
            rf"top\sstories|latest\snews|background\sreading){_SEPARATED}\S.{{0,300}}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "related",
        re.compile(
            r"\A\W{0,4}(?:related(?:\s(?:articles?|stor(?:y|ies)|coverage|news|topics?|"
            r"content|links?|posts?|reads?|reading|video))|(?:read|see|show)\smore|"
            r"read\s(?:also|next)|also\sread|see\salso|more\son\sthis(?:\sstory)?|further\sreading|"
            r"recommended(?:\s(?:for\syou|reading|stories))|most\s(?:read|popular|viewed)"
            r"|"
            r"editor['’]?s['’]?\s(?:picks?|choice)|you\s(?:may|might)\salso\slike|continue\sreading|"
            r"keep\sreading|read\sthe\s(?:full|original)\s(?:story|article|report)(?:\shere)"
            r"?|"
            r"full\sstory|load\smore|up\snext|trending(?:\snow)?|top\sstories|latest\snews|"
            r"click\shere(?:\s(?:to|for)\s[\w\s]{1,60})?|related)\W{0,6}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "related",
        re.compile(
            r"\A\W{0,3}(?:watch|listen|video|podcast|gallery|in\spictures)(?:\s(?:now|"
            r"live|here|more))?\s?[:|]\s?[^.\"“”]{3,160}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"\A\W{0,4}(?:(?:share|tweet|post|pin|email|e-mail|mail|print|save|bookmark|"
            r"copy(?:\slink)?|link(?:\scopied)?|facebook|twitter|x|whatsapp|linkedin|"
            r"telegram|reddit|"
            r"pinterest|messenger|viber|flipboard|tumblr|vkontakte|bluesky|threads|"
            r"instagram|youtube|rss|like|follow(?:\sus)?|this|article|on|via|with\sfriends|"
            r"and|or|share\son|comments?)"
            r"[\s|,/•·:+]{0,4}){1,24}\W{0,3}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"\A\W{0,3}share\s(?:this|the|your|on|via|with)\b[^.\"“”]{0,100}\W?\Z|\A\W{0,3}follow\s(?:us|"
            r"@\w{1,30}|[A-Z][\w\s]{1,40})\son\s[^\"“”]{2,120}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "prompt",
        re.compile(
            r"\A\W{0,3}(?:you\s(?:are\sreceiving|received)\sthis|(?:got|were\syou\sforwarded)\sthis\s|unsubscribe\b|to\sunsubscribe\b|"
            r"view\s(?:this\s(?:e-?mail|message)\s)?in\s(?:your\s)?browser"
            r"|sent\sfrom\smy\s\w{2,20})[^\"“”]{0,300}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "prompt",
        re.compile(
            r"\A\W{0,4}(?:sign\sup|subscribe|register|join\s(?:us|our|the)|log\sin|"
            r"sign\sin|get\s(?:the|our|your|all|more|breaking)|stay\s(?:up\sto\sdate|"
            r"informed|tuned)|enter\syour\semail|download\s(?:our|the)|support\s(?:our|"
            r"independent|quality)|"
            r"become\sa\s(?:member|subscriber)|donate|make\sa\s(?:donation|contribution)"
            r"|want\s(?:more|to\sread)|start\syour|don['’]t\smiss|never\smiss|keep\sup\swith|"
            r"like\sour)\b"
            r"(?=.{0,300}\b(?:newsletters?|updates?|alerts?|inbox|channel|podcasts?|"
            r"e-?mails?|subscri(?:be|ption|ber)s?|briefing|telegram|youtube|whatsapp|"
            r"notifications?|apps?|journalism|account|membership|facebook\spage|free\strial|"
            r"stories\sdelivered|continue\sreading|comment)\b)"
            r"[^\"“”]{0,400}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "prompt",
        re.compile(
            r"\A\W{0,3}(?:sign\sup|subscribe(?:\snow)?|log\sin|sign\sin|register|newsletter(?:s)"
            r"?|(?:daily|weekly)\snewsletter|your\semail(?:\saddress)?|already\sa\ssubscriber\?.{0,40})"
            r"\W{0,3}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "cookie",
        re.compile(
            r"\A\W{0,4}(?:(?:we|this\s(?:web)?site|our\s(?:web)?site|we\sand\sour\s(?:\d{1,4}\s)"
            r"?partners)\s(?:uses?|stores?|process)\b[^\"“”]{0,60}\bcookies?\b|by\s(?:continuing|"
            r"using|clicking)\b.{0,160}\byou\s(?:agree|accept|consent)\b|"
            r"(?:accept|reject|allow|manage)\s(?:all\s)?(?:cookies?|preferences|consent|"
            r"settings)|cookie\s(?:policy|settings|preferences|notice|consent)|your\sprivacy|"
            r"we\s(?:value|care\sabout)\syour\sprivacy|"
            r"to\sdisplay\sthis\scontent\sfrom)[^\"“”]{0,500}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "advert",
        re.compile(
            r"\A\W{0,6}(?:advertisements?|advertising|ads?|sponsored(?:\s(?:content|"
            r"links?|by\s[\w\s]{1,40}))?|promoted(?:\s(?:content|stories))?|paid\s(?:content|"
            r"post|partnership)|"
            r"(?:story|article|text|content)\scontinues\s(?:below|after)(?:\s(?:this\s|"
            r"the\s)?(?:ad|advert|advertisement|advertising|video|photo|gallery))?|"
            r"scroll\s(?:down\s)?to\s(?:continue|read)(?:\s(?:reading|more))?|skip\s(?:ad|"
            r"advert|advertisement)|"
            r"report\sthis\sad|remove\sads?|loading)\W{0,6}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "comment",
        re.compile(
            r"\A\W{0,4}(?:(?:\d{1,6}|no|view|show|hide|all|read|see|add|post|write|"
            r"leave)?\s?(?:a\s|the\s|your\s|all\s)?(?:comments?|reply|replies)(?:\s?\(?\d{1,6}\)?)"
            r"?|join\sthe\s(?:conversation|discussion|debate)|have\syour\ssay|"
            r"what\sdo\syou\sthink\?|comments?\s(?:are\s)?(?:closed|disabled|off)|(?:log|"
            r"sign)\sin\sto\s(?:post\sa\s)?comment)\W{0,4}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "copyright",
        re.compile(
            r"\A\W{0,3}(?:(?:copyright\s?(?:\(c\)|©|:|by\b|(?:19|20)\d\d|\|)|\(c\)|"
            r"©)[^\"“”]{2,200}|(?:all\srights\sreserved|no\spart\sof\sthis)[^\"“”]{0,200}|"
            r"this\smaterial\smay\snot\sbe\spublished[^\"“”]{0,120})\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "note",
        re.compile(
            r"\A\W{0,3}(?:this\s(?:story|article|report|post|page|piece|copy|item|headline|"
            r"version|text|dispatch)\s(?:has\sbeen|was|is|will\sbe)\s(?:\w{1,12}\s)"
            r"{0,2}(?:updated|corrected|amended|edited|changed|revised|refiled|"
            r"published|translated|modified|syndicated|auto-generated|first\spublished|"
            r"reproduced|republished|produced)|an?\searlier\sversion\sof\sthis|the\s(?:headline|"
            r"story|article)\s(?:of\sthis\s\w{1,12}\s)?(?:has\sbeen|was)\s(?:updated|"
            r"corrected|amended|changed)|"
            r"(?:editor['’]?s['’]?\snote|corrections?|clarifications?|eds|writethru|"
            r"disclaimer)\s{0,2}[:—–-])[^\n]{0,500}\Z",
            re.IGNORECASE,
        ),
    ),
    (
        "note",
        re.compile(
            r"\A\((?:adds|updates|recasts|corrects|writes\sthrough|repeats|refiles)\b[^\"“”]{0,240}\)\Z", re.IGNORECASE
        ),
    ),
    (
        "prompt",
        re.compile(
            r"\A\W{0,3}(?:do|have|got|if|know|can)\b[^\"“”]{0,120}\b(?:story|stories|tip|tips|news|information|share)\b"
            r"[^\"“”]{0,160}\b[\w.+-]{1,40}@[\w-]{1,40}\.[\w.-]{2,40}[^\"“”]{0,60}\Z",
            re.IGNORECASE,
        ),
    ),
    ("contact", re.compile(r"\A\(\([^\"“”]{3,300}\)\)\Z")),
    ("navigation", re.compile(r"\A\W{0,3}our\sstandards\s?:[^\"“”]{3,80}\Z", re.IGNORECASE)),
    (
        "end",
        re.compile(
            r"\A[\s(\[*-]{0,4}(?:ends?|-?\s?30\s?-?|more|xxx|\.\.\.)[\s)\]*-]{0,4}\Z|\A[\s#*_=~+•·-]{2,80}\Z",
            re.IGNORECASE,
        ),
    ),
    ("page", re.compile(r"\A\W{0,3}(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,3}\Z", re.IGNORECASE)),
    (
        "navigation",
        re.compile(
            r"\A\W{0,3}(?:skip\sto\s(?:main\s)?(?:content|navigation)|back\sto\s(?:top|"
            r"home)|home|menu|search|close|next|previous|print\sthis\s(?:page|article|"
            r"story)|\d{1,3}\s?min(?:ute)?s?\sread|reading\stime\W{1,3}\d{1,3}\s?min(?:ute)"
            r"?s?|"
            r"listen\sto\s(?:this\s)?(?:article|story)|(?:increase|decrease)\s(?:font|"
            r"text)\ssize|font\ssize|about\sus|contact\sus|terms\s(?:of\s(?:use|service)"
            r"|and\sconditions)|privacy\spolicy|(?:home|news)(?:\s?[>›»/]\s?[\w\s&-]{2,40})"
            r"{1,5})\W{0,3}\Z",
            re.IGNORECASE,
        ),
    ),
)


_REPORTED = re.compile(r"\b(?:said|says|told|tells|added|announced|claimed|warned|denied|argued|wrote|according\sto)\b")
_NEVER_REPORTED = ("prompt", "cookie", "copyright", "share", "advert", "comment")


def reason_of(line: str) -> str | None:
    """Why a line is no part of a report ("related", "share", "prompt", "advert" …); None if it may be one."""
    if len(line) > _LONGEST:
        return None
    reason = next((reason for reason, rule in _RULES if rule.match(line)), None)
    return None if reason in _NEVER_REPORTED and _REPORTED.search(line) else reason
