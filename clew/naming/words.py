"""Words that mean the same in a name: nicknames and national forms of given names, company words in several languages.

In: a lower-case Latin word. Out: the number of its group, or 0. Two words of one group are alike, not equal.
Sources: everyday use of given names in English, Russian, Ukrainian, Arabic; terms of firms' names on OFAC, EU and UN lists.
"""

import re
from typing import Final

_GIVEN = """
robert bob rob bobby robbie|william bill will billy willie|richard dick rick richie|james jim jimmy jamie|john jon johnny jack
joseph joe joey|charles charlie chuck|thomas tom tommy|edward ed eddie ted ned|michael mike mick mikhail mykhailo misha mikail mikael
alexander alex aleksandr aleksander oleksandr alexandr alexandre alejandro sasha sanya iskander alexandros|elizabeth liz beth betty lisa elisabeth
katherine catherine kate katie kathy ekaterina kateryna katya katharina|margaret maggie meg peggy|andrew andy andrei andrey andriy andrii andre andreas
anthony tony anton antonio|nicholas nick nikolai nikolay mykola kolya nikolas nicolas nikola nikolaos|daniel dan danny danil daniil danylo
david dave davit dawud dawood daud daoud|benjamin ben benny|samuel sam sammy|stephen steven steve stefan stepan esteban stephan
peter pete pyotr petr petro pavlos|matthew matt matvey matvei|gregory greg grigory grigori grigoriy hryhoriy grigor|patrick pat
george georgy georgi georgiy heorhiy yuri yury yuriy iurii yurii jorge georgios|paul pavel pavlo pablo pasha|vladimir volodymyr vova volodya uladzimir wladimir
dmitry dmitri dmitriy dmytro dima dzmitry dimitri dmitrii|sergey sergei serhiy serhii seryozha siarhei sergiy sergio|eugene evgeny evgeni yevgeny yevgeniy evgeniy yevhen zhenya ievgen
alexey alexei aleksey aleksei oleksiy oleksii alyosha aliaksei|konstantin kostya kostiantyn constantine kostyantyn|vyacheslav viacheslav slava vyachaslav
ivan vanya ioann|anna anya hanna ann anne|elena olena helena yelena lena|olga olha olya|natalia natalya nataliya natasha nataliia natalie
maria mariya masha mary marie mariia maryam|tatiana tatyana tetiana tanya tetyana|irina iryna ira irene|julia yulia iuliia yuliya juliya yuliia
svetlana svitlana sveta|viktor victor vitya|boris borya borys|fyodor fedor fedir theodore theodor|igor ihor ihar|oleg oleh aleh
leonid lyonya leo|lev leo leon|roman roma|arkady arkadi arkadiy|anatoly anatoliy anatoli tolya anatolii|gennady gennadi gennadiy hennadiy gennadii
valery valeriy valeri valerii|vasily vasiliy vasyl vasya basil vasili vasilii|mohammed muhammad mohamed mohammad muhammed mohamad muhamad mehmet mohd mehmed magomed mahomet
ahmed ahmad ahmet akhmad akhmed|hussein husain husayn hussain huseyin hossein hosein husein|hassan hasan hassen|ali aly|omar umar omer umer
osama usama usamah osamah|yusuf yousef youssef yusef yosef yusif yousuf yusup|ibrahim ebrahim ibragim abraham brahim|ismail ismael esmail esmaeil
suleiman sulayman sulaiman soleiman suleyman soliman|said saeed sayed syed sayyid saied sayid|khalid khaled halid|mustafa mostafa moustafa mustapha
mahmoud mahmud mahmood mehmud|abd abdul abdel abdu abdal|jafar jaafar jaffar|qasim qasem kasim kassem gasem ghasem|gaddafi qadhafi qaddafi kadafi
uthman osman othman usman|haji hajji hadji haj hajj alhaj|mullah mulla molla mola|shaykh sheikh sheik shaikh cheikh|maulavi mawlawi maulawi mawlavi molavi
abu abou abo|bin ibn ben|oglu ogly oghlu|kyzy gyzy qizi kizi|ho hoh|rahman rehman rahmaan|aziz azeez|karim kareem|rashid rasheed|nasir nasser naser nasr
"""
_FIRM = """
company co companies firm kompaniya kompania kompani sherkat compania compagnie empresa societe sociedad obshchestvo gesellschaft ettehad
corporation corp korporatsiya corporacion|limited ltd limitada|incorporated inc|group grp gruppa gruppe groupe grupo grup gruppy
holding holdings kholding|international intl internatsionalnyy internacional internationale mezhdunarodnyy inter
trading trade torgovyy torgovaya treyding treiding trejding torgovlya commerce commercial bazargani tejarat comercial handel handels ticaret tijarat torg kommercheskiy kommerchesky
bank banque banco banka bankasi unhaeng|industry industries industrial ind promyshlennost promyshlennyy sanat sanaye industria industrie industriya sanayi
technology technologies tech tekhnologiya tekhnologii technologie tecnologia technological tekhnologicheskiy tekhno techno
engineering eng engineers inzhiniring mohandesi ingenieria|machinery machine machines mashinostroitelnyy mashinostroenie maschinenbau mash mekhanicheskiy
factory plant zavod works fabrika fabrik karkhaneh fabrica usine mill|institute inst institut institution instituto
research reserch issledovatelskiy nauchno forschung tahghighat investigacion|center centre tsentr zentrum centro merkez markaz
university univ universitet daneshgah universidad universite universitat|shipping maritime marine navigation keshtirani sudokhodstvo naviera shipowners lines line
transport transportation transportnyy transportes hamlonaghl|airlines airline air airways avia aviakompaniya aviation havapeyma hava
petroleum oil neft neftyanoy naft petro petrol neftegaz|gas gaz|energy energo energiya energeticheskiy energie energia|electric electronics electronic elektro elektronika elektronnyy electrical electronique
chemical chemicals khimicheskiy chemie chimie shimiyayi quimica kimya|construction stroitelnyy stroitelstvo stroy construcciones construcciones insaat bau building
investment investments invest investitsionnyy investitsii inversiones capital kapital sarmayeh|development devt razvitie razvitiya desarrollo tosee
insurance strakhovoy strakhovaya bimeh seguros sigorta|general gen generalnyy umumi|national natl natsionalnyy nacional melli nationale milli
import imports importing importacion|export exports exporting exportacion|services service svc servicios uslugi khadamat servis hizmetleri
foundation fund fond bonyad fundacion fondation vakif establishment est muassasat muassasa muassasah stichting stiftung stiftelse anstalt yayasan fondazione fonds|association assn assoc assotsiatsiya asociacion anjoman verein society foreningen jamiyat jamiat jamiyya|office bureau byuro daftar oficina
organization organisation org organizatsiya sazman organizacion|brothers bros brat bratya freres|manufacturing mfg proizvodstvo proizvodstvennyy tolidi production imalat
science sciences scientific nauchnyy elmi wissenschaft|military voennyy nezami voenno|aerospace kosmicheskiy havafaza|union soyuz unity ittihad etehad
joint sovmestnyy mixed|government govt|department dept departament otdel|first pervyy erste 1 1st ilk|second vtoroy 2 2nd two ii|third tretiy 3 3rd three iii|fourth chetvertyy 4 four iv|five 5 fifth pyatyy|six 6 sixth|seven 7 seventh|eight 8 eighth viii|nine 9 ninth ix|ten 10 tenth|new novyy novaya neue nueva|state gosudarstvennyy dolati
russia russian rossiya rossiyskiy rossiyskaya rus|iran iranian|syria syrian|korea korean choson|china chinese zhongguo|belarus belarusian belarusskiy
exchange sarafi hawala sarrafi|army jaish jaysh geish jeish|charitable charity khayriyyah khairia khayriya welfare blagotvoritelnyy|force forces quwat|
movement harakat haraka dvizhenie|battalion battalions katibat katiba kataib|brigade brigades liwa brigada|party hizb partiya partido parti|soldiers jund|martyrs martyr shahid shuhada shohada
relief aid aide ighatha humanitarian gumanitarnyy|television tv televidenie|news novosti|supporters ansar|levant sham|network shabaka|ministry ministerstvo wizarat vezarat ministerio
council shura majlis sovet consejo|security bezopasnost bezopasnosti amn amniyat seguridad|defense defence oborona oborony difa oboronnyy defensa|management upravlenie upravleniye yonetim modiriat
assets aktivy aktivami asset aktivov|pipelines pipeline truboprovod truboprovodov truboprovodnyy|design proekt project proektnyy projects|finance financial finans finansovyy finances|leasing lizing lizingovyy
consulting konsalting consultants consultancy|shipyard shipbuilding sudostroitelnyy verf sudoverf|repair remontnyy remont|materials material materialy|marketing pazarlama|foreign dis vneshne vneshnyaya
revolution revolutionary enghelab inqilab revolyutsionnyy revolucionario|islamic islami eslami islamiya islamiyya islamique islamico|youth shabab|people peoples narodnyy minjok|federation federatsiya federacion
media ilam|cultural culture kulturnyy farhangi|tourism turizm travel turistik|food gida foods pishchevoy|automobile automotive otomotiv avtomobilnyy auto oto|textile tekstil textiles|medical medikal meditsinskiy
logistics lojistik logistika logistik logistic|informatics informatsionnyy informatica information|software yazilim|real emlak inmobiliaria inmobiliarios estate
qaeda qaida kaida|street ulitsa|house dom|saint st sankt san santa|mining gornyy madan mineral minerals|steel stal foulad fulad metallurgicheskiy|agriculture agricultural agro
"""
# Syllables of Korean names in the hands of the North, the South, McCune-Reischauer and passports.
_KOREAN = """
gang kang|geon gun kon kun geun keun|gyeong kyong kyung gyong kyoung|gwang kwang|gu ku koo|guk kuk gook kook|gyu kyu|gi ki|gil kil|dae tae|deok tok duk
dong tong|du tu doo|myeong myong myung|mun moon|beom bom pom bum|byeong pyong byong byung|bong pong|bok pok|seo so suh|seok sok suk sook seuk|seon son sun soon seun
seong song sung seung|su soo|sik shik|sin shin|ahn an|yang ryang|yeong yong young yung ryong|ok ock|yun yoon youn|yu yoo ryu you|eun un|ui eui|lee yi ri rhee|lim rim
jae chae|jeong jong jung chong chung joung cheong|je che|jo cho joe|ju joo chu|jun joon chun|jin chin|cheol chol chul|jang chang|hyeok hyok hyuk|hyeon hyon hyun|hyeong hyong hyung
hui hee hi|hun hoon|park pak bak|choe choi choy|baek paek paik baik|heo hur|no ro roh noh|yeom yom|kwon gwon|kwak gwak|bae pae|bang pang|woo u|uk wook ook|yeo yo ryo|yeon yon ryon|hak hack
nam|min|man|sang|sam|il|in|ha|han|hae|hong|hwa|hwan|hyo|pyo|won|taek|pil|ung woong|rak|hyang|am|ryol|gap kap|gye kye
"""
_SYLLABLES: Final = [line.split() for row in _KOREAN.strip().splitlines() for line in row.split("|")]
_NAMED: Final = [
    line.split() for block in (_GIVEN, _FIRM) for row in block.strip().splitlines() for line in row.split("|")
]
_GROUPS: Final = _NAMED + _SYLLABLES
_GROUP_OF: Final[dict[str, int]] = {
    word: number for number, words in reversed([*enumerate(_GROUPS, start=1)]) for word in words
}
_FIRM_STARTS = sum(len(row.split("|")) for row in _GIVEN.strip().splitlines()) + 1
KOREAN_STARTS = len(_NAMED) + 1
# A Russian adjective in any gender or case, as romanised: one stem of six letters or more.
_ADJECTIVE = re.compile(r"(?:yy|iy|yi|ii|iye|yye|aya|aia|aja|oe|oye|oje|ogo|oi|oy|y|i|o)$")
_STEMS: Final = {
    _ADJECTIVE.sub("", word): number
    for word, number in _GROUP_OF.items()
    if _FIRM_STARTS <= number < KOREAN_STARTS and word.endswith(("nyy", "skiy")) and len(word) > 8
}

# Joined to what follows or worth little: articles, "son of", "of", "and"; never all that a name has.
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ur",
        "as",
        "ad",
        "ar",
        "ash",
        "bin",
        "ibn",
        "ben",
        "bint",
        "ould",
        "oglu",
        "ogly",
        "kyzy",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "la",
        "le",
        "les",
        "du",
        "van",
        "von",
        "der",
        "den",
        "the",
        "and",
        "of",
        "for",
        "y",
        "e",
        "i",
        "und",
        "et",
        "en",
        "fi",
        "wa",
    ]
)
ABD = ("abdul", "abdel", "abdal", "abdoul", "abdol", "abdur", "abder", "abdus", "abdu", "abd")
DIN = ("uddin", "eddin", "eddine", "oddin", "uldin", "aldin", "addin", "iddin", "udin")


def group_of(word: str) -> int:
    """Return the number of the group of a word, from 1; 0 where it has none."""
    found = _GROUP_OF.get(word, 0)
    if not found and len(word) > 6:
        found = _STEMS.get(_ADJECTIVE.sub("", word), 0)
    return found


def korean_syllables() -> frozenset[str]:
    """Return the syllables of Korean names that several hands spell differently."""
    return frozenset(word for line in _SYLLABLES for word in line)


def is_korean_syllable(word: str) -> bool:
    """Say whether a word is a syllable of Korean names that several hands spell differently."""
    return _GROUP_OF.get(word, 0) >= KOREAN_STARTS


def is_company_word(word: str) -> bool:
    """Say whether a word is one that firms share: trading, bank, zavod."""
    return _FIRM_STARTS <= group_of(word) < KOREAN_STARTS
