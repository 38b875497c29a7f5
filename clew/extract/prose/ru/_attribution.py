# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; who says what comes out: cue, holders, content. A cue that is not placed is said to be so."""

from collections.abc import Iterable
from dataclasses import replace

from clew.extract.prose._telling import Party, Place, Telling
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._by_words import by_words, is_source_after
from clew.extract.prose.ru._complements import calls_it, held_by, rejects
from clew.extract.prose.ru._contents import parted
from clew.extract.prose.ru._cues import Cues
from clew.extract.prose.ru._judgements import judges
from clew.extract.prose.ru._nouns import nouns
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._pointers import pointed
from clew.extract.prose.ru._replies import replies
from clew.extract.prose.ru._speakers import Speakers
from clew.extract.prose.ru._turns import turns
from clew.extract.prose.ru._unaware import unheard

_ALL = lexicon.SAYING | lexicon.BELIEVING | lexicon.DENYING
_NOBODY = frozenset({"кто", "что", "это", "то"})
_REFUSING = words("отказаться отказываться избегать воздержаться воздерживаться")
BACK = "back"  # of a telling whose content is the sentence before: "about this the agency reports"
_SAME_AGAIN = frozenset({"и", "но", "а", "однако", "также", "затем", "потом", "при"})


class Attribution:
    """Reads the tellings of one sentence."""

    def __init__(self, speakers: Speakers, *, record_type: str) -> None:
        self.speakers, self.tree, self.record_type = speakers, speakers.tree, record_type
        self.words = self.tree.words
        self.cues = Cues(self.tree)
        self.found: list[Telling] = []
        self.nominal: set[Place] = set()  # cues with a noun for their content
        self.taken: set[int] = set()  # words that are part of a cue already read

    def tellings(self) -> list[Telling]:
        """Return the tellings in the order of their cues."""
        silent = replies(self.speakers)
        self.found.extend(telling for telling, _ in silent)
        self.taken.update(index for _, consumed in silent for index in consumed)
        self._by_words()
        self._by_nouns()
        self._without_verb()
        for word in self.words:
            if word.index not in self.taken and self._is_cue(word):
                self._of_verb(word)
        self._net()
        kept = [each for each in self.found if not self._inside_speech(each) and not self._paper_in_words(each)]
        kept = [each for each in kept if not self._quiet_in_words(each)]
        kept = [each for each in kept if not any(party.text.lower() in _NOBODY for party in each.holders)]
        if self.speakers.sentence_text.rstrip().endswith("?"):  # "Вы утверждаете, что вас там не было?"
            kept = [each for each in kept if not any(party.text.lower() in {"вы", "ты"} for party in each.holders)]
        if self.record_type == "letter":  # the sender's own words are the letter's, read by its record type
            kept = [each for each in kept if not each.holders or not all(_is_first(party) for party in each.holders)]
        return parted(sorted(kept, key=lambda each: each.cue.start), self.cues)

    def _is_cue(self, word: Word) -> bool:
        if word.part not in {"VERB", "AUX", "ADJ"}:
            return False
        if word.forms.get("VerbForm") == "Inf":
            return self._is_led(word)
        if word.forms.get("Person") == "1" and not any(other.lower in {"я", "мы"} for other in self.words):
            self.taken.add(word.index)
            return False  # "Напомним, что": the author's own
        return _has_cue_form(word) and self._is_cue_here(word)

    def _is_cue_here(self, word: Word) -> bool:
        """Say whether a verb is a cue with the words it has about it: the lexicon's by itself, some only so, others by what follows."""
        if word.lemma in lexicon.SAYING and pointed(self.cues, word) is not None:
            return True
        needs = next((with_ for verbs, with_ in lexicon.ONLY_WITH if word.lemma in verbs), None)
        if needs is not None:
            first, last = self.cues.segment(word.index)
            around = (*self.words[first : word.index], *self.words[word.index + 1 : min(last + 1, word.index + 5)])
            return any(needs & {other.lemma, other.lower} for other in around)
        if word.lemma in lexicon.AGREEING:
            return self.tree.is_negated(word) or self.cues.leads_to_clause(word)
        if word.lemma in lexicon.HIDING:
            return self.tree.is_negated(word) and self.cues.opens_clause(word)
        if word.lemma in _ALL or pointed(self.cues, word) is not None:
            return True
        people = self.speakers.of(word)
        if judges(self.cues, word, people):
            return any(party.role == "document" or self.speakers.can_say(party) for party in people)
        leads = self.cues.opens_clause(word) or self.cues.follows_speech(word) or self.cues.leads_to_speech(word)
        return leads and any(self.speakers.can_say(party) for party in people)

    def _is_led(self, verb: Word) -> bool:
        """Say whether an infinitive is the cue of whoever does the verb above it: "уполномочена сообщить, что", "не смог подтвердить"."""
        above = self.words[verb.head] if 0 <= verb.head < verb.index else None
        if (
            verb.lemma not in _ALL | lexicon.HIDING
            or above is None
            or above.part not in {"VERB", "AUX", "ADJ"}
            or above.lemma in _ALL | _REFUSING
        ):
            return False
        own = above.forms.get("Person") != "1" and bool(self.speakers.of(above))
        if verb.lemma in lexicon.HIDING:  # "не стал скрывать: денег нет"
            return own and self.tree.is_negated(verb) and self.cues.leads_to_clause(verb)
        return own and (self.cues.leads_to_clause(verb) or judges(self.cues, verb, self.speakers.of(above)))

    def _of_verb(self, verb: Word) -> None:
        if verb.lemma in {"ссылаться", "сослаться"} and verb.forms.get("VerbForm") == "Conv":
            return  # read with the verb it leans on
        if verb.lemma in lexicon.ANNOUNCING and self.cues.only_announces(verb):
            self.taken.add(verb.index)
            return
        negated = self.tree.is_negated(verb)
        holders, through = self._speakers(verb)
        if holders and self._of_pointer(verb, holders, through):
            return
        held = held_by(self.cues, verb, holders)
        content, form = held.content, held.form
        if held.is_nominal:
            aside = verb.forms.get("VerbForm") == "Conv"  # "рассказывая о карьере, вспоминает"
            if aside or (not holders and not lexicon.CERTAIN.fullmatch(verb.text)):
                self.taken.add(verb.index)
                return  # "опасаясь репрессий", "отмечают праздник": a thing, and nobody who says it
            self.nominal.add(verb.place)
        if not content:
            self._without_content(verb, negated=negated)
            return
        calls = calls_it(self.cues, verb) or rejects(self.cues, verb, content)
        force, negated = _force(verb, negated=negated, calls=calls)
        holders = tuple(self.speakers.in_full(party) for party in holders)
        through = tuple(self.speakers.in_full(party) for party in through)
        content = tuple(part for part in content if not any(p.place.holds(part) for p in holders))
        told = Telling(verb.place, force, holders, content, through, negated=negated, form=form)
        if verb.lemma in lexicon.ACCUSING:
            told = replace(told, accused=self._accused(verb, holders))
        self._add(told, [verb.index])
        quoted = self.cues.quoted_after(content) if held.form != "direct" else ()
        if quoted and holders:  # "сомневается, что завод откроют: «Денег нет»"
            self._add(Telling(verb.place, "saying", holders, quoted, through, form="direct"), [])

    def _of_pointer(self, verb: Word, holders: tuple[Party, ...], through: tuple[Party, ...]) -> bool:
        """Read a cue whose "so" or "about this" stands for what was said before it; say whether there was one."""
        back = pointed(self.cues, verb)
        if back is None:
            return False
        if not any(party.role == "document" or self.speakers.can_say(party) for party in holders):
            if not lexicon.CERTAIN.fullmatch(verb.text):
                return False
            holders = ()  # somebody says what stands before, and not its author
        holders = tuple(self.speakers.in_full(party) for party in holders)
        force, negated = _force(verb, negated=self.tree.is_negated(verb), calls=False)
        form = "indirect" if back.content else BACK
        content = self._held_alike(back.content[0]) if back.content else ()
        told = Telling(verb.place, force, holders, content, through, negated=negated, form=form)
        self._add(told, [verb.index])
        return True

    def _held_alike(self, place: Place) -> tuple[Place, ...]:
        """Return what a clause pointed back to holds: what somebody in it says, which ends where the pointing clause begins."""
        for number, each in enumerate(self.found):
            cut = tuple(
                Place(part.start, min(part.stop, place.stop)) for part in each.content if part.start < place.stop
            )
            if not place.holds(each.cue) or not cut:
                continue
            self.found[number] = replace(each, content=cut)
            return cut
        return (place,)

    def _accused(self, verb: Word, holders: tuple[Party, ...]) -> Party | None:
        """Return whom a verb accuses: its object, a party that can act."""
        for word in self.tree.children(verb.index, "obj", "iobj"):
            party = self.speakers.party(word)
            if not self.tree.preposition(word.index) and party.place not in {each.place for each in holders}:
                return party if self.speakers.can_say(party) or party.role == "pronoun" else None
        return None

    def _without_content(self, verb: Word, *, negated: bool) -> None:
        """Read a cue with nothing behind it: a sure one is not placed."""
        if negated or verb.lemma in lexicon.CLAUSE_ONLY | lexicon.BELIEVING or not lexicon.CERTAIN.fullmatch(verb.text):
            return
        self._add(Telling(verb.place, "saying", (), (), form="indirect"), [verb.index])

    def _add(self, telling: Telling, consumed: Iterable[int]) -> None:
        self.found.append(telling)
        self.taken.update(consumed)

    def _speakers(self, verb: Word) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Return who speaks, and who passes it on, outermost."""
        led = verb.forms.get("VerbForm") == "Inf" and verb.head >= 0
        holders = self.speakers.of(self.words[verb.head] if led else verb)
        holders = self._meant(holders, verb)
        if not holders and self._goes_on(verb):
            before = [each for each in self.found if each.cue.stop <= verb.place.start and each.holders]
            holders = before[-1].holders if before else ()
            if (
                not holders
                and verb.relation == "conj"
                and 0 <= verb.head < verb.index
                and self.words[verb.head].is_finite
            ):
                holders = self.speakers.of(self.words[verb.head])
        if not holders and verb.forms.get("VerbForm") == "Conv":  # "платить не хочет, мотивируя это тем, что"
            above = self.words[verb.head] if verb.head >= 0 else verb
            finite = (word for word in reversed(self.words[: verb.index]) if word.is_finite)
            main = above if above.is_finite else next(finite, None)
            holders = self.speakers.of(main) if main is not None else ()
        holders = self._meant(holders or self._of_the_clause_before(verb), verb)
        cited = self.speakers.cited(verb)
        if cited and verb.lemma in {"узнать", "узнавать", "услышать", "слышать"}:
            return cited, tuple(party for party in holders if party.role == "publisher")
        if cited:
            return cited, holders
        told = self.speakers.told(verb)
        return holders, tuple(one for one in told if not any(party.place.meets(one.place) for party in holders))

    def _of_the_clause_before(self, verb: Word) -> tuple[Party, ...]:
        """Return the subject that a cue shares with the verb before it: "относит следы к транспорту, хотя и оговаривается, что"."""
        if not verb.is_finite or verb.forms.get("Number") != "Sing" or verb.forms.get("Voice") == "Pass":
            return ()
        if verb.lower.endswith(("ся", "сь")) and verb.lemma in lexicon.NOBODYS:
            return ()
        before = next((word for word in reversed(self.words[: verb.index]) if word.is_finite), None)
        genders = {before.forms.get("Gender"), verb.forms.get("Gender")} - {None} if before is not None else set()
        if before is None or len(genders) > 1 or before.forms.get("Number") != "Sing":
            return ()
        people = tuple(party for party in self.speakers.of(before) if self.speakers.can_say(party))
        lead = [
            word
            for word in self.words[before.index + 1 : verb.index]
            if not any(party.place.holds(word.place) for party in people)
        ]
        if any(word.lower == "что" or word.text in {";", "«", "»"} for word in lead):
            return ()
        if any(word.case == "Nom" and word.part in {"NOUN", "PROPN", "PRON"} for word in lead):
            return ()
        return people

    def _meant(self, holders: tuple[Party, ...], verb: Word) -> tuple[Party, ...]:
        """Return whom "в котором говорится" means: who put out the paper, else the paper."""
        if not any(party.text.lower().startswith("котор") for party in holders):
            return holders
        mark = next((word.index for word in reversed(self.words[: verb.index]) if word.text == ","), None)
        if mark is None:
            return ()
        before, behind = self.words[mark - 1], self.words[mark + 1]
        name = self.speakers.name_at(before) or self.speakers.name_at(self.words[max(0, mark - 2)])
        if behind.lower.startswith("котор") and name is not None and name.kind == "person":
            return (
                self.speakers.party(
                    self.speakers.top(before if self.speakers.name_at(before) else self.words[mark - 2])
                ),
            )
        main = next((word for word in reversed(self.words[:mark]) if word.is_finite), None)
        if main is not None and (found := self.speakers.of(main)):
            return found
        noun = next((word for word in reversed(self.words[:mark]) if word.part == "NOUN"), None)
        return (self.speakers.party(noun),) if noun is not None else ()

    def _goes_on(self, verb: Word) -> bool:
        """Say whether a verb shares the speaker of one before it: "и добавил", "добавив"."""
        if verb.forms.get("VerbForm") == "Conv" or verb.relation == "conj":
            return True
        near = {word.lower for word in self.words[max(0, verb.index - 3) : verb.index]}
        return bool(near & _SAME_AGAIN)

    def _by_words(self) -> None:
        """Read "по словам", "согласно", "в отчете говорится" is a verb's; "если верить"."""
        for word in self.words:
            phrase = by_words(self.speakers, word)
            if phrase is None:
                continue
            holders, first, last = phrase
            content = self.cues.around(first, last)
            cue = self.tree.place(first, min(first + 1, last))
            holders = tuple(self.speakers.in_full(party) for party in holders)
            force = "believing" if self.words[min(first + 1, last)].lemma in lexicon.BY_BELIEF else "saying"
            self._add(Telling(cue, force, holders, content, form="indirect"), range(first, last + 1))

    def _by_nouns(self) -> None:
        """Read the nouns of speech: "ходят слухи, что", "заверения завода о сроках", "прислал ответ: …"."""
        for telling, consumed in nouns(self.speakers, self.cues):
            if not any(index in self.taken for index in consumed):
                self._add(telling, consumed)

    def _without_verb(self) -> None:
        """Read what no verb of speech introduces: a turn behind a colon, a particle, an afterthought."""
        for telling, consumed in (*turns(self.speakers, self.cues), *unheard(self.speakers, self.cues)):
            if not any(index in self.taken for index in consumed):
                self._add(telling, consumed)

    def _net(self) -> None:
        """Add a cue word that nothing read as an unplaced cue: never the author's own voice."""
        start = self.tree.sentence.place.start
        for match in lexicon.CERTAIN.finditer(self.speakers.sentence_text):
            place = Place(start + match.start(), start + match.end())
            hit = [word.index for word in self.words if word.place.meets(place)]
            if not hit or any(index in self.taken for index in hit) or not self._certain(self.words[hit[0]]):
                continue
            if any(each.covers(place) and each.form == "direct" for each in self.found):
                continue
            self._add(Telling(place, "saying", (), ()), hit)

    def _certain(self, word: Word) -> bool:
        """Say whether a cue word speaks here: not "не сказал", not a source that says nothing ("согласно договору")."""
        if word.lower == "согласно":
            return is_source_after(self.speakers, word)
        return not self.tree.is_negated(word)

    def _paper_in_words(self, each: Telling) -> bool:
        """Say whether a paper, or a "they", has a mere thing for its content in what another says: "что накладные не подтверждают ввоз"."""
        return (
            each.cue in self.nominal
            and (all(party.role in {"document", "pronoun"} for party in each.holders) or self._talks_of(each.cue))
            and any(other is not each and other.holders and other.covers(each.cue) for other in self.found)
        )

    def _talks_of(self, cue: Place) -> bool:
        """Say whether a cue names what was talked about and not what was said: "стороны говорили о строительстве"."""
        return any(word.lemma in {"говорить", "рассказывать"} for word in self.words if cue.holds(word.place))

    def _quiet_in_words(self, each: Telling) -> bool:
        """Say whether a silence without a request stands in what another tells: "дочь не выходит на связь" is no refusal to answer."""
        silent = each.force == "silent" and not each.content and each.reply != "could_not_be_reached"
        return silent and any(other.holders and other.covers(each.cue) for other in self.found)

    def _inside_speech(self, each: Telling) -> bool:
        """Say whether a cue stands in words that another is quoted with: those stay as quoted."""
        return any(other is not each and other.form == "direct" and other.covers(each.cue) for other in self.found)


def _has_cue_form(word: Word) -> bool:
    """Say whether a verb or a short adjective stands in a form that makes a clause: not a participle before a noun."""
    if word.part == "ADJ":
        return (
            word.lower.startswith(("уверен", "убежден", "согласен", "согласн")) and word.forms.get("Variant") == "Short"
        )
    return word.forms.get("VerbForm") != "Part" or word.is_finite or word.lower[-1:] in "оаы"


def _is_first(party: Party) -> bool:
    return party.text.lower() in {"я", "мы"}


def _force(verb: Word, *, negated: bool, calls: bool) -> tuple[str, bool]:
    """Return how a cue holds its content, and whether it holds it not."""
    lemma = verb.lemma
    if calls:
        return "denying", False
    if lemma in lexicon.DENYING:
        return ("saying", False) if negated else ("denying", False)
    if lemma in lexicon.HIDING:
        return "saying", False
    if lemma in lexicon.AGREEING:
        return ("denying", False) if negated else ("believing", False)
    if lemma in {"сомневаться", "усомниться"}:
        return "believing", not negated
    if lemma == "исключать":
        return "believing", not negated
    return ("believing" if lemma in lexicon.BELIEVING else "saying"), negated
