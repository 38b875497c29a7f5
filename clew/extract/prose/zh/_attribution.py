"""A Chinese sentence goes in; who says what comes out, by surface grammar: speaker, cue, content. What is not placed is said to be so."""

import re

from clew.extract.prose._telling import Party, Telling
from clew.extract.prose.zh import _cues as cues
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._cueing import UNWILLING
from clew.extract.prose.zh._held import Cue
from clew.extract.prose.zh._nominal import NOUNS_OF_SAYING
from clew.extract.prose.zh._parts import MARKS
from clew.extract.prose.zh._phrases import Phrase, phrase_before
from clew.extract.prose.zh._propositions import propositions
from clew.extract.prose.zh._replies import replies
from clew.extract.prose.zh._turns import NOT, Turns

_LETTERS = frozenset(
    {"来函", "来信", "来电", "复函", "回函", "致函", "发函", "函告", "来文", "回电", "复电", "回信", "函复"}
)


class Attribution(Turns):
    """Reads the tellings of one sentence."""

    def tellings(self) -> list[Telling]:
        """Return the tellings in the order of their cues."""
        if not self.answered_over():
            self._silences()
            self.read(0, self.end, ())
            self._net()
        kept = [each for each in self.found if not self._inside_speech(each)]
        if self.record_type == "letter":
            kept = [each for each in kept if each.force == "believing" or not self._is_own(each)]
        return sorted(kept, key=lambda each: each.cue.start)

    def _is_own(self, each: Telling) -> bool:
        """Say whether who writes a letter says something in it: the whole letter does; a judgement of the writer's is told apart."""
        noun = self.body[each.cue.start - self.place.start : each.cue.stop - self.place.start] in NOUNS_OF_SAYING
        own = bool(each.holders) and all(lexicon.FIRST_PERSON.match(party.text) for party in each.holders)
        return own and not noun and each.force != "silent"

    def _silences(self) -> None:
        for reply in replies(self):
            self.blocked.append(reply.span)
            about = (self.span(*reply.about),) if reply.about else ()
            self.found.append(Telling(self.span(*reply.cue), "silent", reply.who, about, reply=reply.kind))

    def read(self, first: int, last: int, speakers: tuple[Party, ...], *, nested: bool = False) -> None:
        """Read who says what in a run of words; `speakers` are those of the clause before, who may go on."""
        index = first
        while index < last:
            at_start = index == first or self.is_separator(index - 1)
            end = self.formed(index, first, last, nested=nested) if at_start else None
            if end is None:
                cue = self.cue_at(index, first, last)
                end = self._taken(cue, first, last, speakers, nested=nested) if cue is not None else None
            if end is not None:
                self.read(end, last, self.last, nested=nested)
                return
            index += 1

    def _taken(self, cue: Cue, first: int, last: int, speakers: tuple[Party, ...], *, nested: bool) -> int | None:
        """Keep what a cue tells, and return where to read on; None where the cue tells nothing."""
        begun = self.clause_start(cue.first, first)
        holders, clean, bare = self._speakers(cue, begun, first, speakers, nested=nested)
        negated = self.words[cue.first - 1].text in NOT if cue.first > begun else False
        if self.is_void(cue, first=first, begun=begun, negated=negated):
            return None
        if not cue.sure and nested and (begun != first or self.later):
            return None  # within what another says, behind its first words: "双方预计下周再谈"
        if not self._may_tell(cue, holders, clean=clean):
            return None
        content, end = self._content(cue, last, holders)
        if not self._is_said(cue, content, end) or self.is_feeling(self.words[cue.last - 1].stop):
            return None
        before = self._speech_before(begun, first)
        if before and (not content or self.is_direct(content)):
            content = [*before, *content]
        if not content:
            content, end = self._content_before(cue, begun, first, last)
            if content and negated and cue.force != "denying":
                return None  # "…, but both did not confirm it": who, and what, is not said
        if not holders and (nested or (len(cue.text) == 1 and not self.is_separator(min(cue.last, last - 1)))):
            return None
        self.last = holders
        if not content and not bare and not holders:
            return None
        self._kept(cue, holders, content, negated=negated)
        return end if content else cue.last

    def _may_tell(self, cue: Cue, holders: tuple[Party, ...], *, clean: bool) -> bool:
        """Say whether those before a cue can be who tells: of a verb of many uses somebody with nothing between, of 约定 a paper."""
        if cue.text in cues.OF_PAPERS and any(party.role != "document" for party in holders):
            return False
        return cue.sure or (bool(holders) and clean)

    def _is_said(self, cue: Cue, content: list[tuple[int, int]], end: int) -> bool:
        """Say whether what stands behind a cue can be said: a clause, speech; of a verb of many uses no bare thing ("汇报了进度")."""
        if cue.sure or not content or cue.first >= len(self.words) or self.words[cue.first].text in cues.OF_THINGS:
            return True
        at = self.at(content[0][0])
        parted = at > cue.last and self.is_separator(at - 1)
        return parted or self.is_direct(content) or self.is_clause(at, min(end, self.clause_stop(at, end)))

    def _kept(self, cue: Cue, holders: tuple[Party, ...], content: list[tuple[int, int]], *, negated: bool) -> None:
        span = (self.words[cue.first].start, self.words[cue.last - 1].stop)
        if not content:
            if self.body.rstrip().endswith(("：", ":")) and holders:
                self.answers = holders  # "声明如下: ", and the points come on lines of their own
                return
            if self.words[cue.first].text in cues.CERTAIN and (
                cue.last >= self.end
                or not self.turns_at(cue.last + 1, self.end, start=cue.first, keeps=False, mark="，")
            ):
                self.add(span, cue.force, (), [])
            return
        direct = self.is_direct(content)
        parts = [[run] for run in self._apart(content)] if not direct and cue.force != "denying" else [content]
        for part in parts:
            self._told(cue, holders, part, negated=negated, direct=direct)
        if not direct:
            for number, (start, stop) in enumerate(run for part in parts for run in part):
                self.later = number > 0
                self.read(self.at(start), self.at(stop), (), nested=True)
            self.later = False

    def _apart(self, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the things said, each a run of the sentence: a clause with a subject of its own is one by itself."""
        return [
            self.trimmed(self.words[first].start, self.words[last - 1].stop)
            for start, stop in content
            for first, last in propositions(self.words, self.at(start), self.at(self._without_question(start, stop)[1]))
        ]

    def _told(
        self, cue: Cue, holders: tuple[Party, ...], content: list[tuple[int, int]], *, negated: bool, direct: bool
    ) -> None:
        """Keep one thing that a cue tells: what is said, what is called untrue, what is not known."""
        span = (self.words[cue.first].start, self.words[cue.last - 1].stop)
        force = cue.force
        rebuts = self.words[cue.first].text in cues.REBUTTING
        if (
            force == "denying"
            and rebuts
            and (cue.last - cue.first > 1 or self.body[span[1] : span[1] + 1] in {":", "："})
        ):
            force = "saying"
        if cue.text == "质疑":
            negated = True
        words = "".join(self.body[start:stop] for start, stop in content)
        if force == "saying" and lexicon.UNTRUE.search(re.split(r"[，。；;]", words.rstrip("。”"))[0]):
            force = "denying"
        begun = self.words[self.clause_start(cue.first, 0)].start
        through = self.through(begun, span[1])
        about = self.unaware(self.body[begun : span[0]], content) if force == "saying" and not negated else None
        form = "direct" if direct else "indirect"
        if about is None:
            self.add(span, force, holders, content, negated=negated, form=form, through=through)
            return
        self.add(span, "unaware", holders, [about], through=through)
        rest = self.beyond(content, about) if direct else []
        if rest:
            self.add(span, "saying", holders, rest, form=form, through=through)

    def _speakers(
        self, cue: Cue, begun: int, first: int, speakers: tuple[Party, ...], *, nested: bool
    ) -> tuple[tuple[Party, ...], bool, bool]:
        """Return who stands before a cue, whether nothing but times and places parts them, and whether nobody does."""
        phrase = self.phrase(begun, cue.first)
        if phrase is not None:
            clean = self.is_clean(phrase.last, cue.first)
            if (
                cue.text not in cues.SHOWING | {"称", "说"}
                and phrase.last - phrase.first > 1
                and self.words[phrase.last - 1].text in _LETTERS
                and self.words[phrase.last - 2].text not in {"的", "其"}
            ):
                phrase = Phrase(phrase.first, phrase.last - 1)  # "承运人来函解释"
            holders = self.parties(phrase, sure=cue.sure)
            if not holders and phrase.last - phrase.first > 1 and cue.sure:
                holders = self._subject_of_two(phrase)
            if not holders and cue.sure:
                near = phrase_before(self.words, phrase.last, cue.first)
                holders = self.parties(near, sure=False) if near is not None else ()
            return self.resolved(holders), clean, False
        lead = self.words[begun : cue.first]
        if any(word.kind in "nrosx" for word in lead) and not any(word.kind == "p" for word in lead):
            near = phrase_before(self.words, begun, cue.first) if cue.sure else None
            return (self.parties(near, sure=False) if near is not None else ()), False, False
        if not speakers and cue.text in cues.FORESEEING:
            return (), True, False
        return speakers or (() if nested else self.earlier(begun, first)), True, True

    def _subject_of_two(self, phrase: Phrase) -> tuple[Party, ...]:
        """Return the first noun of a phrase whose end could not speak: "公司|态度坚决表示"."""
        first, last = phrase
        for stop in range(last - 1, first, -1):
            found = self.parties(Phrase(first, stop), sure=False)
            if found:
                return found
        return ()

    def earlier(self, begun: int, first: int) -> tuple[Party, ...]:
        """Return the subject of the clauses before, where a cue has none of its own: "公司发表声明, 强调…"."""
        stop, tried = begun, 0
        while stop > first and tried < 4:
            stop -= 1
            start = self.clause_start(stop, first)
            tried += 1
            if self.words[stop].kind == "S" or (
                stop > start and self.words[stop - 1].text in {"时", "后", "之后", "期间", "之前", "前"}
            ):
                stop = start
                continue
            phrase = self.phrase(start, stop)
            if phrase is not None:
                found = self.parties(phrase, sure=False)
                if found and phrase.last == stop and start > first and self._aside_of(start, first):
                    stop = start
                    continue
                if found:
                    return self.resolved(found)
            stop = start
        return ()

    def _aside_of(self, start: int, first: int) -> bool:
        """Say whether the clause before is a bare name or calling, so that this one only says more of it."""
        earlier = self.clause_start(start - 1, first)
        phrase = self.phrase(earlier, start - 1)
        return phrase is not None and phrase.last == start - 1 and bool(self.parties(phrase, sure=False))

    def _speech_before(self, begun: int, first: int) -> list[tuple[int, int]]:
        """Return the speech that stands directly before the clause of a cue: "“…, ”X说"."""
        index = begun - 1
        while index >= first and self.is_separator(index):
            index -= 1
        if index < first or self.words[index].kind != "S":
            return []
        inner = (self.words[index].start, self.words[index].stop)
        taken = any(each.covers(self.span(inner[0] + 1, inner[1] - 1)) for each in self.found)
        return [] if taken else [inner]

    def _content_before(self, cue: Cue, begun: int, first: int, last: int) -> tuple[list[tuple[int, int]], int]:
        """Return what stands before a cue that ends its sentence: "货物已经发出, 公司发言人说"; of a denial, what it is about."""
        start = self.words[first].start
        if cue.force == "denying":
            return self.topic(cue.first, begun, first), cue.last
        closes = cue.last >= last and {self.words[cue.last - 1].text, self.words[cue.first].text} & cues.TRAILING
        if not closes or phrase_before(self.words, begun, cue.first) is None or begun <= first:
            return [], cue.last
        left, right = self.trimmed(start, self.words[begun - 1].start + 1)
        if (
            any(each.cue.stop > self.place.start + left and each.form == "direct" for each in self.found)
            or right - left < 3
        ):
            return [], cue.last
        return [(left, right)], cue.last

    def _content(self, cue: Cue, last: int, holders: tuple[Party, ...]) -> tuple[list[tuple[int, int]], int]:
        """Return the words behind a cue up to the next turn, and the word to read on from; of speech, what its marks hold."""
        index = self._past_topic(cue, self.past_listener(cue, last), last)
        if index < last and self.words[index].kind == "S":
            parts = []
            while index < last and self.words[index].kind == "S":
                parts.append((self.words[index].start, self.words[index].stop))
                index += 1
                while (
                    index < last and self.is_separator(index) and index + 1 < last and self.words[index + 1].kind == "S"
                ):
                    index += 1
            return parts, index
        if index < last and self._is_quoted_only(index, last):
            return [(self.words[index].start, self.words[index].stop)], index + 1
        if index >= last:
            return [], last
        parted = index > cue.last and self.is_separator(index - 1)
        passes = cue.sure and cue.force != "denying" and self.words[cue.first].text not in cues.LEADING
        if (
            parted
            and not passes
            and self.turns_at(index, last, start=cue.last, keeps=False, mark=self.words[index - 1].text)
        ):
            return [], cue.last
        end = self.turn(index, last, keeps=bool(holders) and holders[-1].role == "publisher")
        left, right = self.trimmed(self.words[index].start, self.words[end - 1].stop)
        return ([(left, right)] if right - left > 1 else []), end

    def _past_topic(self, cue: Cue, index: int, last: int) -> int:
        """Return the speech in marks that a colon opens behind what it is about: "谈到那笔交易: “…”"."""
        stop = self.clause_stop(index, last)
        opens = stop + 1 < last and self.words[stop].text in {":", "："} and self.words[stop + 1].kind == "S"
        return stop + 1 if opens and index == cue.last and cue.text not in cues.BELIEVING else index

    def _is_quoted_only(self, index: int, last: int) -> bool:
        """Say whether a few words in marks are all that is said: 仅回应“一切依法办理”便离开."""
        word = self.words[index]
        if word.kind != "s" or word.text[0] not in "“「『":
            return False
        after = self.words[index + 1] if index + 1 < last else None
        return (
            after is None
            or self.is_separator(index + 1)
            or after.text in {"便", "就", "后", "并", "而", "随即", "随后"}
        )

    def past_listener(self, cue: Cue, last: int) -> int:
        """Return the first word of what is said, past whom it is said to."""
        index = cue.last
        while index < last and self.words[index].kind == "a":
            index += 1
        if self.words[cue.first].text in cues.TELLING or self.words[cue.last - 1].text in cues.TELLING:
            stop = self.clause_stop(index, last)
            if (
                stop < last
                and stop - index <= 5
                and all(word.is_nominal or word.kind == "u" for word in self.words[index:stop])
            ):
                index = stop
            elif index < last and (self.words[index].text in lexicon.LISTENERS):
                index += 1
        while index < last and (
            self.words[index].text in MARKS
            or self.words[index].kind == "a"
            or self.words[index].text in {"如下", "道", "到", "出", "一下", "过", "说"}
        ):
            index += 1
        quoted = (
            re.match(
                r"(?:一句(?:话)?|[一二三四五六七八九十两]{1,2}个字)(?=[“「])", self.body[self.words[index].start :]
            )
            if index < last
            else None
        )
        return self.at(self.words[index].start + quoted.end()) if quoted is not None else index

    def _net(self) -> None:
        """Add a cue word that nothing read as an unplaced cue: never the author's own voice."""
        if self.found:
            return
        for index in range(self.end):
            cue = self.cue_at(index, 0, self.end)
            if cue is None or not cue.sure or cue.text not in cues.WEIGHTY:
                continue
            lead = self.words[max(0, index - 2) : index]
            if any(word.text in NOT or word.text in UNWILLING for word in lead):
                continue
            marked = cue.last >= self.end or self.is_separator(cue.last)
            if marked or (len(cue.text) > 1 and cue.last < self.end):
                self.found.append(
                    Telling(self.span(self.words[index].start, self.words[cue.last - 1].stop), "saying", (), ())
                )
                return
