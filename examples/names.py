"""What invented names are made of: cities that are real, words for firms and people that are not."""

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cast import City

CHINESE_CITIES = [  # airport, English, Russian, Chinese, first four digits of its registers' codes
    ("CTU", "Chengdu", "Чэнду", "成都", "51"),
    ("XIY", "Xi'an", "Сиань", "西安", "61"),
    ("HGH", "Hangzhou", "Ханчжоу", "杭州", "33"),
    ("NKG", "Nanjing", "Нанкин", "南京", "32"),
    ("TAO", "Qingdao", "Циндао", "青岛", "37"),
    ("DLC", "Dalian", "Далянь", "大连", "21"),
]
RUSSIAN_CITIES = [
    ("OVB", "Novosibirsk", "Новосибирск", "新西伯利亚", "54"),
    ("SVX", "Yekaterinburg", "Екатеринбург", "叶卡捷琳堡", "66"),
    ("KUF", "Samara", "Самара", "萨马拉", "63"),
    ("PEE", "Perm", "Пермь", "彼尔姆", "59"),
    ("TJM", "Tyumen", "Тюмень", "秋明", "72"),
    ("OMS", "Omsk", "Омск", "鄂木斯克", "55"),
    ("IKT", "Irkutsk", "Иркутск", "伊尔库茨克", "38"),
]
OTHER_CITIES = [
    ("ALA", "Almaty", "Алматы", "阿拉木图", ""),
    ("TAS", "Tashkent", "Ташкент", "塔什干", ""),
    ("IST", "Istanbul", "Стамбул", "伊斯坦布尔", ""),
    ("DXB", "Dubai", "Дубай", "迪拜", ""),
    ("KUL", "Kuala Lumpur", "Куала-Лумпур", "吉隆坡", ""),
    ("FRU", "Bishkek", "Бишкек", "比什凯克", ""),
]
MAKERS = [  # Chinese, pinyin, Russian
    ("澜珂睿", "Lankerui", "Ланькэжуй"),
    ("栩泽衡", "Xuzeheng", "Сюйцзэхэн"),
    ("岚朔翎", "Lanshuoling", "Ланьшолин"),
    ("珩曜微", "Hengyaowei", "Хэнъяовэй"),
]
TRADERS = [  # Russian, English, Chinese
    ("Велтарис Трейд", "Veltaris Trade", "韦尔塔里斯贸易"),
    ("Норвентика", "Norventika", "诺文季卡"),
    ("Омелторг", "Omeltorg", "奥梅尔托尔格"),
    ("Караселин Импорт", "Karaselin Import", "卡拉谢林进口"),
]
PLANTS = [
    ("Кварлитмаш", "Kvarlitmash", "克瓦尔利特机械"),
    ("Тундрелмаш", "Tundrelmash", "通德列尔机械"),
    ("Альтвинприбор", "Altvinpribor", "阿尔特温仪表"),
    ("Зоремаш", "Zoremash", "佐列机械"),
]
CUSTOMERS = [
    ("Фелитана", "Felitana", "费利塔纳"),
    ("Гранит-Осень", "Granit-Osen", "格拉尼特奥森"),
    ("Лимарис", "Limaris", "利马里斯"),
]
SUPPLIERS = [
    ("Уютный Стеллаж", "Uyutny Stellazh", "乌尤特"),
    ("Бумагрид", "Bumagrid", "布马格里德"),
    ("Чайкомир", "Chaikomir", "柴科米尔"),
]
OTHER_BUYERS = [
    ("Жолдасим Лаб", "Zholdasim Lab"),
    ("Аксуйрен Сервис", "Aksuiren Service"),
    ("Тенгрилаб Демо", "Tengrilab Demo"),
]

CHINESE_SURNAMES = [
    ("王", "Wang"), ("赵", "Zhao"), ("孙", "Sun"), ("周", "Zhou"), ("郭", "Guo"), ("罗", "Luo"), ("郑", "Zheng"),
    ("宋", "Song"), ("唐", "Tang"), ("冯", "Feng"), ("董", "Dong"), ("程", "Cheng"), ("邓", "Deng"), ("沈", "Shen"),
    ("彭", "Peng"), ("苏", "Su"), ("蒋", "Jiang"), ("叶", "Ye"),
]  # fmt: skip
CHINESE_GIVEN = [  # as the traveller writes it, as a namesake would, pinyin
    ("鹤川", "赫川", "Hechuan"), ("砚秋", "彦秋", "Yanqiu"), ("翎远", "凌远", "Lingyuan"), ("柏霁", "白霁", "Baiji"),
    ("珩舟", "恒舟", "Hengzhou"), ("屿森", "宇森", "Yusen"), ("栖岳", "齐岳", "Qiyue"), ("砾文", "立文", "Liwen"),
    ("霄辰", "晓晨", "Xiaochen"), ("沐衡", "木衡", "Muheng"), ("筠泽", "云泽", "Yunze"), ("骐川", "奇川", "Qichuan"),
    ("靖澜", "景澜", "Jinglan"), ("朔北", "硕北", "Shuobei"), ("绍钧", "少军", "Shaojun"), ("闻笛", "文迪", "Wendi"),
]  # fmt: skip
RUSSIAN_SURNAMES = [
    "Верестеев", "Лукодольский", "Тимохвалов", "Озерников", "Кременцов", "Берестнягин", "Заславин", "Мостовидов",
    "Рубелин", "Сольвеков", "Дарогонин", "Полевицын",
]  # fmt: skip
RUSSIAN_GIVEN = ["Аркадий", "Виктор", "Денис", "Роман", "Глеб", "Павел", "Максим", "Вадим", "Антон"]
PATRONYMICS = ["Петрович", "Львович", "Олегович", "Андреевич", "Романович", "Викторович", "Семенович", "Борисович"]
STRANGERS = [
    ("Aldiyarov Nurbek", "KAZ"), ("Sarpekov Daniyar", "KAZ"), ("Tasbulatov Erlan", "KAZ"), ("Karimsakova Aigul", "KAZ"), ("Yildirsoy Emre", "TUR"), ("Oztavan Selin", "TUR"),
    ("Demirhal Kaan", "TUR"), ("Rashidovich Timur", "UZB"), ("Mirzalimov Jasur", "UZB"), ("Norbekova Dilnoza", "UZB"), ("Chandravel Arjun", "IND"), ("Iyerkote Meena", "IND"),
    ("Almansour Tariq", "ARE"), ("Zainolabd Faisal", "ARE"), ("Limkwan Siew", "MYS"), ("Tanrasid Hafiz", "MYS"), ("Bakbergen Marat", "KAZ"), ("Usmonkul Olim", "UZB"),
]  # fmt: skip

_LATIN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "ie",
            "y",
            "_",
            "e",
            "iu",
            "ia",
        ],
        strict=True,
    )
) | {"ё": "e"}


def to_latin(russian: str) -> str:
    """Return Russian words in Latin letters, as a passport writes them (ICAO Doc 9303)."""
    letters = [_LATIN.get(char.lower(), char).replace("_", "") for char in russian]
    return "".join(
        letter.capitalize() if char.isupper() else letter for char, letter in zip(russian, letters, strict=True)
    )


def russian_address(dice: random.Random, city: "City") -> dict[str, str]:
    """Return an invented address in a Russian city, in three languages."""
    russian, latin, chinese = dice.choice(
        [
            ("Кварцевая", "Kvartsevaya", "石英"),
            ("Полынная", "Polynnaya", "艾草"),
            ("Третья Стекольная", "Tretya Stekolnaya", "第三玻璃"),
        ]
    )
    house, room, index = dice.randint(2, 98), dice.randint(101, 599), f"{dice.randint(400, 690)}0{dice.randint(10, 99)}"
    return {
        "ru": f"{index}, г. {city.ru}, ул. {russian}, д. {house}, оф. {room}",
        "en": f"office {room}, {house} {latin} St., {city.en}, {index}, Russia",
        "zh": f"俄罗斯{city.zh}市{chinese}街{house}号{room}室",
    }


def chinese_address(dice: random.Random, city: "City") -> dict[str, str]:
    """Return an invented address in a Chinese city, in three languages."""
    chinese, latin, russian = dice.choice(
        [
            ("云砚路", "Yunyan Road", "Юньянь"),
            ("青棋街", "Qingqi Street", "Цинци"),
            ("落星大道", "Luoxing Avenue", "Лосин"),
        ]
    )
    house, block = dice.randint(8, 998), dice.randint(1, 9)
    return {
        "zh": f"{city.zh}市高新区{chinese}{house}号{block}栋",
        "en": f"Block {block}, No. {house} {latin}, High-tech Zone, {city.en}, China",
        "ru": f"КНР, г. {city.ru}, ул. {russian}, {house}, корп. {block}",
    }
