"""Kinds of establishments that lists write out, shorten and translate: NPO is a scientific production association.

In: a firm's words as romanised, without particles. Out: the same words with each such phrase as one word. Sources: usage of the
OFAC, EU and UN lists.
"""

_PHRASES = """
npo: nauchno proizvodstvennoe obedinenie|nauchno proizvodstvennoe obyedinenie|nauchno proizvodstvennoye obyedinenie|nauchno proizvodstvennoye obyedineniye|scientific production association|research production association|scientific industrial association|scientific production amalgamation
npp: spe|nauchno proizvodstvennoe predpriyatie|nauchno proizvodstvennoye predpriyatie|nauchno proizvodstvennoye predpriyatiye|scientific production enterprise|research production enterprise|scientific manufacturing enterprise
npk: nauchno proizvodstvennaya kompaniya|nauchno proizvodstvennaia kompaniia|nauchno proizvodstvennaya korporatsiya|scientific production company|scientific production corporation|research production company|research production corporation
npts: nauchno proizvodstvennyy tsentr|nauchno proizvodstvennyi tsentr|nauchno proizvodstvenny tsentr|scientific production center|scientific production centre|research production center
nii: nauchno issledovatelskiy institut|nauchno issledovatelskii institut|nauchno issledovatelski institut|scientific research institute|research institute
tsnii: cnii|csri|tsentralnyy nauchno issledovatelskiy institut|tsentralnyi nauchno issledovatelskii institut|tsentralny nauchno issledovatelski institut|central scientific research institute|central research institute
kb: konstruktorskoe byuro|konstruktorskoye byuro|konstruktorskoe biuro|design bureau|construction bureau
okb: edb|opytno konstruktorskoe byuro|opytno konstruktorskoye byuro|experimental design bureau|osoboe konstruktorskoe byuro
skb: spetsialnoe konstruktorskoe byuro|spetsialnoye konstruktorskoye byuro|special design bureau|spetsialnoe konstruktorskoe biuro
tskb: tsentralnoe konstruktorskoe byuro|tsentralnoye konstruktorskoye byuro|central design bureau
td: torgovyy dom|torgovyi dom|torgovy dom|trading house|trade house
gok: gorno obogatitelnyy kombinat|mining processing plant|mining processing combine
fgbu: federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie|federal state budgetary institution|federal state budgetary establishment
gup: gosudarstvennoe unitarnoe predpriyatie|state unitary enterprise
po: proizvodstvennoe obedinenie|proizvodstvennoye obyedinenie|production association
minoborony: ministry defense russian federation|ministerstvo oborony|minoborony rossii
irgc: islamic revolutionary guard corps|sepah pasdaran|iranian revolutionary guard corps
isil: islamic state iraq levant|islamic state iraq syria|islamic state
"""
_FOUND: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _line in _PHRASES.strip().splitlines():
    _name, _, _rest = _line.partition(":")
    for _phrase in _rest.split("|"):
        _words = tuple(_phrase.split())
        _FOUND.setdefault(_words[0], []).append((_words, _name))
for _choices in _FOUND.values():
    _choices.sort(key=lambda choice: -len(choice[0]))


NAMES = frozenset(name for choices in _FOUND.values() for _, name in choices)


def shortened(found: list[str]) -> list[str]:
    """Return the words with each phrase for a kind of establishment as one word, the longest phrase first."""
    if not any(word in _FOUND for word in found):
        return found
    out: list[str] = []
    place = 0
    while place < len(found):
        for phrase, name in _FOUND.get(found[place], ()):
            if tuple(found[place : place + len(phrase)]) == phrase:
                out.append(name)
                place += len(phrase)
                break
        else:
            out.append(found[place])
            place += 1
    return out
