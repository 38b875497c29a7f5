"""What else lies in a folder: the first page, mails, an odd table, a broken file, an empty one, notes. A Story comes in."""

import random
from datetime import date, timedelta

from cast import Cast
from pdf import write_pdf
from sheet import Block, Style, Text, Title
from writers import write, write_csv, write_mail


def first_page() -> bytes:
    """Return the PDF that says, in three languages, that everything here is invented."""
    said: list[Block] = [
        Title("READ ME FIRST", middle=True),
        Text("Everything in this folder is invented."),
        Text(
            "Every person, firm, document, number and list here was made by a program, to show how Clew works. Cities and their airport codes are real; "
            "nothing said to have happened in them did. Any likeness to a person or a firm is chance."
        ),
        Title("ПРОЧТИТЕ СНАЧАЛА", middle=True),
        Text("Всё в этой папке вымышлено."),
        Text(
            "Все лица, организации, документы, номера и списки созданы программой для демонстрации Clew. Города и коды аэропортов настоящие; "
            "описанных здесь событий не было. Любое сходство с людьми или фирмами случайно."
        ),
        Title("请先阅读", middle=True),
        Text("本文件夹中的一切均为虚构。"),
        Text(
            "所有人物、公司、文件、编号和名单均由程序生成，仅用于演示 Clew。城市及机场代码真实存在，但文中所述事件从未发生。如与任何人或公司相似，纯属巧合。"
        ),
    ]
    return write_pdf(said, style=Style("en", size=12), day=date(2024, 1, 1), author="Clew examples")


def mails(cast: Cast, day: date, invoice: tuple[str, bytes], letter: tuple[str, bytes]) -> dict[str, tuple[bytes, str]]:
    """Return the mails by path, each with its language. The invoice and the letter are attached to two of them."""
    sales, buying = f"sales@{cast.maker.domain}", f"zakupki@{cast.intermediary.domain}"
    plant, other = f"ogt@{cast.plant.domain}", f"lab@{cast.other_buyer.domain}"
    order = write_mail(
        sales,
        buying,
        "Documents for your order",
        "Dear colleagues,\n\nthe invoice is attached.\n\nBest regards,\nSales",
        day=day,
        attached=[invoice],
    )
    visit = write_mail(
        buying,
        plant,
        "Письмо",
        "Добрый день!\n\nПисьмо во вложении.\n\nС уважением,\nотдел закупок",
        day=day + timedelta(days=40),
        attached=[letter],
    )
    asked = write_mail(
        other,
        sales,
        "Lead time",
        "Hello,\n\nwhat is your lead time at present? No order yet.\n\nThank you",
        day=day - timedelta(days=30),
    )
    lunch = write_mail(
        "canteen@house.example", "all@house.example", "Canteen closed on Friday",
        "Dear all,\n\nthe canteen stays closed on Friday because the oven is being repaired.\nPlease bring your own lunch.", day=day + timedelta(days=3),
    )  # fmt: skip
    letter_of_news = write_mail(
        "news@lattice-fair.example", "readers@lattice-fair.example", "Lattice Fair newsletter",
        f"The Lattice Fair in {cast.show.en} welcomed more than four thousand guests.\nNext year's theme is paper lanterns.\nTo leave this list, reply with STOP.",
        day=day + timedelta(days=12),
    )  # fmt: skip
    return {
        "06 mail/order documents.eml": (order, "en"),
        "06 mail/письмо.eml": (visit, "ru"),
        "06 mail/lead time.eml": (asked, "en"),
        "06 mail/canteen.eml": (lunch, "en"),
        "06 mail/newsletter.eml": (letter_of_news, "en"),
    }


def odd_table(dice: random.Random) -> bytes:
    """Return a CSV whose headers no reader can place."""
    rows = [
        [
            f"Q{place}",
            dice.randint(1, 9),
            dice.choice(["kz", "ob", "--"]),
            f"{dice.random():.3f}",
            "~" * dice.randint(1, 3),
        ]
        for place in range(12)
    ]
    return write_csv([["zk_1", "wrt7", "ob/ob", "f(3)", "~"], *rows])


def broken_pdf() -> bytes:
    """Return the first part of a PDF, as a failed copy leaves it."""
    text: list[Block] = [Title("Fire drill"), Text("The fire drill takes place on the second Tuesday of the month.")]
    return write_pdf(text, style=Style("en"), day=date(2024, 5, 2), author="House office")[:900]


def notes() -> dict[str, tuple[bytes, str]]:
    """Return innocent notes by path, each with its language."""
    shelf: list[Block] = [
        Title("Shelf list"),
        Text("Top: binders, envelopes.\nMiddle: a kettle, two cups.\nBottom: nothing."),
    ]
    memo: list[Block] = [
        Title("Памятка"),
        Text("Ключ от переговорной хранится у дежурного. После работы выключайте свет."),
    ]
    water: list[Block] = [Title("通知"), Text("周四上午九点至十一点停水，请提前储水。")]
    made = {
        "08 other/shelf_list.md": ("md", shelf, "en"),
        "08 other/памятка.txt": ("txt", memo, "ru"),
        "08 other/通知.docx": ("docx", water, "zh"),
    }
    day = date(2024, 6, 3)
    return {
        path: (write(kind, blocks, style=Style(language), day=day, author="House office"), language)
        for path, (kind, blocks, language) in made.items()
    }
