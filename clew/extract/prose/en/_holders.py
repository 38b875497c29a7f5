"""The head of a noun phrase goes in; a party with its words and its role comes out, and from those the stance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _persons as who
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._names import Name, Names
from clew.extract.prose.en._parse import Paragraph
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token


# A person is no document and a plant no official, whatever the parser puts in apposition to it.
_ANY = frozenset({"official", "institution", "expert", "publisher", "document", "source"})
_ROLES_OF = {
    "person": frozenset({"official", "expert"}),
    "organization": frozenset({"institution", "publisher", "expert"}),
    "place": frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who speaks, acts or is acted on, as written."""

    run: Run
    text: str
    start: int  # in the page text
    stop: int
    role: str  # official, institution, expert, publisher, document, source, pronoun, party
    name: Name | None = None


class Parties:
    """Makes parties of the noun phrases of one paragraph; `roles` are those told of names elsewhere in the document."""

    def __init__(
        self, paragraph: Paragraph, text: str, names: Names, roles: dict[str, str], *, news: bool = False
    ) -> None:
        self.paragraph, self.text, self.names, self.roles = paragraph, text, names, roles
        self.news = news  # whoever is told something there is most often a publisher

    def of(self, head: "Token") -> Party | None:
        """Return the party a noun stands for; a name in apposition to a post goes before the post."""
        verbal = head.pos_ == "VERB" and any(child.dep_ == "det" for child in head.children)  # "the undersigned"
        if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET"} and not verbal:
            return None
        role = self.role(head)
        name = self.name_of(head)
        if name is None and head.lower_ not in who.PRONOUNS:
            for appos in tree.children(head, "appos"):
                named = self.name_of(appos)
                if named is not None and named.kind in {"person", "organization"}:
                    head, name = appos, named
                    role = "party" if role == "source" else role  # "the witness Yara Haddow" is named
                    break
            else:
                head, name = self._named_after(head) or (head, name)
        return self.party(head, role=role, name=name)

    def _named_after(self, head: "Token") -> tuple["Token", Name] | None:
        """Return the name the parser took into the firm before it: "a lawyer for Heller, Petra Sloan, said"."""
        for noun in tree.objects_of(head, "for", "of", "at", "with"):
            name = self.name_of(noun)
            if name is None or name.kind != "person" or head.pos_ != "NOUN":
                continue
            tokens = [token for token in noun.subtree if _covers(self, name, token)]
            first, last = tokens[0], tokens[-1]
            outside = first.i > head.i + 2 and first.nbor(-1).text == "," and first.nbor(-2).pos_ == "PROPN"
            if outside and last.i + 1 < len(last.doc) and last.nbor().text == ",":
                return noun, name
        return None

    def party(self, head: "Token", *, role: str, name: Name | None, described: bool = True) -> Party:
        """Return the party with the words of a head: the name alone where it has one, else the phrase."""
        run = tree.described_phrase(head) if name is None and described else tree.phrase(head)
        if name is not None:
            doc, offset = self.paragraph.doc, self.paragraph.offset
            tokens = [token for token in doc if name.start <= offset + token.idx < name.stop]
            first = tokens[0]
            titled = self._titled(first, head) if len(tokens) == 1 else None
            if titled is not None:
                run = Run(titled, tokens[-1], head)
                start, stop = self.paragraph.place(titled, tokens[-1])
                return Party(run, self.text[start:stop], start, stop, role, name)
            if (
                first.i > 0
                and doc[first.i - 1].lower_ in {"the", "this", "our", "your", "my", "their", "its"}
                and doc[first.i - 1].head.i in {token.i for token in tokens}
            ):
                first = doc[first.i - 1]
            run = Run(first, tokens[-1], head)
            start, stop = offset + first.idx, name.stop
        else:
            start, stop = self.paragraph.place(run.first, run.last)
        return Party(run, self.text[start:stop], start, stop, role, name)

    def _titled(self, first: "Token", head: "Token") -> "Token | None":
        """Return where a name of one word begins with what it is told by: "Pell's ex-wife Mina", "state news agency Torinfo"."""
        if first.i != head.i:
            return None
        above = head.head
        if head.dep_ == "appos" and above.i == first.i - 1 and above.pos_ == "NOUN" and above.left_edge.i < above.i:
            return above.left_edge  # "Pell's ex-wife Mina"
        before = [
            child
            for child in head.children
            if child.i < head.i and child.dep_ in {"compound", "amod", "poss", "nmod", "det"}
        ]
        before = [child for child in before if child.lower_ not in {"neither", "either", "both"}]
        edge = min((child.left_edge for child in before), key=lambda token: token.i, default=head)
        unbroken = all(not token.is_punct for token in head.doc[edge.i : head.i])
        return edge if unbroken and head.i - edge.i >= 2 and any(child.dep_ != "det" for child in before) else None

    def spanning(self, first: "Token", last: "Token", head: "Token") -> Party:
        """Return the party of a run of words, where the parse does not tell its phrase."""
        start, stop = self.paragraph.place(first, last)
        return Party(Run(first, last, head), self.text[start:stop], start, stop, self.role(head))

    def name_of(self, head: "Token") -> Name | None:
        """Return the name a noun is the head of: not "Orvel" for the staff in "Orvel staff"."""
        name = self.names.at(self.paragraph.page, self.paragraph.offset + head.idx)
        alone = name is not None and name.kind == "unknown" and name.text.lower() in who.PERSONS
        return None if alone and tree.objects_of(head, "for", "of", "to") else name  # "Counsel for Ms Adel"

    def role(self, head: "Token") -> str:
        """Return what a speaker is, by its own words first, then by what the document says of the name."""
        name = self.name_of(head)
        if head.lower_ in who.PARTS or head.pos_ == "NUM":
            return next((self.role(noun) for noun in tree.objects_of(head, "of")), "party")
        if head.lower_ in who.PRONOUNS or (head.lower_ in who.POSSESSIVES and head.dep_ == "poss"):
            return "pronoun"
        apposed = [
            *(each for each in tree.children(head, "appos") if not tree.is_list(each)),
            *([head.head] if head.dep_ == "appos" else []),
        ]
        described = [noun for noun in apposed if self.name_of(noun) is None]
        titles = [
            child
            for child in tree.children(head, "compound", "amod", "nmod")
            if name is None or not _covers(self, name, child)
        ]
        own = [head] if name is None or name.kind != "person" else []
        for noun in [*own, *described, *(titles if name is not None else [])]:
            role = self._of_noun(noun)
            if role and (name is None or role in _ROLES_OF.get(name.kind, _ANY)):
                return role
        titled = self._of_title(name) if name is not None else ""
        if titled:
            return titled
        the = any(child.lower_ == "the" for child in head.children)
        if name is None:
            return "publisher" if the and head.pos_ == "PROPN" and cues.PUBLISHER_NAME.search(head.text) else "party"
        if name.kind == "organization" and head.lower_ in who.STATE_BODIES:
            return "official"
        if name.kind in {"organization", "unknown"} and cues.PUBLISHER_NAME.search(name.text):
            return "publisher"
        houses = [
            self.name_of(noun)
            for told in [head, *described]
            for noun in tree.objects_of(told, "of", "at", "from", "with")
        ]
        teaching = [each for each in tree.children(head, "relcl") if each.lemma_.lower() in who.TEACHING]
        houses += [self.name_of(noun) for each in teaching for noun in tree.objects_of(each, "at", "in", "for")]
        if name.kind == "person" and any(house is not None and who.RESEARCH.search(house.text) for house in houses):
            return "expert"
        return self.roles.get(name.text.split()[-1] if name.kind == "person" else name.text, "party")

    def _of_title(self, name: Name) -> str:
        """Return the role of a title that was taken into a person's name: "Historian Ottilie Brand", "Ambassador Tolle"."""
        first, *rest = name.text.lower().split()
        if not rest or name.kind == "place":
            return ""
        if first in cues.OFFICIALS and first not in who.STATE_BODIES:
            return "official"
        return "expert" if first in cues.EXPERTS or who.SCHOLAR.fullmatch(first) else ""

    def _of_noun(self, noun: "Token") -> str:
        word, modifiers = noun.lower_, {child.lower_ for child in noun.children}
        if word in who.SPEAKING_FOR and self._is_of_the_state(noun):
            return "official"
        if word == "intelligence" and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in who.SHOWN_BY:
            return "document"  # "intelligence gathered by two governments indicates"
        if word in cues.OFFICIALS:
            return "party" if self._of_a_firm(noun) else "official"
        if word in cues.INSTITUTIONS:
            return "institution"
        if found := self._of_its_owner(noun, modifiers):
            return found
        if self._are_somebodys(noun):
            return ""
        if word in {"agency", "agencies", "service"} and modifiers & {"news", "press", "wire", "media"}:
            return "publisher"
        if word in {"service", "services", "agency", "agencies"} and modifiers & who.SERVICE_WORDS:
            return "official"
        if word == "agency" and tree.children(noun, "amod", "compound", "poss", "nmod"):
            return ""  # "the aid agency", "a travel agency"
        return self.role_of_word(word)

    def is_person(self, noun: "Token") -> bool:
        """Say whether a noun is somebody, by name or by class: not a place, a house or a thing."""
        name = self.name_of(noun)
        if name is not None:
            return name.kind in {"person", "unknown"}
        word = noun.lower_
        return word in who.PERSONS or who.DOER.fullmatch(word) is not None or who.SCHOLAR.fullmatch(word) is not None

    def can_speak(self, noun: "Token") -> bool:
        """Say whether a noun is somebody, or a house that has a voice."""
        name = self.name_of(noun)
        if name is not None:
            return name.kind != "place"
        if noun.lower_ in who.SPEAKING_PRONOUNS or noun.lower_ in who.BODIES or self.is_person(noun):
            return True
        return self.role(noun) in {"official", "institution", "expert", "publisher", "source"}

    def _of_its_owner(self, noun: "Token", modifiers: set[str]) -> str:
        """Return what a noun is by whose it is: "border guards", "a member of the ministry", "the Group of Experts", "the tax office"."""
        word = noun.lower_
        branch = word in who.STATE_POSTS and modifiers & who.STATE_BRANCHES
        if branch or (word in who.MEMBERS and self._is_in_the_state(noun)):
            return "official"
        consulted = any(
            each.lemma_ == "consult" for each in tree.children(noun, "acl")
        )  # "an engineer consulted by the Post"
        of_experts = consulted or any(self._of_noun(each) == "expert" for each in tree.objects_of(noun, "of"))
        if consulted or (word in who.PANELS and (noun.text == "Panel" or of_experts)):
            return "expert"
        return self._of_owner(noun) if word in who.HOUSES else ""

    def _is_in_the_state(self, noun: "Token") -> bool:
        """Say whether somebody is of a body of state: "a member of the Duma's defence committee", "an insider at the ministry"."""
        houses = [*tree.objects_of(noun, "of", "at", "in", "inside", "within", "from"), *tree.children(noun, "poss")]
        return any(
            self.name_of(house) is None and self._of_noun(house) in {"official", "institution"} for house in houses
        )

    @staticmethod
    def _are_somebodys(noun: "Token") -> bool:
        """Say whether people are somebody's own, "Ferrante's people", or called by what they keep: "accounts swear they paid"."""
        if noun.lower_ == "people":
            return bool(tree.children(noun, "poss"))
        bare = noun.lower_ in cues.DOCUMENTS and noun.dep_ == "nsubj" and not list(noun.children)
        return bare and noun.head.lemma_.lower() in who.OF_PEOPLE

    @staticmethod
    def _of_owner(noun: "Token") -> str:
        """Return what a house is by whose or for what it is: "the prosecutor's office", "the fraud squad", "the mayor's office"."""
        near = {token.lower_ for token in tree.children(noun, "poss", "compound", "amod", "nmod") if token.i < noun.i}
        near |= {inner.lower_ for token in tree.children(noun, "poss") for inner in token.children}
        near |= {token.lower_ for token in tree.objects_of(noun, "of")}
        if near & who.STATE_WORK or near & cues.OFFICIALS:
            return "official"
        return "institution" if near & (who.GOVERNING | cues.INSTITUTIONS) else ""

    @staticmethod
    def role_of_word(word: str) -> str:
        """Return what a noun alone says its bearer is; empty where it says nothing."""
        if who.SCHOLAR.fullmatch(word):
            return "expert"
        for role, nouns in (
            ("official", cues.OFFICIALS),
            ("expert", cues.EXPERTS),
            ("publisher", cues.PUBLISHERS),
            ("document", cues.DOCUMENTS),
            ("source", cues.SOURCES),
        ):
            if word in nouns:
                return role
        return ""

    def _is_of_the_state(self, noun: "Token") -> bool:
        """Say whether a source or a spokesman is of the state: "police sources", "an army spokesman", "a source in the ministry"."""
        source = noun.lower_ in cues.SOURCES
        near = [child for child in noun.children if child.dep_ in {"compound", "amod", "nmod"} and child.i < noun.i]
        near += [inner for child in near for inner in child.children]
        if any(token.lower_ in (who.STATE | who.SERVICES if source else who.SERVICES) for token in near):
            return True
        houses = (
            tree.objects_of(noun, "for", "of") if not source else tree.objects_of(noun, "in", "at", "inside", "within")
        )
        return any(
            self._of_noun(house) in ({"official", "institution"} if source else {"official"}) for house in houses
        )

    def _of_a_firm(self, noun: "Token") -> bool:
        """Say whether an official is a firm's own: "company officials", "officials at Orvel", "a compliance officer"."""
        if {child.lower_ for child in tree.children(noun, "compound", "amod")} & who.PRIVATE:
            return True
        near = [*tree.children(noun, "compound", "poss", "nmod"), *tree.objects_of(noun, "at", "of", "from")]
        for token in near:
            words = {inner.lower_ for inner in token.subtree}
            name = self.name_of(token)
            if words & cues.FIRM_NOUNS or (
                name is not None
                and name.kind == "organization"
                and not {part.lower() for part in name.text.split()} & (cues.INSTITUTIONS | who.SERVICE_WORDS)
            ):
                return True
        return False


def stance_of(role: str, force: str) -> str:
    """Return how firmly, and as what, a party of this role holds what it says."""
    if role == "expert":
        return "expert_opines"
    if role == "pronoun":
        return "unknown"
    if force == "denying":
        return "party_denies"
    if role == "official" or (role == "institution" and force == "believing"):
        return "official_assesses"
    if role in {"publisher", "document", "source"}:
        return "reported"
    return "party_says"


def roles_told(paragraphs: tuple[Paragraph, ...], names: Names, texts: dict[int, str]) -> dict[str, str]:
    """Return the roles the document gives to names: surname of a person, or a firm's name, to role."""
    told: dict[str, str] = {}
    for paragraph in paragraphs:
        parties = Parties(paragraph, texts[paragraph.page], names, {})
        for token in paragraph.doc:
            if token.pos_ != "PROPN":
                continue
            name = parties.name_of(token)
            if name is not None and (role := parties.role(token)) not in {"party", "pronoun"}:
                told.setdefault(name.text.split()[-1] if name.kind == "person" else name.text, role)
    return told


def _covers(parties: Parties, name: Name, token: "Token") -> bool:
    return name.start <= parties.paragraph.offset + token.idx < name.stop
