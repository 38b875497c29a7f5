"""The lexicon of English attribution: cue verbs by class, speakers by role, hedges. Words only, no rules.

After R. Saurí and J. Pustejovsky, FactBank (2009), for the classes; the word lists are our own.
"""

import re

from clew.extract.prose._words import words

# How a voice sounds: cues beside what is said, never with a thing alone.
MANNER = words(
    "babble bark bawl bellow bleat boom bray cackle chirp chortle chuckle coo croak croon drawl drone groan growl grunt hiss holler howl "
    "intone lisp moan mumble purr rasp roar scream screech shriek sigh simper snarl sniff snort splutter squawk squeak squeal stammer stutter "
    "thunder trill wail warble wheeze whimper whine yell yelp yap crow trumpet grouse gripe carp bleat opine rant deadpan "
    "parrot chime interject exclaim ejaculate marvel muse reply wisecrack"
)
SAYING = (
    words(
        "say tell state announce add report note explain claim assert insist maintain argue allege write confirm acknowledge "
        "admit concede warn stress emphasize emphasise declare disclose reveal reiterate comment reply testify contend "
        "recall voice express quote cite suggest remark observe mention inform advise repeat complain accuse identify "
        "describe name indicate point caution predict publish assure promise pledge vow swear boast brag recount relate remember "
        "regret recommend rule flag post tweet blog protest propose hint imply underline underscore opine joke lament retort respond "
        "counter answer object attest certify affirm remind notify brief signal speculate theorise theorize posit charge call "
        "brand label dub portray characterise characterize forecast project urge demand question recite narrate confide "
        "confess clarify specify outline detail elaborate proclaim pronounce preach plead petition profess purport record read "
        "deplore denounce condemn criticise criticize welcome stipulate convey relay forward hear learn agree guarantee "
        "interject submit aver venture reaffirm restate concur document chronicle highlight reassure grumble fume scoff sneer blame "
        "recollect reminisce murmur mutter whisper shout cry snap quip muse gush enthuse rejoin volunteer divulge verify vouch rate attribute ascribe emerge transpire speak depose peg price threaten accept recognise recognize rumour rumor decide warrant"
    )
    | MANNER
)
BELIEVING = words(
    "believe think assess suspect conclude estimate judge consider assume doubt fear find determine understand "
    "reckon infer expect feel guess presume surmise deem view regard worry hope anticipate calculate deduce see hold trust figure suppose imagine conjecture"
)
DENYING = words("deny reject dispute refute dismiss rebut contest contradict disavow repudiate disclaim rubbish debunk")
# "convinced that", "of the view that": a belief without a verb of belief.
STATES = words(
    "convinced confident sure certain worried concerned afraid doubtful sceptical skeptical adamant hopeful positive satisfied "
    "persuaded insistent emphatic unequivocal unconvinced optimistic pessimistic alarmed uneasy wary"
)
DOUBTING = words("doubt unconvinced doubtful sceptical skeptical")
VIEWS = words(
    "view opinion belief assessment judgment judgement estimation reckoning eyes estimate estimates analysis account telling version words "
    "understanding count tally calculation calculations reading recollection"
)
SHOWING = words(
    "show indicate confirm reveal suggest list describe outline detail record state mention say report identify name "
    "note refer put document point propose prove demonstrate establish find contain read warn conclude claim allege flag "
    "trace attest imply illustrate corroborate support contradict set specify certify give estimate add tell explain ask request "
    "recommend charge rule"
)
# Verbs that are cues only with a clause or a quotation as content: "expects rain", "names a price" are none.
CLAUSE_ONLY = words(
    "maintain write testify publish argue hold find determine understand consider judge expect observe publish point name record put document refer list "
    "suggest indicate add reply repeat note recall show reveal estimate assume tell inform advise see trust view feel hope guess "
    "answer respond counter relate remember rule post protest propose question read rate record agree hear learn detail outline relay "
    "forward urge demand charge call brand label dub portray anticipate calculate project welcome brief notify signal plead "
    "joke snap specify convey verify vouch identify quote think swear regret object worry brag confess remind pronounce give "
    "set support ask request prove establish contain contradict contest doubt understand submit venture reaffirm restate concur document chronicle highlight reassure grumble "
    "fume scoff sneer figure suppose imagine conjecture recollect reminisce attribute ascribe emerge transpire speak depose peg price threaten accept recognise recognize rumour rumor decide warrant"
)
# Cues only with a clause that has a subject of its own, or with quoted words: "hopes to visit", "promised to pay" tell of
# a plan, not of something held to be so.
CLAUSE_ONLY |= MANNER
WITH_SUBJECT = words(
    "hope expect promise pledge vow agree learn hear remember see regret fear urge demand want worry trust swear request ask propose decide plead threaten volunteer offer"
)
# "calls the claims absurd": content is the thing and what it is called.
CALLING = words(
    "call brand label dub portray describe characterise characterize consider deem view regard see find depict paint cast frame hail tout bill "
    "style term tag rate rank classify categorise categorize remember"
)
BETWEEN_US = words("agree discuss request arrange plan promise mention note instruct require")  # in "as agreed"
ASKING = words("ask wonder inquire enquire")
# Surface forms that are cues whatever the tagger makes of them: a missed one would become the author's voice.
CERTAIN = re.compile(
    r"\b(?:said|says|told|denie[sd]|deny|believe[sd]?|believes|allege[sd]?|alleges|according\s+to(?!\s+(?:plan|schedule|law|custom)\b)|insisted|insists|"
    r"claim(?:s|ed)\s+that|(?:announce|acknowledge|conclude|argue|declare|state|note|promise|reveal|disclose)[sd]\s+that|"
    r"(?:report|confirm|admit|assert|warn|suggest|add|explain|testif|assess|suspect|show|indicat|contend|maintain|stress)"
    r"(?:ed|s|ted|ied|ies|es)\s+that)\b",
    re.IGNORECASE,
)

# "…, three officials say.": the parser may take the cue for a noun.
TRAILING = re.compile(
    r",\s[^,;]{3,160}\s(say|says|show|shows|showed|indicate|indicated|suggest|suggested|reveal|revealed|report|reported|"
    r"confirm|confirmed|believe|claim|claimed|note|notes|noted|add|adds|added|write|writes|wrote|allege|alleged|continue|continued|"
    r"warn|warned|argue|argued|explained|recalled|testified|insist|insisted|complained|acknowledged|conceded|admitted)"
    r"(?=,|[\s.\"]*$)",
    re.IGNORECASE,
)

NOUNS = words(
    "claim claims allegation allegations evidence suggestion belief assessment suspicion suspicions rumour rumours rumor "
    "rumors conclusion possibility accusation accusations assertion indication indications sign signs proof doubt report "
    "reports idea speculation hint hints likelihood fear fears concern concerns suspicions view views opinion judgment judgement "
    "finding findings statement statements denial understanding falsehood falsehoods lie lies myth fiction slander insinuation insinuations"
)

OFFICIALS = words(
    "official officials intelligence investigator investigators diplomat diplomats prosecutor prosecutors detective "
    "detectives inspector inspectors authority authorities officer officers regulator regulators police customs coastguard watchdog watchdogs policeman policemen policewoman cop cops sheriff "
    "constable sergeant ambassador ambassadors consul consuls marshal commissioner commissioners commander commanders general generals colonel lieutenant admiral brigadier judge judges magistrate "
    "magistrates court courts tribunal tribunals inspectorate inspectorates col gen maj brig adm sgt lt insp supt gendarmerie soldier soldiers army navy military ombudsman envoy envoys "
    "attache attaches coroner coroners examiner examiners registrar registrars bailiff bailiffs warden wardens gendarme gendarmes "
    "marshals serviceman servicemen troops counterintelligence constabulary militiamen superintendent superintendents registrar major majors corporal "
    "corporals brigadiers lieutenants colonels admirals sergeants constables commandant commandants paymaster quartermaster justice justices "
    "arbitrator arbitrators adjudicator adjudicators referee assessor assessors"
)
INSTITUTIONS = words(
    "ministry ministries government governments embassy embassies kremlin department departments council councils commission commissions parliament "
    "administration treasury consulate consulates delegation delegations secretariat presidency cabinet committee committees congress senate "
    "directorate chancellery legation municipality prefecture"
)
EXPERTS = words(
    "expert experts analyst analysts professor researcher researchers scholar scholars economist economists academic "
    "academics historian historians fellow fellows observer observers scientist scientists specialist specialists "
    "pundit pundits forecasters lecturer strategist strategists statistician statisticians pathologist commentator commentators "
    "physicist physicists chemist chemists academics thinktank author authors surveyor surveyors epidemiologist theorist theorists "
    "psychiatrist psychiatrists geneticist geneticists botanist botanists demographer demographers cartographer cartographers oceanographer "
    "oceanographers linguist linguists actuary actuaries forecaster pundits watchers"
)
PUBLISHERS = words(
    "television tv radio station agency newspaper daily outlet broadcaster magazine network wire newswire media press journal paper website "
    "channel tabloid weekly outlets newspapers broadcasters stations magazines websites dailies weeklies tabloids portal portals blog blogs podcast "
    "columnist columnists correspondent correspondents journalist journalists newsletter newsroom monthly quarterly"
)
PUBLISHER_NAME = re.compile(
    r"(?:\b(?:Post|Times|Herald|Tribune|Courier|Gazette|Journal|Telegraph|Chronicle|News|Mail|Observer|Daily|Press|"
    r"Wire|Ledger|Digest|Review|Weekly|Bulletin|Monitor|Broadcasting|Radio|Television|TV|Newswire|Newsroom|Agency|Monthly|World|Today|Online|Standard|Globe|Star|Sun|Mirror|Guardian|Independent|Examiner|Dispatch|Register|Sentinel)|wire|"
    r"^(?:Reuters|AFP|AP|Bloomberg|BBC|CNN|NPR|CBS|NBC|Xinhua|TASS|Interfax|RIA(?: Novosti)?|Kyodo|Yonhap|Politico|Axios|Meduza|Kommersant|Vedomosti|"
    r"Caixin|Nikkei|ANSA|EFE|dpa|DPA|Al Jazeera|Le Monde|Der Spiegel|Sky News|Fox News|Forbes|Wired|Fortune|The Economist|Newsweek))$"
)
DOCUMENTS = words(
    "testimony testimonies release releases communique communiques document documents record records invoice invoices letter letters log logs report reports file files email emails "
    "e-mail e-mails manifest manifests statement statements register registry data contract contracts filing filings "
    "receipt receipts photograph photographs photo photos image images memo memos certificate certificates list lists "
    "correspondence minutes database spreadsheet spreadsheets paper papers waybill waybills bill bills note notes "
    "tickets bookings transcript transcripts ledger ledgers study studies survey surveys analysis analyses audit audits "
    "databases statistics figures timeline test tests indictment indictments affidavit affidavits complaint lawsuit verdict "
    "ruling transcripts notice notices entry entries licence licences license licenses permit permits messages message "
    "footage video videos recording recordings evidence research finding findings screenshot screenshots chats contract agreement "
    "agreements article articles memorandum presentation brochure catalogue manual label labels stamp stamps diary "
    "calendar itinerary itineraries visa visas passports results calculations imagery manifests declaration declarations "
    "accounts decision decisions cable cables sheet sheets datasheet datasheets review reviews dossier dossiers pictures scan scans probe poll polls bulletin "
    "bulletins circular circulars summons writ deed deeds passport telegram telegrams roster rosters timesheet timesheets book books page pages form forms advertisement warrant summary tracker "
    "assessment assessments appraisal appraisals evaluation evaluations briefing briefings advisory advisories dispatch dispatches despatch despatches "
    "protocol protocols resolution resolutions treaty decree decrees ordinance verdicts rulings judgment judgments warrants subpoena subpoenas "
    "injunction submission submissions pleading pleadings petition petitions motion deposition depositions lawsuits indictments complaints "
    "investigation investigations inquiry inquiries enquiry enquiries inspection inspections examination autopsy autopsies post-mortem intercept "
    "intercepts wiretap wiretaps telemetry metadata radar sonar logbook logbooks diaries notebook notebooks inventory inventories archive archives "
    "chart charts graph graphs map maps drawing drawings blueprint blueprints diagram diagrams plaque inscription poster posters placard leaflet "
    "leaflets flyer flyers pamphlet pamphlets booklet booklets brochures catalogues manuals memoir memoirs biography autobiography obituary memoranda "
    "prospectus disclosure disclosures factsheet census index forecast forecasts projection projections estimate estimates simulation simulations "
    "model models sample samples swabs voucher vouchers cheque cheques ticket telex telexes fax faxes text texts voicemail voicemails postcard "
    "postcards tweet tweets slide slides spreadsheet caption captions headline headlines footnote footnotes annex appendix clause paragraph preamble "
    "guideline guidelines guidance policy questionnaire questionnaires essay essays chapter schedule readings measurements tables profile profiles facts cv resume testimonial"
)
SOURCES = words(
    "source sources person people witness witnesses eyewitness eyewitnesses bystander bystanders onlooker onlookers informant "
    "informants whistleblower whistleblowers tipster tipsters reporter reporters someone somebody"
)
# Addressees that pass nothing on: a court that is told something is not its holder.
NO_CHANNEL = words(
    "court judge committee parliament jury panel inquiry inquest hearing commission council congress senate assembly tribunal jurors reporters journalists correspondents newsmen"
)

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
# What a firm or a body is called where its name is left out: somebody works for it, it buys, it is at a place.
HOUSES = FIRM_NOUNS | words(
    "agency association airline airlines airport airfield academy brewery broker brokerage business carrier charity chamber clinic club "
    "college conglomerate consortium consultancy contractor cooperative dealer dealership developer distributor dockyard exporter "
    "forwarder foundation foundry fund group hospital importer insurer laboratory lab lender mill mine network "
    "newspaper operator organisation organization outfit parent partnership producer publisher refinery reseller retailer "
    "school shipbuilder shipowner shipper shipyard startup start-up subcontractor supermarket syndicate trust union unit utility "
    "shop store vendor venture warehouse wholesaler workshop works yard affiliate branch offshoot arm ministry department regulator "
    "buyer seller consignee customer client hotel restaurant"
)
# What one is a member of, where it stands without a name.
BODIES = words(
    "board council committee commission club party chamber association union panel parliament assembly senate league federation "
    "society presidium bureau secretariat cabinet circle lodge guild order crew jury delegation"
)
