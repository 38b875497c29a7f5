"""Words in Latin letters go in; whether they have the form of a Chinese person's name comes out."""

import re

_SURNAMES = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng "
    "han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lv fan jin tan "
    "shi jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan duan lei long tao shao kong mao dai ouyang situ qiao wen"
)
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v|ü)"
)
_NAME = re.compile(rf"(?:{'|'.join(_SURNAMES.split())}) {_SYLLABLE}(?:[ '-]?{_SYLLABLE})?", re.IGNORECASE)


def is_pinyin_name(words: str) -> bool:
    """Say whether two or three words are a surname and given syllables: "Tang Shuo", not "Tang Trading"."""
    return _NAME.fullmatch(" ".join(words.split())) is not None
