# ruff: noqa: RUF001 -- letters of Arabic and Hebrew stand here on purpose
"""Arabic, Persian, Urdu and Hebrew words in Latin letters: articles off, known names vocalised, the rest by its consonants.

In: a word. Out: lower-case Latin words. An unknown word gets an `a` between consonants, so that letters meet letters;
its skeleton is what is really compared. Sources: BGN/PCGN 1956 (Arabic), ALA-LC Hebrew.
"""

import re

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u0591-\u05c7]")
_ALIF = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ة": "ه"}
)
_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n",
    "ے": "e", "ئ": "i", "ؤ": "u", "ء": "", "ڤ": "v", "ۇ": "u", "ە": "a", "ڭ": "ng", "ې": "e", "ۆ": "o", "ښ": "sh",
    "ځ": "z", "څ": "ts", "ټ": "t", "ډ": "d", "ړ": "r", "ڼ": "n", "ږ": "g", "ګ": "g",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "k", "ך": "k", "ל": "l",
    "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
# Given names, words of names and of organizations that Latin texts vocalise in one way more than in others.
_KNOWN_ARABIC = """
محمد mohammed|احمد ahmad|محمود mahmoud|حامد hamid|حميد hamid|حمد hamad|علي ali|حسن hasan|حسين husayn|عمر omar|عمرو amr
عثمان othman|خالد khalid|وليد walid|سعيد said|سعد saad|سعود saud|ابراهيم ibrahim|اسماعيل ismail|يوسف yusuf|موسي musa
عيسي issa|داود dawud|سليمان sulayman|يحيي yahya|زكريا zakariya|نوح nuh|ادم adam|هارون harun|ايوب ayyub|يعقوب yaqub
اسحاق ishaq|صالح salih|صلاح salah|مصطفي mustafa|مرتضي murtada|طه taha|ياسين yasin|ياسر yasir|عمار ammar|بلال bilal
طارق tariq|زياد ziyad|زيد zayd|جمال jamal|جميل jamil|كمال kamal|كامل kamil|كريم karim|رحيم rahim|رحمن rahman|رحمان rahman
عزيز aziz|جبار jabbar|قادر qadir|غفور ghafur|غفار ghaffar|ملك malik|مالك malik|سلام salam|سالم salim|سليم salim|قدوس quddus
حكيم hakim|حليم halim|حفيظ hafiz|حافظ hafiz|حق haq|هادي hadi|مهدي mahdi|باقر baqir|صادق sadiq|جعفر jafar|كاظم kazim
رضا rida|عباس abbas|فاضل fadil|فضل fadl|فيصل faysal|فهد fahd|فارس faris|فاروق faruq|فؤاد fuad|فواد fuad|قاسم qasim|قصي qusay
عدي uday|صدام saddam|نصر nasr|ناصر nasir|نصرالله nasrallah|منصور mansur|منير munir|مراد murad|مروان marwan|ماجد majid
مجيد majid|نبيل nabil|نعيم naim|نزار nizar|نور nur|انور anwar|اكرم akram|اشرف ashraf|اسعد asad|اسد asad|ايمن ayman
امين amin|امير amir|انس anas|اسامه usama|اياد iyad|باسم basim|بشار bashar|بشير bashir|بدر badr|بكر bakr|برهان burhan
توفيق tawfiq|ثابت thabit|حبيب habib|حاتم hatim|حازم hazim|حيدر haydar|خليل khalil|خليفه khalifa|راشد rashid|رشيد rashid
رامي rami|رياض riyad|سامي sami|سمير samir|سيف sayf|سهيل suhayl|شريف sharif|شاكر shakir|شكري shukri|شمس shams|ضياء diya
طلال talal|طاهر tahir|ظاهر zahir|عادل adil|عاطف atif|عاصم asim|عصام isam|عماد imad|عرفات arafat|عامر amir|عبدالله abdallah
غازي ghazi|غالب ghalib|لطيف latif|لقمان luqman|ليث layth|لؤي luay|مازن mazin|مؤيد muayyad|مسعود masud|مشعل mishal|معاذ muadh
نجيب najib|نايف nayif|هاشم hashim|هشام hisham|هاني hani|هيثم haytham|وائل wail|وسام wisam|وهاب wahhab|يونس yunus|يزيد yazid
زهير zuhayr|زين zayn|جاسم jasim|جابر jabir|جاد jad|جواد jawad|جهاد jihad|جلال jalal|مجاهد mujahid|مختار mukhtar|معمر muammar
قذافي qadhafi|حافظ hafiz|مؤمن mumin|عايشه aisha|عائشه aisha|فاطمه fatima|خديجه khadija|مريم maryam|زينب zaynab|ليلي layla
سعاد suad|هدي huda|هند hind|رغد raghad|رنا rana|ساجده sajida|سميره samira|امنه amina|امينه amina|نوره nura
اعظم azam|غلام ghulam|گل gul|گلاب gulab|خان khan|شاه shah|اغا agha|اغاي agha|جان jan|ملا mullah|مولوي mawlawi|حاجي haji|حاج haj|سيد sayyid
شيخ shaykh|مير mir|نظر nazar|اختر akhtar|اخوند akhund|اخند akhund|ولي wali|نبي nabi|رسول rasul|رحمت rahmat|نعمت nimat|عبد abd
عبيد ubayd|الله allah|اله allah|دين din|بن bin|ابن bin|بنت bint|ابو abu|ابي abu|ابا abu|ام umm|ال al
بغدادي baghdadi|مصري masri|ليبي libi|تونسي tunisi|جزائري jazairi|مغربي maghribi|عراقي iraqi|سوري suri|يمني yamani|حجازي hijazi
تكريتي tikriti|موصلي mawsili|دوري duri|حسيني husayni|علوي alawi|هاشمي hashimi|زبيدي zubaydi|عتيبي utaybi|مطيري mutayri
شمري shammari|قحطاني qahtani|غامدي ghamdi|زهراني zahrani|حربي harbi|عنزي anzi|دوسري dawsari|شهري shihri|عولقي awlaqi
كردي kurdi|تركي turki|افغاني afghani|باكستاني pakistani|هندي hindi|سوداني sudani|صومالي somali|فلسطيني filistini|كويتي kuwayti
قطري qatari|سعودي saudi|ايراني irani|طهراني tehrani|خراساني khorasani|شيرازي shirazi|اصفهاني isfahani|تبريزي tabrizi
شركه company|بنك bank|مصرف bank|بانك bank|مؤسسه foundation|موسسه foundation|مكتب office|جمعيه association|لجنه committee
حزب hizb|جيش jaysh|جبهه jabhat|حركه harakat|كتيبه katibat|كتائب kataib|لواء liwa|انصار ansar|شريعه sharia|دوله dawla
اسلاميه islamic|اسلامي islamic|جماعه jamaat|قاعده qaida|مجاهدون mujahidun|مجاهدين mujahidin|شبكه network|جهاديه jihadiya
دوليه international|دولي international|عامه general|عام general|تجاره trade|تجاريه trading|تجاري trading|نفط oil|بترول petroleum
صناعه industry|صناعيه industrial|صناعات industries|صناعي industrial|شحن shipping|نقل transport|بحريه maritime|طيران airlines
هندسه engineering|تكنولوجيا technology|خيريه charitable|وطنيه national|وطني national|مركزي central|عربيه arab|عربي arab
مجموعه group|استيراد import|تصدير export|مقاولات contracting|صرافه exchange|اغاثه relief|وزاره ministry|معهد institute
"""
_KNOWN = dict(entry.split() for line in _KNOWN_ARABIC.strip().splitlines() for entry in line.split("|"))
_KNOWN_HEBREW = dict(
    pair.split()
    for pair in [
        "משה moshe",
        "דוד david",
        "יוסף yosef",
        "אברהם avraham",
        "יצחק yitzhak",
        "יעקב yaakov",
        "שמעון shimon",
        "בנימין binyamin",
        "שלמה shlomo",
        "חיים haim",
        "כהן cohen",
        "לוי levi",
        "אליהו eliyahu",
        "מרדכי mordechai",
        "אריה aryeh",
        "מיכאל michael",
        "דניאל daniel",
        "שרה sarah",
        "רחל rachel",
        "מרים miriam",
        "יהודה yehuda",
        "נתן natan",
        "אהרן aharon",
        "אהרון aharon",
        "בן ben",
        "בר bar",
        "ישראל israel",
        "שמואל shmuel",
        "צבי zvi",
        "זאב zeev",
        "דב dov",
        "מאיר meir",
        "גל gal",
        "רון ron",
        "נועם noam",
        "איתן eitan",
        "עמוס amos",
        "אורי uri",
        "אלון alon",
    ]
)


def arabic_words(word: str) -> list[str]:
    """Return the Latin words of one Arabic-script word: عبدالله is `abd`, `allah`."""
    bare = _MARKS.sub("", word).translate(_ALIF)
    known = _KNOWN.get(bare)
    if known:
        return [known]
    for prefix in ("عبد", "ابو"):
        if bare.startswith(prefix) and len(bare) > 5:
            return [*arabic_words(prefix), *arabic_words(bare[3:])]
    if bare.endswith("الله") and len(bare) > 5:
        return [*arabic_words(bare[:-4]), "allah"]
    if bare.startswith(("وال", "بال")) and len(bare) > 5:
        return arabic_words(bare[3:])
    if bare.startswith("لل") and len(bare) > 4:
        return arabic_words(bare[2:])
    if bare.startswith("ال") and len(bare) > 3:
        return arabic_words(bare[2:])
    return [_vocalised(_arabic_sounds(bare))]


def hebrew_word(word: str) -> str:
    """Return a Hebrew word in Latin letters."""
    bare = _MARKS.sub("", word)
    if bare in _KNOWN_HEBREW:
        return _KNOWN_HEBREW[bare]
    sounds = []
    for place, letter in enumerate(bare):
        if letter == "ו":
            sounds.append("v" if place == 0 else "o")
        elif letter == "י":
            sounds.append("y" if place == 0 else "i")
        elif letter == "ה" and place == len(bare) - 1:
            sounds.append("a")
        else:
            sounds.append(_HEBREW.get(letter, ""))
    return _vocalised(sounds)


def _arabic_sounds(bare: str) -> list[str]:
    sounds: list[str] = []
    for place, letter in enumerate(bare):
        after = bare[place + 1 : place + 2]
        if letter == "و":
            sounds.append("w" if place == 0 or after in ("ا", "ي") else "u")
        elif letter == "ي":
            sounds.append("y" if place == 0 or after in ("ا", "و") else "i")
        elif letter == "ع":
            sounds.append("a" if place == 0 or after not in ("ا", "ي", "و") else "")
        elif letter == "ه" and place == len(bare) - 1 and place > 1:
            sounds.append("a")
        else:
            sounds.append(_LETTERS.get(letter, ""))
    return [sound for sound in sounds if sound]


def _vocalised(sounds: list[str]) -> str:
    out: list[str] = []
    for place, sound in enumerate(sounds):
        before = sounds[place - 1] if place else ""
        if before and before not in "aeiou" and sound not in "aeiou":
            # Four consonants in a row are two closed syllables: kaskas, not kasakas.
            closed = place >= 2 and len(out) > 1 and out[-2] == "a" and place < len(sounds) - 1
            out.append("" if closed else "a")
        out.append(sound)
    return "".join(out)
