"""Write an invented case: a folder of evidence, an invented sanctions list at two dates, and the truth beside them.

    python examples/generate.py --seed 7 --to DIR

In: a seed. Out: `DIR/evidence/**`, `DIR/lists/<date>/*.csv`, `DIR/truth.json`; the same bytes for the same seed.
"""

import argparse
import json
import sys
from datetime import timedelta
from pathlib import Path

from cast import seeded
from dealings import Paper
from expected import Made, truth
from goods_papers import delivery_act, invoice, waybill
from letters import completion, letter
from lists import list_files
from news import press
from oddments import broken_pdf, first_page, mails, notes, odd_table
from pdf import FontMissing
from registers import chinese_extract, russian_extract
from sheet import Style, draw_style
from story import Mission, Story, tell
from travel_papers import passenger_files
from writers import write

FOLDERS = {"invoice": "02 invoices", "waybill": "03 transport", "delivery_act": "03 transport"}


def build(seed: int) -> dict[str, bytes]:
    """Return every file of the case by its path, `truth.json` among them."""
    story = tell(seed)
    documents, extra = _documents(story)
    files = {made.path: made.data for made in documents if not made.inside}
    files |= list_files(story)
    told = truth(story, documents, extra)
    return files | {"truth.json": (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}


def _documents(story: Story) -> tuple[list[Made], dict[str, str]]:
    mailed = next(paper for paper in reversed(story.papers) if paper.why == "first_leg" and paper.kind == "invoice")
    documents = [Made("evidence/00 READ ME FIRST.pdf", first_page(), "unrecognised", "en")]
    documents += [
        Made(f"evidence/{path}", data, "passenger_record", language)
        for path, (data, language) in passenger_files(story).items()
    ]
    documents += [_goods(story, paper) for paper in story.papers if paper is not mailed]
    letters, act = _letters(story)
    documents += [made for made in letters if not made.inside]
    documents += _registers(story)
    documents += [
        Made(
            f"evidence/{piece.path}",
            write(piece.path.rsplit(".", 1)[1], piece.blocks, style=piece.style, day=piece.day, author="press"),
            piece.record_type,
            piece.style.language,
        )
        for piece in press(story)
    ]
    documents += _mails(story, mailed, next(made for made in letters if made.inside))
    documents += _others(story, documents)
    return documents, {"completion_act": act}


def _goods(story: Story, paper: Paper, *, suffix: str = "") -> Made:
    dice = seeded(story.cast.seed, f"paper:{paper.number}")
    style = draw_style(dice, paper.language)
    kind = suffix or paper.suffix
    if paper.kind == "invoice":
        # One office leaves tax numbers off; its papers can only be joined by the name as written.
        first = [other for other in story.papers if other.why == "first_leg" and other.kind == "invoice"]
        bare = paper.number == [other.number for other in first if other.language == "en"][-1]
        blocks = invoice(paper, style, dice, number=not bare)
    else:
        blocks = (waybill if paper.kind == "waybill" else delivery_act)(paper, style, dice)
    data = write(kind, blocks, style=style, day=paper.day, author=paper.seller.name(paper.language))
    stem = {"en": "invoice", "ru": "счет", "zh": "发票"}[paper.language] if paper.kind == "invoice" else paper.kind
    name = f"{stem}_{paper.number.replace('/', '-')}.{kind}"
    return Made(f"evidence/{FOLDERS[paper.kind]}/{name}", data, paper.kind, paper.language)


def _letters(story: Story) -> tuple[list[Made], str]:
    """Return the letters, the mailed one marked by `inside`, and the number of the completion act."""
    dice = seeded(story.cast.seed, "letters")
    made, act_number = [], f"{dice.randint(100, 990)}-ЗР"
    for mission in story.missions:
        style = draw_style(dice, mission.language)
        suffix = "docx" if mission.key == "m6" else dice.choice(["pdf", "docx"])
        number = f"{dice.randint(100, 990)}/{mission.written.year % 100}"
        blocks = letter(mission, story.cast, style, dice, number)
        sender = story.cast.plant if mission.sender == "plant" else story.cast.intermediary
        data = write(suffix, blocks, style=style, day=mission.written, author=sender.name(mission.language))
        stem = {"en": "letter", "ru": "письмо", "zh": "邀请函"}[mission.language]
        inside = f"{stem}_{mission.written:%Y%m%d}.{suffix}" if mission.key == "m6" else ""
        path = f"evidence/04 letters/{stem}_{mission.written:%Y-%m-%d}.{suffix}"
        made.append(
            Made("evidence/06 mail/письмо.eml" if inside else path, data, "letter", mission.language, inside=inside)
        )
        if mission.act:
            made.append(_act(story, mission, act_number))
    return made, act_number


def _act(story: Story, mission: Mission, number: str) -> Made:
    style = Style("ru", "d месяца y", serif=True)
    signed = mission.stop - timedelta(days=1)
    blocks = completion(mission, signed, story.cast, style, number)
    data = write("pdf", blocks, style=style, day=signed, author=story.cast.plant.ru[0])
    return Made(f"evidence/04 letters/акт_{number}.pdf", data, "letter", "ru")


def _registers(story: Story) -> list[Made]:
    dice = seeded(story.cast.seed, "registers")
    found = []
    for role, language, extract in (("intermediary", "ru", russian_extract), ("maker", "zh", chinese_extract)):
        style, suffix = draw_style(dice, language), dice.choice(["pdf", "html"])
        day = story.reported.replace(day=1)
        data = write(suffix, extract(story.cast, style, dice, day), style=style, day=day, author="register (invented)")
        found.append(Made(f"evidence/05 registers/{role}.{suffix}", data, "register_extract", language))
    return found


def _mails(story: Story, mailed: Paper, letter_made: Made) -> list[Made]:
    attached = _goods(story, mailed, suffix="pdf")
    name = f"invoice_{mailed.number.replace('/', '-')}.pdf"
    written = mails(story.cast, mailed.day, (name, attached.data), (letter_made.inside, letter_made.data))
    found = [Made(f"evidence/{path}", data, "unrecognised", language) for path, (data, language) in written.items()]
    found.append(Made("evidence/06 mail/order documents.eml", attached.data, "invoice", mailed.language, inside=name))
    return [*found, letter_made]


def _others(story: Story, documents: list[Made]) -> list[Made]:
    dice = seeded(story.cast.seed, "others")
    twice = next(made for made in documents if made.record_type == "invoice" and made.path.endswith(".pdf"))
    copy = f"evidence/08 other/copy of {twice.path.rsplit('/', 1)[1]}"
    return [
        Made(copy, twice.data, "invoice", twice.language, "duplicate"),
        Made("evidence/08 other/odd_table.csv", odd_table(dice), "unrecognised", "", "unmapped"),
        Made("evidence/08 other/fire_drill.pdf", broken_pdf(), "unrecognised", "", "failed"),
        Made("evidence/08 other/scan_0004.txt", b"", "unrecognised", "", "empty"),
        *(Made(f"evidence/{path}", data, "unrecognised", language) for path, (data, language) in notes().items()),
    ]


def main() -> None:
    """Write the case of a seed into a folder."""
    parser = argparse.ArgumentParser(description="Write an invented case for Clew.")
    parser.add_argument("--seed", type=int, default=7, help="another number, another case (default 7)")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write into; must be empty or new")
    options = parser.parse_args()
    if options.to.exists() and any(options.to.iterdir()):
        sys.exit(f"{options.to} is not empty; nothing was written")
    try:
        files = build(options.seed)
    except FontMissing as error:
        sys.exit(str(error))
    for path, data in files.items():
        target = options.to / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    print(f"{options.to}: {len(files)} files, seed {options.seed}; everything in them is invented")


if __name__ == "__main__":
    main()
