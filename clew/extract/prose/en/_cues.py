"""The lexicon of English attribution: cue verbs by class, speakers by role, hedges. Words only, no rules.

After R. Saurí and J. Pustejovsky, FactBank (2009), for the classes; the word lists are our own.
"""

import re

from clew.extract.prose._words import words

SAYING = words(
    "say tell state announce add report note explain claim assert insist maintain argue allege write confirm acknowledge "
    "admit concede warn stress emphasize emphasise declare disclose reveal reiterate comment reply testify contend "
    "recall voice express quote cite suggest remark observe mention inform advise repeat complain accuse identify "
    "describe name indicate point caution predict publish"
)
BELIEVING = words(
    "believe think assess suspect conclude estimate judge consider assume doubt fear find determine understand "
    "reckon infer expect"
)
DENYING = words("deny reject dispute refute dismiss")
SHOWING = words(
    "show indicate confirm reveal suggest list describe outline detail record state mention say report identify name "
    "note refer put document"
)
# Verbs that are cues only with a clause or a quotation as content: "expects rain", "names a price" are none.
CLAUSE_ONLY = words(
    "maintain write testify publish argue hold find determine understand consider judge expect observe publish point name record put document refer list "
    "suggest indicate add reply repeat note recall show reveal estimate assume tell inform advise"
)
# Surface forms that are cues whatever the tagger makes of them: a missed one would become the author's voice.
CERTAIN = re.compile(
    r"\b(?:said|says|told|denie[sd]|deny|believe[sd]?|believes|allege[sd]?|alleges|according\s+to|insisted|insists)\b",
    re.IGNORECASE,
)

# "…, three officials say.": the parser may take the cue for a noun.
TRAILING = re.compile(
    r",\s[^,;]{3,160}\s(say|says|show|shows|showed|indicate|indicated|suggest|suggested|reveal|revealed|report|reported|"
    r"confirm|confirmed|believe|claim|claimed|note|notes|noted|add|adds|added|write|writes|wrote)(?=,|[\s.\"]*$)",
    re.IGNORECASE,
)

NOUNS = words(
    "claim claims allegation allegations evidence suggestion belief assessment suspicion suspicions rumour rumours rumor "
    "rumors conclusion possibility accusation accusations assertion indication indications sign signs proof doubt report "
    "reports idea speculation hint hints likelihood fear fears concern concerns"
)

OFFICIALS = words(
    "official officials intelligence investigator investigators diplomat diplomats prosecutor prosecutors detective "
    "detectives inspector inspectors authority authorities officer officers regulator regulators police"
)
INSTITUTIONS = words(
    "ministry government embassy kremlin department council commission parliament administration treasury"
)
EXPERTS = words(
    "expert experts analyst analysts professor researcher researchers scholar scholars economist economists academic "
    "academics historian fellow observer observers scientist"
)
PUBLISHERS = words(
    "agency newspaper daily outlet broadcaster magazine network wire newswire media press journal paper website "
    "channel tabloid weekly"
)
PUBLISHER_NAME = re.compile(
    r"(?:\b(?:Post|Times|Herald|Tribune|Courier|Gazette|Journal|Telegraph|Chronicle|News|Mail|Observer|Daily|Press|"
    r"Wire|Ledger|Digest|Review|Weekly|Bulletin|Monitor|Broadcasting|Radio|Television|TV|Newswire|Newsroom|Agency)|wire)$"
)
DOCUMENTS = words(
    "document documents record records invoice invoices letter letters log logs report reports file files email emails "
    "e-mail e-mails manifest manifests statement statements register registry data contract contracts filing filings "
    "receipt receipts photograph photographs photo photos image images memo memos certificate certificates list lists "
    "correspondence minutes database spreadsheet spreadsheets paper papers waybill waybills bill bills note notes "
    "tickets bookings transcript transcripts ledger ledgers"
)
SOURCES = words("source sources person people insider insiders witness witnesses reporter reporters")
# Addressees that pass nothing on: a court that is told something is not its holder.
NO_CHANNEL = words("court judge committee parliament jury panel inquiry tribunal reporters journalists")

HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|presumably|probably|possibly|likely|perhaps|"
    r"appear(?:s|ed)?\s+to|seem(?:s|ed)?\s+to|(?:believed|thought|said|understood|suspected|alleged|reported|known)\s+to|"
    r"suspected|alleged|(?:listed|identified|named|described)\s+as|may|might)\b",
    re.IGNORECASE,
)
COMMENTARY = re.compile(
    r"\b(?:mark(?:s|ed|ing)?\s+(?:a|an|the)\s+(?:\w+\s+)?(?:shift|turn|turning|change|departure|step|escalation|milestone)|"
    r"(?:may|might|could|will|would)\s+(?:re(?:define|shape|draw|write)|transform|herald|pave)|"
    r"signal(?:s|led)?\s+a|underscore[sd]?|underlines?|raises?\s+questions|remains\s+to\s+be\s+seen|"
    r"as\s+a\s+(?:result|consequence)\b.*\bappears?\b)",
    re.IGNORECASE | re.DOTALL,
)

STAFF_POSTS = words(
    "employee employees engineer engineers technician technicians specialist specialists manager managers accountant "
    "worker workers staff consultant programmer programmers designer designers analyst analysts researcher researchers "
    "professor scientist scientists fellow expert experts representative representatives operator operators adviser "
    "advisor clerk secretary assistant mechanic mechanics inspector lawyer spokesman spokeswoman spokesperson buyer"
)
DIRECTING_POSTS = words("director directors chief ceo president chairman chairwoman chairperson chair executive")
FIRM_NOUNS = words(
    "company companies firm firms maker manufacturer plant factory enterprise supplier trader intermediary corporation "
    "subsidiary institute bureau bank university"
)
