"""Words that mean the same in a name: nicknames and national forms of given names, company words in several languages.

In: a lower-case Latin word. Out: the number of its group, or 0. Two words of one group are alike, not equal.
Sources: everyday use of given names in English, Russian, Ukrainian, Arabic; terms of firms' names on OFAC, EU and UN lists.
"""

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
trading trade torgovyy torgovaya torgovlya commerce commercial bazargani tejarat comercial handel handels ticaret tijarat torg kommercheskiy kommerchesky
bank banque banco banka bankasi|industry industries industrial ind promyshlennost promyshlennyy sanat sanaye industria industrie industriya sanayi
technology technologies tech tekhnologiya tekhnologii technologie tecnologia technological tekhnologicheskiy tekhno techno
engineering eng engineers inzhiniring mohandesi ingenieria|machinery machine machines mashinostroitelnyy mashinostroenie maschinenbau mash mekhanicheskiy
factory plant zavod works fabrika fabrik karkhaneh fabrica usine mill|institute inst institut institution instituto
research reserch issledovatelskiy nauchno forschung tahghighat investigacion|center centre tsentr zentrum centro merkez markaz
university univ universitet daneshgah universidad universite universitat|shipping maritime marine navigation keshtirani sudokhodstvo naviera shipowners lines line
transport transportation transportnyy transportes hamlonaghl|airlines airline air airways avia aviakompaniya aviation havapeyma hava
petroleum oil neft neftyanoy naft petro petrol neftegaz|gas gaz|energy energo energiya energeticheskiy energie energia|electric electronics electronic elektro elektronika elektronnyy electrical electronique
chemical chemicals khimicheskiy chemie chimie shimiyayi quimica kimya|construction stroitelnyy stroitelstvo stroy construcciones construcciones insaat bau building
investment investments invest investitsionnyy investitsii inversiones capital kapital sarmayeh|development devt razvitie razvitiya desarrollo tosee
insurance strakhovoy strakhovaya bimeh seguros|general gen generalnyy umumi|national natl natsionalnyy nacional melli nationale milli
import imports importing importacion|export exports exporting exportacion|services service svc servicios uslugi khadamat
foundation fund fond bonyad fundacion fondation vakif|association assn assoc assotsiatsiya asociacion anjoman verein|office bureau byuro daftar oficina
organization organisation org organizatsiya sazman organizacion|brothers bros brat bratya freres|manufacturing mfg proizvodstvo proizvodstvennyy tolidi
science scientific nauchnyy elmi wissenschaft|military voennyy nezami|aerospace kosmicheskiy havafaza|union soyuz unity ittihad etehad
joint sovmestnyy mixed|government govt|department dept departament otdel|first pervyy erste|new novyy novaya neue nueva|state gosudarstvennyy dolati
russia russian rossiya rossiyskiy rossiyskaya rus|iran iranian|syria syrian|korea korean choson|china chinese zhongguo|belarus belarusian belarusskiy
street ulitsa|house dom|saint st sankt san santa|mining gornyy madan mineral minerals|steel stal foulad fulad metallurgicheskiy|agriculture agricultural agro
"""
_GROUPS: Final = [
    line.split() for block in (_GIVEN, _FIRM) for row in block.strip().splitlines() for line in row.split("|")
]
_GROUP_OF: Final[dict[str, int]] = {word: number for number, words in enumerate(_GROUPS, start=1) for word in words}
_FIRM_STARTS = sum(len(row.split("|")) for row in _GIVEN.strip().splitlines()) + 1

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
    return _GROUP_OF.get(word, 0)


def is_company_word(word: str) -> bool:
    """Say whether a word is one that firms share: trading, bank, zavod."""
    return _GROUP_OF.get(word, 0) >= _FIRM_STARTS
