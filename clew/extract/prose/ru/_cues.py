# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A cue of a Russian sentence goes in; the words that it introduces come out: a clause, a quotation, a noun, or all around it."""

from clew.extract.prose._telling import Place
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._segments import DASHES, Segments

_THAT = frozenset({"что", "будто"})
ALSO = frozenset({"и", "но", "а", "однако", "зато"})
_AGAINST = frozenset({"хотя", "однако", "зато", "причем"})
_SEGMENT = frozenset({",", ":", ";", "(", ")"}) | DASHES
_TO_DO = frozenset(
    {"обещать", "пообещать", "сказать", "клясться", "гарантировать", "рассчитывать", "надеяться", "грозить", "угрожать"}
)
_REMEMBERING = frozenset(
    {"помнить", "припомнить", "припоминать", "вспомнить", "слышать", "говорить", "утверждать", "заметить"}
)
_BARE = frozenset({"сказать", "говорить", "писать", "сообщить", "считать", "думать", "уверять", "клясться"})
_ALL = lexicon.SAYING | lexicon.BELIEVING | lexicon.DENYING


class Cues(Segments):
    """Finds what a cue introduces."""

    def content(self, verb: Word) -> tuple[tuple[Place, ...], str]:
        """Return where the words that a verb introduces stand, and whether they are direct, or partly, or indirect speech."""
        that = self._that(verb)
        if that is not None:
            return self._clause(that + 1, verb)
        quoted = self._adjoining_speech(verb)
        if quoted:
            return quoted, "direct"
        mark = self.colon(verb)
        if mark is not None:
            content = self.after(mark)
            return content, "direct" if self.is_speech(mark + 1) else "indirect"
        around = self._parenthetical(verb)
        if around:
            return around, "indirect"
        return self._bare(verb), "indirect"

    def _that(self, verb: Word) -> int | None:
        """Return the index of "что" that opens the clause of a verb."""
        behind = self.words[verb.index + 1 : verb.index + 3]
        if len(behind) > 1 and behind[0].lower in _THAT and behind[0].part == "SCONJ" and verb.is_finite:
            return behind[0].index  # of a message without its commas: "пишет что счёт не оплачен"
        for word in self.words[verb.index + 1 :]:
            if self._is_particle(word):
                return word.index
            if (
                word.text in {";", ":"} or (word.text in DASHES and self.words[word.index - 1].text == ",")
            ) and not self._is_particle(self.words[min(word.index + 1, len(self.words) - 1)]):
                return None
            if word.lower == "чтобы" and self.words[word.index - 1].text == "," and self._doubts(verb):
                return word.index
            if word.lower in _THAT and self.words[word.index - 1].text == ",":
                return word.index + (self.words[word.index + 1 : word.index + 2] != () and self._would(word.index + 1))
            if word.lower == "как" and self.words[word.index - 1].text == "," and verb.lemma in lexicon.TELLING_HOW:
                return word.index
            if (
                word.lower == "согласно"
                and self.words[word.index - 1].text == ","
                and verb.lemma in {"сослаться", "ссылаться", "представить"}
            ):
                return word.index + 1
            if word.is_finite and word.lemma not in {"мочь", "быть"} and not self._in_relative(word, verb):
                return None
        return None

    def _doubts(self, verb: Word) -> bool:
        """Say whether a verb before ", чтобы" holds it not: "не припомнил, чтобы суда заходили"; "просил, чтобы" asks for it."""
        none = any(word.lower == "никто" for word in self.words[: verb.index])
        return (self.tree.is_negated(verb) or none) and verb.lemma in lexicon.BELIEVING | _REMEMBERING

    def _would(self, index: int) -> bool:
        """Say whether "бы" stands at a word: of "будто бы" both open the clause."""
        return self.words[index].lower == "бы"

    def _is_particle(self, word: Word) -> bool:
        """Say whether a particle of speech opens a clause at a word: ": мол, не до вас"; not ", якобы владеющей"."""
        if word.lower not in lexicon.REPORTIVE or self.words[word.index - 1].text not in {",", ":", *DASHES}:
            return False
        following = self.words[word.index + 1 : word.index + 2]
        return not any(other.forms.get("VerbForm") == "Part" and not other.is_finite for other in following)

    def _in_relative(self, word: Word, verb: Word) -> bool:
        """Say whether a finite verb stands in a relative clause between the cue and its clause: "заявление, в котором отверг"."""
        near = self.words[max(verb.index, word.index - 6) : word.index]
        return any(other.lower.startswith("котор") for other in near) and verb.lemma not in _ALL

    def leads_to_that(self, verb: Word) -> bool:
        """Say whether ", что" or another opening of a clause stands behind a verb."""
        return self._that(verb) is not None

    def only_announces(self, verb: Word) -> bool:
        """Say whether what stands behind a verb's colon has speakers of its own: "Ответили двое: «Кредит» сообщил, что"."""
        mark = self.colon(verb)
        if mark is None or self.is_speech(mark + 1):
            return False
        return any(word.lemma in _ALL and word.is_finite and self._that(word) is not None for word in self.words[mark:])

    def leads_to_speech(self, verb: Word) -> bool:
        """Say whether a colon and a quotation of speech stand behind a verb: "разводит руками: «…»"."""
        mark = self.colon(verb) if verb.is_finite else None
        return mark is not None and self.words[mark].text == ":" and self.is_speech(mark + 1)

    def leads_to_clause(self, verb: Word) -> bool:
        """Say whether a clause or a quotation stands behind a verb: ", что", a colon."""
        return self._that(verb) is not None or self.colon(verb) is not None

    def noun_clause(self, noun: Word) -> int | None:
        """Return the index of "что" behind a noun: "слухи, что", "доказательств того, что"."""
        near = self.words[noun.index + 1 : noun.index + 7]
        for word in near:
            if word.lower in _THAT and self.words[word.index - 1].text == ",":
                return word.index
            if word.is_finite or word.text in {";", ":"}:
                return None
        return None

    def clause(self, start: int) -> tuple[tuple[Place, ...], str]:
        """Return the words of a clause that begins at a word."""
        return self._clause(start, self.words[start - 1])

    def _clause(self, start: int, verb: Word) -> tuple[tuple[Place, ...], str]:
        stop = self._end(start, verb)
        for first, last in self.speech:
            if first <= start + 1 and last >= stop - 1 and first >= start - 1:
                place = self.tree.trimmed(first + 1, last - 1)
                return ((place,) if place else ()), "direct"
        place = self.tree.trimmed(start, stop)
        partly = any(start <= first and last <= stop for first, last in self.speech)
        return ((place,) if place else ()), "partly" if partly else "indirect"

    def _end(self, start: int, verb: Word) -> int:
        """Return the last word of a clause that begins at a word: up to the sentence's end or the next speaker's turn."""
        last = len(self.words) - 1
        for word in self.words[start:]:
            if any(first < word.index < end for first, end in self.speech):
                continue
            if (word.text == ";" and word.index > start) or (word.text == ":" and self.is_speech(word.index + 1)):
                return word.index - 1
            if word.index > start and word.text in _SEGMENT and self._is_new_turn(word.index, verb):
                return word.index - 1
            if word.index > start and word.lower in ALSO and self._also_says(word.index):
                return word.index - 1
        return last

    def is_cue(self, word: Word) -> bool:
        """Say whether a verb can say or believe: one of the lexicon, or any with a clause behind it that one can say."""
        return word.part == "VERB" and (word.lemma in _ALL or self.opens_clause(word))

    def opens_clause(self, verb: Word) -> bool:
        """Say whether a verb outside the lexicon leads to ", что" or to a particle of speech: "усмехается, что", ": мол,"."""
        if verb.part != "VERB" or verb.forms.get("VerbForm") == "Inf" or verb.lemma in lexicon.NOT_SAYING | _ALL:
            return False
        for word in self.words[verb.index + 1 : verb.index + 9]:
            mark = self.words[word.index - 1].text
            if word.lower in _THAT and mark == ",":
                return True
            if word.lower in {"мол", "дескать"} and mark in {",", ":", *DASHES}:
                return True
            if word.is_finite or word.text in {";", ".", "(", ")"} or word.lower in {"так", "такой", "такая", "такое"}:
                return False
            if (word.forms.get("VerbForm") == "Inf" and word.lemma in _ALL) or word.lemma in lexicon.CUE_NOUNS:
                return False  # "уполномочена сообщить, что", "относится к доводу о том, что"
        return False

    def _is_new_turn(self, mark: int, verb: Word) -> bool:
        """Say whether a comma or a dash begins a speaker's turn: ", сообщает агентство", ", добавив, что"."""
        first, last = self.segment(mark + 1)
        inside = self.words[first : last + 1]
        cue = next((word for word in inside if self.is_cue(word) and word.index != verb.index), None)
        if cue is None:
            joined = inside[0].lower in ALSO and self._by_phrase(inside[1:])  # ", а по словам коллеги"
            return joined or (self._by_phrase(inside) and last + 2 >= len(self.words))
        if cue.forms.get("VerbForm") == "Conv":
            return True
        if inside[0].lower in ALSO and (self._that(cue) is not None or self._says_bare(cue, last)):
            return True
        if self._contrasts(inside, cue) or self._goes_on(inside, cue):
            return True
        if inside[0].lower == "хотя":
            return False
        return last + 2 >= len(self.words) and self.only_speaker(cue, first, last) and self._that(cue) is None

    def _says_bare(self, cue: Word, last: int) -> bool:
        """Say whether a cue with its own speaker leads to a clause behind a bare comma: ", а банк говорит, ничего не пришло"."""
        own = any(word.case == "Nom" for word in self.words[max(0, cue.index - 3) : cue.index])
        return own and cue.lemma in _BARE and cue.index == last and self.words[last + 1 : last + 2] != ()

    def _goes_on(self, inside: tuple[Word, ...], cue: Word) -> bool:
        """Say whether the same speaker says another thing: ", и просит назначить экспертизу"."""
        lead = [word for word in inside if word.index < cue.index]
        plain = all(word.part in {"CCONJ", "ADV", "PART"} for word in lead)
        return bool(lead) and inside[0].lower in {"и", "но"} and plain and cue.is_finite and cue.lemma in _ALL

    def _contrasts(self, inside: tuple[Word, ...], cue: Word) -> bool:
        """Say whether "хотя" or "тогда как" sets another speaker's words against those before: "хотя власти уверяют, что"."""
        opens = inside[0].lower in _AGAINST or (
            len(inside) > 2 and inside[0].lower in {"тогда", "между"} and inside[1].lower in {"как", "тем"}
        )
        own = any(word.case == "Nom" and word.part in {"NOUN", "PROPN", "PRON"} for word in inside)
        return opens and own and (self._that(cue) is not None or self.colon(cue) is not None)

    def _by_phrase(self, inside: tuple[Word, ...]) -> bool:
        return len(inside) > 2 and inside[0].lower == "по" and inside[1].lemma in lexicon.BY_WORDS

    def _also_says(self, index: int) -> bool:
        """Say whether "и" or "но" begins another saying of the same speaker: "и добавил, что"."""
        for word in self.words[index + 1 : index + 4]:
            if word.part == "VERB" and word.lemma in _ALL and word.is_finite:
                own = [child for child in self.tree.children(word.index, "nsubj") if child.index > index]
                return not own and (
                    self._that(word) is not None or word.lemma in lexicon.DENYING or self.colon(word) is not None
                )
            if word.part not in {"ADV", "PART", "CCONJ"}:
                return False
        return False

    def _adjoining_speech(self, verb: Word) -> tuple[Place, ...]:
        """Return the quotations that a verb and its speaker stand beside, or stand in the middle of."""
        first, last = self.segment(verb.index)
        for left, right in self.speech:
            if left < verb.index < right:
                before, after = (
                    self.words[first - 1].text if first else "",
                    self.words[last + 1].text if last + 1 < len(self.words) else "",
                )
                if (before in DASHES and first > 1 and self.words[first - 2].text in {",", "!", "?", "…"}) or (
                    after in DASHES and before in {",", "!", "?"}
                ):
                    parts = [self.tree.trimmed(left + 1, first - 1), self.tree.trimmed(last + 1, right - 1)]
                    return tuple(part for part in parts if part)
                return ()
        found = []
        for left, right in self.speech:
            gap_after = self.words[right + 1 : first]
            gap_before = self.words[last + 1 : left]
            behind = right < first and all(word.part == "PUNCT" or word.text in DASHES for word in gap_after)
            ahead = left > last and all(word.part == "PUNCT" or word.text in DASHES for word in gap_before)
            if behind or ahead:
                place = self.tree.trimmed(left + 1, right - 1)
                found += [place] if place else []
        if not found:
            return ()
        if (
            self.only_speaker(verb, first, last)
            or verb.lemma in lexicon.SAYING - lexicon.OF_NOUNS
            or self.colon(verb) is not None
            or self.follows_speech(verb)
        ):
            return tuple(found)
        return ()

    def _parenthetical(self, verb: Word) -> tuple[Place, ...]:
        """Return all around a speaker's turn between commas: "…, сообщает агентство"."""
        if (not verb.is_finite and verb.lemma not in lexicon.BELIEVING) or verb.lemma in lexicon.NO_ASIDE:
            return ()
        if self.tree.is_negated(verb) or (
            verb.lemma in {"передать", "передавать"} and verb.forms.get("Tense") == "Past"
        ):
            return ()
        first, last = self.segment(verb.index)
        if verb.forms.get("Variant") == "Short" and not (first == verb.index or self.words[first].lower == "как"):
            return ()  # ", между сторонами заключён договор"
        behind = {word.lower for word in self.words[verb.index + 1 : min(last, verb.index + 3) + 1]}
        if verb.lemma in lexicon.OF_NOUNS and behind & {"о", "об", "обо"}:
            return ()  # ", сообщало о переговорах"
        if self.words[first].lower in ALSO | {"что", "чтобы", "который"} or not self.only_speaker(verb, first, last):
            return ()
        joined = self.words[0].text[:1].islower() and verb.index == 0  # "Между тем, сообщает агентство, …"
        if first == 0 and self.words[0].lower != "как" and not joined:
            return ()
        return self.around(first, last)

    def around(self, first: int, last: int) -> tuple[Place, ...]:
        """Return the words of a sentence before and after a run, up to the next turn of another."""
        cut = self._turn_before(first)
        before = self.tree.trimmed(cut, first - 1) if first > cut else None
        after = (
            self.tree.trimmed(last + 1, self._end(last + 1, self.words[first])) if last + 1 < len(self.words) else None
        )
        return tuple(part for part in (before, after) if part)

    def _turn_before(self, first: int) -> int:
        """Return where the words before a speaker's turn begin to be its own: behind ";", at the turn behind ":", ", что" and ", а"."""
        near = [word.lower for word in self.words[max(0, first - 3) : first]]
        if near[-1:] == [":"] or (near[-2:-1] == [","] and near[-1] in ALSO | _AGAINST):
            return first
        for word in reversed(
            self.words[:first]
        ):  # ", который, по его мнению, ошибся", ", что, по словам X, склад пуст"
            if word.is_finite or word.text == ";":
                break
            before = self.words[max(0, word.index - 2) : word.index]
            opens = word.lower.startswith("котор") or word.lower in _THAT
            opens = opens or word.lower in {"где", "куда", "откуда", "когда", "поскольку"}
            if opens and any(other.text == "," for other in before):
                return word.index + 1
        cut = max((word.index for word in self.words[:first] if word.text == ";"), default=-1) + 1
        lead = [word.lower for word in self.words[cut : cut + 4]]
        fronted = lead in (["о", "том", ",", "что"], ["тот", "факт", ",", "что"])
        if fronted or lead[:3] == ["то", ",", "что"]:  # "О том, что склад продан, узнали из газет"
            return cut + lead.index("что") + 1
        return cut

    def _bare(self, verb: Word) -> tuple[Place, ...]:
        """Return what follows without "что": a clause after a comma ("сказали, платеж вернут") or an infinitive ("обещают отгрузить")."""
        first, last = self.segment(verb.index)
        answer = self.words[verb.index + 1 : verb.index + 2]
        if answer and answer[0].lower in {"обратное", "иное", "противоположное"}:
            return (answer[0].place,)
        if last == verb.index + 1 and answer[0].lower in {"нет", "да"}:
            return (answer[0].place,)
        for child in self.tree.children(verb.index, "xcomp", "ccomp", "obj"):
            if child.forms.get("VerbForm") == "Inf" and verb.index < child.index <= last and verb.lemma in _TO_DO:
                left = child.index
                while left - 1 > verb.index and self.words[left - 1].head == child.index:
                    left -= 1
                place = self.tree.trimmed(left, self._end(left, verb))
                return (place,) if place else ()
        with_whom = any(word.lower in {"с", "со"} for word in self.words[verb.index + 1 : last + 1])
        opens = (
            not with_whom
            and (first == 0 or self.words[first].lower in ALSO)
            and last + 2 < len(self.words)
            and self.words[last + 1].text == ","
        )
        if opens and verb.lemma in _BARE and not self.tree.is_negated(verb):
            rest = self.words[last + 2 :]
            turn = next((word for word in rest if word.is_finite), None)
            if (
                turn is not None
                and (turn.lemma in _ALL or turn.lemma in {"дать", "давать"})
                and turn.index - rest[0].index < 2
            ):
                return ()  # ", дал понять Салов" is another's turn
            if (
                rest[0].part not in {"SCONJ", "CCONJ"}
                and rest[0].lemma
                not in {"кто", "что", "какой", "где", "когда", "который", "зачем", "почему", "сколько", "как"}
                and (any(word.is_finite for word in rest) or (rest[0].part == "PRON" and rest[0].case == "Nom"))
                and self.only_speaker(verb, first, last)
            ):
                place = self.tree.trimmed(last + 2, len(self.words) - 1)
                return (place,) if place else ()
        return ()
