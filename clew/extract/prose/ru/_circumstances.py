"""A verb of a Russian sentence goes in; what stands around it comes out: money, a share, a stay, sanctions, a plan."""

from collections.abc import Sequence

from clew.extract.prose.ru._oblique import SHARES
from clew.extract.prose.ru._parse import Word

_PLANNING = frozenset(
    {
        "планировать",
        "собираться",
        "намереваться",
        "намерен",
        "должен",
        "предстоять",
        "обещать",
        "готовиться",
        "рассчитывать",
        "договориться",
    }
)
_UNSURE = frozenset({"мочь", "пытаться", "хотеть", "попытаться", "смочь"})
_NO_GOODS = frozenset(
    {
        "письмо",
        "ответ",
        "поддержка",
        "предложение",
        "приглашение",
        "информация",
        "сообщение",
        "разрешение",
        "согласие",
        "запрос",
        "отказ",
        "помощь",
        "указание",
        "приказ",
        "задание",
        "право",
        "гарантия",
        "удар",
        "травма",
        "поручение",
        "данные",
        "сведение",
        "привет",
        "дело",
    }
)
MONEY = frozenset(
    {"рубль", "доллар", "юань", "евро", "деньги", "сумма", "млн", "млрд", "тыс", "тысяча", "миллион", "аванс", "плата"}
)


class Circumstances:
    """Knows what stands near the verbs of one sentence."""

    words: Sequence[Word]

    def is_bill(self, verb: Word) -> bool:
        """Say whether what is put out is a bill or a sum: "выставил счёт", "выставил 5 млн юаней"."""
        near = self.words[verb.index + 1 : verb.index + 8]
        return any(word.lemma in {"счет", "инвойс"} for word in near) or self.has_money(verb)

    def has_stay(self, verb: Word) -> bool:
        """Say whether what is spent is time: "провёл на полигоне две недели"."""
        near = self.words[max(0, verb.index - 5) : verb.index + 9]
        return any(word.lemma in {"день", "неделя", "месяц", "сутки", "час", "год", "выходной"} for word in near)

    def has_no_goods(self, verb: Word) -> bool:
        """Say whether what is got or handed over is money, a word or a paper."""
        near = self.words[max(0, verb.index - 4) : verb.index + 8]
        return self.has_money(verb) or any(word.lemma in _NO_GOODS and word.case in {"Acc", "Gen"} for word in near)

    def has_share(self, verb: Word) -> bool:
        """Say whether a share stands behind a verb."""
        near = self.words[verb.index + 1 : verb.index + 7]
        return any(word.lemma in SHARES - {"часть"} or word.text.endswith("%") for word in near)

    def has_sanctions(self, verb: Word) -> bool:
        """Say whether sanctions stand near a verb: "ввели санкции против"; "наложили штраф на" lists nobody."""
        near = self.words[max(0, verb.index - 6) : verb.index + 9]
        return any(word.lemma in {"санкция", "эмбарго"} for word in near)

    def has_money(self, verb: Word) -> bool:
        """Say whether money stands near a verb."""
        near = self.words[max(0, verb.index - 4) : verb.index + 12]
        return any(word.lemma in MONEY for word in near)

    def is_planned(self, verb: Word) -> bool:
        """Say whether a verb is in the future, or under "планирует", "должен"."""
        if verb.forms.get("Tense") == "Fut":
            return True
        governor = self.words[verb.head] if verb.head >= 0 and verb.forms.get("VerbForm") == "Inf" else None
        return governor is not None and (
            governor.lemma in _PLANNING
            or governor.lower in {"будет", "будут", "должны", "должен", "намерены", "намерен"}
        )

    def is_unsure(self, verb: Word) -> bool:
        """Say whether a verb stands under "мог", "пытался"."""
        governor = self.words[verb.head] if verb.head >= 0 and verb.forms.get("VerbForm") == "Inf" else None
        return governor is not None and governor.lemma in _UNSURE
