"""The letters that Arabic writes onto a word: the article, "and" before it, "with" and "to".

Forms are folded. Whether a letter is a clitic or belongs to the word can't be seen from the form alone; the functions
here only take it off.
"""

from __future__ import annotations

import re

AND, SO, WITH, TO = "و", "ف", "ب", "ل"
ARTICLE, TO_THE = "ال", "لل"
FEMININE = ("ه", "ات")  # endings of feminine nouns, folded
TEH_MARBUTA = "ة"  # as it is written, which folding makes one with a pronoun
HER = "ها"
NOUN_ENDS = (*FEMININE, HER, "هم")  # of nouns, or of verbs with their object
POSSESSED = ("ته", HER, "هم", "هما")  # of nouns that are somebody's, unfolded; a bare "ه" may be spelt for "ة"
ACCUSATIVE = "ا"  # ending of the indefinite accusative
PARTICIPLE = "م"  # how participles begin but for the simplest verbs' active one
PRESENT = ("ي", "ت")  # how a verb of the present begins in the third person
RELATIVE = ("ي", "يه", "يين")  # endings of relative adjectives, folded: "الحالي", "الغربية"
RELATIVE_PLURAL = "يون"  # … of a subject
MASCULINE_PLURAL, OBLIQUE_PLURAL, DUAL = "ون", "ين", ("ان", "ين")


_DEED = re.compile(r"(إ\w{1,3}ا\w|ا(ن\w\w|\wت\w|ست\w\w)ا\w)(ه|ها|هم)?")


def deed(word: str) -> bool:
    """True where an unfolded word has the pattern of a verbal noun of the fourth, seventh, eighth or tenth form.

    >>> deed("إغلاق"), deed("انتماءه"), deed("استخدام"), deed("أعضاء"), deed("المحكمة")
    (True, True, True, False, False)
    """
    return _DEED.fullmatch(word) is not None


def definite(form: str) -> bool:
    """True where a word carries the article.

    >>> definite("الوزير"), definite("للوزير"), definite("وزير")
    (True, False, False)
    """
    return form.startswith(ARTICLE)


def head(form: str) -> str:
    """A word without its article, and without the "and" before that.

    >>> head("والوزير"), head("الوزير"), head("وزير")
    ('وزير', 'وزير', 'وزير')
    """
    for prefix in (AND + ARTICLE, ARTICLE):
        if form.startswith(prefix) and len(form) > len(prefix) + 1:
            return form[len(prefix) :]
    return form


def stem(form: str) -> str:
    """A word without its article, also after "to".

    >>> stem("للرئيس"), stem("الرئيس")
    ('رئيس', 'رئيس')
    """
    return form[len(TO_THE) :] if form.startswith(TO_THE) else head(form)


def to(form: str) -> str | None:
    """The noun after "to", with the article that it swallowed; null where the word does not begin so.

    >>> to("للصحفيين"), to("لرويترز"), to("قال")
    ('الصحفيين', 'رويترز', None)
    """
    if form.startswith(TO_THE):
        return ARTICLE + form[len(TO_THE) :]
    return form[1:] if form.startswith(TO) else None


def joined(form: str) -> bool:
    """True where a word may begin with "and"."""
    return form.startswith(AND) and len(form) > 2


def without_and(form: str) -> str:
    """A word without the "and" before it."""
    return form.removeprefix(AND)


def without_object(form: str) -> tuple[str, ...]:
    """What a verb may be without the pronoun for its object; none where it has no such pronoun.

    >>> without_object("نفاه"), without_object("اكدتها"), without_object("قال")
    (('نفا', 'نفي'), ('اكدت',), ())
    """
    stem = next((form.removesuffix(end) for end in (HER, FEMININE[0]) if form.endswith(end)), "")
    return (stem, stem[:-1] + "ي") if stem.endswith("ا") else (stem,) if stem else ()
