"""Who can speak, and as what: classes of nouns beside those of the lexicon of cues. Words only, no rules."""

import re

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues

PRONOUNS = words("he she they it i we him her them us who this that these those others one")
POSSESSIVES = words("its his their our my your her whose")
SERVICE_WORDS = words("ministry intelligence security government defence defense foreign customs police state")
SCHOLAR = re.compile(r"[a-z]{3,}(?:ologist|urgist|onomist|hemist|hysicist|ematician)s?")
SHOWN_BY = words("indicate show suggest reveal point")
STATE_BODIES = words(
    "police customs authority inspectorate constabulary gendarmerie coastguard tribunal court army navy military intelligence watchdog regulator"
)
SPEAKING_FOR = words(
    "source sources spokesman spokeswoman spokesperson spokespeople spokesmen spokesperson spokespersons"
)
# What makes a source a source of the state; a ministry's spokesman speaks for a side, a police force's is police.
STATE = words(
    "government ministry diplomatic security intelligence judicial official ministerial presidential kremlin defence defense federal"
)
SERVICES = words(
    "police military army navy customs coastguard guard prosecution border security intelligence court forces defence defense prosecutor prosecutors "
    "prosecutor's force gendarmerie enforcement"
)
# Houses that are what their owner is: the prosecutor's office, the tax office, the mayor's office.
HOUSES = words(
    "office offices bureau unit units squad section branch division team teams force forces service services agency agencies board"
)
STATE_WORK = words(
    "prosecutor prosecutors prosecution police coroner harbourmaster harbormaster registrar sheriff ombudsman customs tax revenue excise immigration migration border coast fraud homicide vice drugs "
    "anti-corruption statistics census patent cartel audit investigative investigation inspection bomb forensic rescue fire emergency"
)
GOVERNING = words(
    "minister president premier chancellor governor mayor ombudsman consul presidential ministerial mayoral consular"
)
MEMBERS = words(
    "someone somebody person people man woman member members representative representatives head heads chief chiefs deputy employee employees staffer staffers insider insiders delegate "
    "delegates figure figures operative operatives agent agents guard guards clerk clerks worker workers"
)
PANELS = words("panel group team committee board")  # "the Group of Experts", "the Panel" of a sanctions committee
# "border guards", "the police chief", "government auditors"
STATE_POSTS = words(
    "technician technicians engineer engineers doctor doctors diver divers pilot pilots scientist scientists statistician "
    "guard guards chief chiefs agent agents auditor auditors patrol patrols attorney attorneys service services forces"
)
STATE_BRANCHES = words(
    "border coast prison police customs army navy military government state federal tax intelligence fire immigration national ministry district "
    "air emergency rescue"
)
TEACHING = words(
    "teach lecture research study work direct head lead run chair hold"
)  # "who teaches law at the University of Corrin"
# What bookkeepers and clerks are called by their work: "accounts swear they paid"; a record believes and swears nothing.
OF_PEOPLE = words("swear think hope fear guess reckon want promise complain feel doubt worry want know insist")
# Officers of a firm: "three former compliance officers", "the chief financial officer".
PRIVATE = words(
    "compliance financial executive operating technology technical information marketing commercial risk loan press communications sales "
    "purchasing procurement investment corporate personnel accounts credit safety training bank union company"
)
PARTS = frozenset({"one", "some", "several", "both", "many", "most", "none", "neither"})
RESEARCH = re.compile(r"\b(?:Institute|University|Centre|Center|College|School|Foundation|Academy|Observatory)\b")
SPEAKING_PRONOUNS = words("i we he she they you who everyone everybody some many others one both most all")
DOER = re.compile(r"\w{3,}(?:[eo]r|ist|man|woman|men|women|ee|ant|ian|eur|smith|wright|wife|folk|ster)s?")
PERSONS = (
    (cues.SOURCES - {"people"})
    | (
        cues.OFFICIALS
        - words("intelligence court courts tribunal tribunals inspectorate inspectorates army navy military")
    )
    | cues.EXPERTS
    | cues.STAFF_POSTS
    | cues.DIRECTING_POSTS
    | words(
        "people man woman men women boy girl child children widow widower father mother son daughter brother sister uncle aunt cousin nephew niece "
        "husband wife parent parents relative relatives friend friends neighbour neighbours colleague colleagues guest guests priest priests nun monk "
        "bishop nurse nurses doctor doctors medic medics surgeon surgeons pilot pilots captain captains crew cook cooks guard guards chef chefs "
        "inmate inmates refugee refugees villager villagers local locals resident residents survivor survivors victim victims suspect suspects "
        "defendant defendants claimant claimants appellant respondent plaintiff plaintiffs counsel minister ministers mp mps lawmaker lawmakers "
        "governor governors mayor mayors senator senators deputy deputies premier chancellor king queen prince princess duke boss bosses ceo cfo "
        "clerk clerks student students pupil pupils hand hands deckhand deckhands sailor sailors docker dockers tenant tenants aide aides envoy "
        "spokespeople client clients patient patients youth hermit peasant peasants critic critics ally allies rival rivals backer backers opponent "
        "opponents lad lads guy guys mate mates boyfriend girlfriend ex fiance fiancee heir heirs chief chiefs head heads delegate delegates "
        "agent agents mum mums dad dads notary notaries landlord landlords landlady imam imams passer-by passers-by host hosts heiress spy spies conscript "
        "conscripts recruit recruits veteran veterans rebel rebels pal pals buddy buddies kid kids shepherd shepherds stevedore stevedores bosun "
        "grandson granddaughter grandfather grandmother sister-in-law brother-in-law stepson stepfather ex-wife ex-husband heir"
    )
)
BODIES = cues.FIRM_NOUNS | words(
    "union unions association federation league party opposition side board club charity ngo group groups family families team court bank "
    "defence defense prosecution jury panel church monastery hospital clinic school airline shipyard yard refinery mill cooperative fund foundation "
    "consortium syndicate cartel gang militia rebels junta regime state country crown applicant tribe village community public camp campaign "
    "management staff workforce owners shareholders headquarters office buyer seller operator carrier contractor insurer hotel restaurant "
    "polytechnic institute academy faculty laboratory lab foundry port line exchange lender museum parish mosque synagogue temple mission bureau "
    "secretariat workshop depot branch brewery shop store studio gallery orchestra council assembly garrison brigade squad unit subsidiary"
)
