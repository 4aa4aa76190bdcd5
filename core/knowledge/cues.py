"""The words of reported speech: cues.yml, inflected and indexed for one look-up a token.

Verbs are written in dictionary form and inflected here by the regular patterns of Arabic (strong and weak endings);
whatever is irregular is spelt out in the file. All forms are folded, since tokens are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

import msgspec

from core.arabic import bare
from core.knowledge.loading import KnowledgeError, read
from core.model import Act

_FILE = Path(__file__).parent / "cues.yml"
_FEMININE = "ه"  # as it is folded
_PLURAL_ENDS = ("وا", "ون")
_OBJECTS = ("ه", "ها", "هم", "هما")


class Object(StrEnum):
    """Which noun phrase may be a verb's content, without a preposition."""

    NONE = "none"
    MATTER = "matter"
    ANY = "any"
    DESCRIBED = "described"
    ACCUSED = "accused"
    PHRASE = "phrase"


class Kind(StrEnum):
    """What shape of a verb a form is."""

    PAST = "past"
    PRESENT = "present"
    PARTICIPLE = "participle"
    NOUN = "noun"


class _Forms(msgspec.Struct, forbid_unknown_fields=True):
    past: str
    present: str | None = None
    participle: str | None = None
    noun: str | None = None


class Verb(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One verb of communication, as cues.yml describes it; its header says what each field means."""

    past: str
    act: Act
    present: str | None = None
    participle: str | None = None
    noun: str | None = None
    that: bool = True
    speech: bool = True
    bare: bool = False
    through: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()
    object: Object = Object.NONE
    phrases: tuple[str, ...] = ()
    whom: bool = False
    ends: tuple[str, ...] = ()
    weak: bool = False
    spelt: str | None = None

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that may open its content, folded."""
        return _folded(self.through + self.matter)

    @property
    def only_matters(self) -> frozenset[str]:
        """Those of them that do before a noun of `matters` only, folded."""
        return _folded(self.matter)

    @property
    def ending(self) -> frozenset[str]:
        """Its `ends`, folded."""
        return _folded(self.ends)

    @property
    def heads(self) -> frozenset[str]:
        """Its `phrases`, one of which its object must hold, folded."""
        return _folded(self.phrases)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bare(w) for w in words)


class _Refusals(msgspec.Struct, forbid_unknown_fields=True):
    verbs: list[_Forms]
    before: list[str]
    denied: list[str]
    identity: list[str]


class _Silence(msgspec.Struct, forbid_unknown_fields=True):
    present: str
    prepositions: list[str]
    nouns: list[str] = msgspec.field(default_factory=list)
    issued: bool = False


class _Attribution(msgspec.Struct, forbid_unknown_fields=True):
    words: list[str]
    act: Act
    verb: bool = False
    like: bool = False


class _Documents(msgspec.Struct, forbid_unknown_fields=True):
    verbs: list[str]
    nouns: list[str]
    within: list[str]


class _That(msgspec.Struct, forbid_unknown_fields=True):
    particles: list[str]
    suffixes: list[str]


class _Lists(msgspec.Struct, frozen=True, eq=False):
    """The lists that are no more than a set of words, as written in the file and, folded, in `Cues`. See cues.yml for
    what each list is.
    """

    silencers: frozenset[str]
    adverbs: frozenset[str]
    manner: frozenset[str]
    aside: frozenset[str]
    bare: frozenset[str]
    first_persons: frozenset[str]
    negators: frozenset[str]
    unreal: frozenset[str]
    undone: frozenset[str]
    perhaps: frozenset[str]
    own_voice: frozenset[str]
    own_words: frozenset[str]
    source_nouns: frozenset[str]
    venues: frozenset[str]
    before_venues: frozenset[str]
    occasions: frozenset[str]
    no_venues: frozenset[str]
    of_venues: frozenset[str]
    told_in: frozenset[str]
    addressees: frozenset[str]
    persons: frozenset[str]
    bodies: frozenset[str]
    restated: frozenset[str]
    honorifics: frozenset[str]
    sources: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    people: frozenset[str]
    envoys: frozenset[str]
    dual: frozenset[str]
    subject_matters: frozenset[str]
    towards: frozenset[str]
    of_officers: frozenset[str]
    of_person: frozenset[str]
    things: frozenset[str]
    near: frozenset[str]
    near_to: frozenset[str]
    tellings: frozenset[str]
    letters: frozenset[str]
    leaving: frozenset[str]
    concealing: frozenset[str]
    partitive: frozenset[str]
    of_several: frozenset[str]
    ordinals: frozenset[str]
    addressee_heads: frozenset[str]
    not_that: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    inceptive: frozenset[str]
    preceded: frozenset[str]
    already: frozenset[str]
    like_definite: frozenset[str]
    openers: frozenset[str]
    not_with: frozenset[str]
    unnamed: frozenset[str]
    generic: frozenset[str]
    resumptive: frozenset[str]
    of_offices: frozenset[str]
    called_upon: frozenset[str]
    pointing: frozenset[str]
    these: frozenset[str]
    before_addressee: frozenset[str]
    title_ends: frozenset[str]
    before_nouns: frozenset[str]
    adjectives: frozenset[str]
    latter: frozenset[str]
    meanwhile: frozenset[str]
    but: frozenset[str]
    contrasts: frozenset[str]
    facts: frozenset[str]
    joining: frozenset[str]
    ends: frozenset[str]
    naming_heads: frozenset[str]
    sides: frozenset[str]
    naming_between: frozenset[str]
    until: frozenset[str]
    what_was: frozenset[str]
    whatever: frozenset[str]
    sayings: frozenset[str]
    so_that: frozenset[str]
    relay_links: frozenset[str]
    own_voice_goes_on: frozenset[str]
    contrasting: frozenset[str]
    quotation_links: frozenset[str]
    light_asides: frozenset[str]
    within_phrases: frozenset[str]
    not_content: frozenset[str]
    compound: frozenset[str]
    first_person: frozenset[str]
    idioms: frozenset[str]
    seeming: frozenset[str]
    resulting: frozenset[str]
    intending: frozenset[str]
    initials: frozenset[str]
    quotation_fillers: frozenset[str]
    same: frozenset[str]
    speaking_documents: frozenset[str]
    issuing: frozenset[str]
    issued: frozenset[str]
    through: frozenset[str]
    going_on: frozenset[str]
    conjunctions: frozenset[str]
    withheld: frozenset[str]
    details: frozenset[str]
    issued_in: frozenset[str]
    thereby: frozenset[str]
    obliging: frozenset[str]
    entitled: frozenset[str]
    dangling: frozenset[str]


class _File(_Lists, forbid_unknown_fields=True, frozen=True, eq=False):
    verbs: list[Verb]
    refusals: _Refusals
    silences: list[_Silence]
    affirmed_by_negation: list[_Forms]
    matters: list[str]
    our: list[str]
    that: _That
    attributions: list[_Attribution]
    documents: _Documents
    fused: dict[str, str]
    belonging: dict[str, str]
    kin: dict[str, list[str]]
    spellings_of_titles: dict[str, str]
    kinds_of_bodies: dict[str, list[str]]
    clausal: list[str]
    mine: list[str]
    lookalikes: list[str]
    distance: list[str]
    cited: list[str]
    stops: list[list[str]]
    stops_anywhere: list[list[str]]
    taken_up: list[list[str]]
    without: list[list[str]]
    starts_anew: list[list[str]]
    beyond_nouns: list[list[str]]
    subordinating: list[list[str]]
    of_age: list[list[str]]
    stops_before_cue: list[list[str]]
    preludes: list[list[str]]
    relays: list[_Forms]


class Form(NamedTuple):
    """One inflected form: of which verb, what shape, with whom it agrees, and what stands before it."""

    verb: Verb
    kind: Kind
    gender: str  # m or f
    number: int  # 1, 2, or 3 for the plural
    prefix: str  # "", و, ف, س, ب …
    whom: bool = False  # the addressee is a pronoun on the verb: "اتهمها", "دعته"


class Silence(NamedTuple):
    """A verb that, denied, says that somebody made no comment: its form, and what must follow it."""

    form: Form
    prepositions: frozenset[str]
    nouns: frozenset[str]
    issued: bool  # the comment is the subject: "لم يصدر أي تعليق من …"


class Attribution(NamedTuple):
    """A phrase that names a source beside the content; `verb` where a verb of speech follows ("حسبما ذكر")."""

    words: tuple[str, ...]
    act: Act
    verb: bool
    like: bool  # "كما قال", which elsewhere begins a sentence of its own


class Cues(_Lists, dict=True, frozen=True, eq=False):
    """The knowledge of reported speech, folded and indexed."""

    forms: dict[str, tuple[Form, ...]]
    refusals: dict[str, Form]
    refused: frozenset[str]
    denied: frozenset[str]
    identity: frozenset[str]
    silences: dict[str, Silence]
    affirmed_by_negation: frozenset[str]
    relays: dict[str, Form]
    matters: frozenset[str]
    our: tuple[str, ...]
    that: frozenset[str]
    attributions: dict[str, tuple[Attribution, ...]]  # by first word
    document_verbs: frozenset[str]
    document_nouns: frozenset[str]
    document_within: frozenset[str]
    fused: dict[str, str]
    belonging: dict[str, str]  # an adjective -> the id of its body
    kinds_of_bodies: dict[str, frozenset[str]]  # a body's kind -> words that its names begin with
    spellings_of_titles: dict[str, str]
    kin: dict[str, frozenset[str]]  # what somebody may be called -> the words of titles that it may mean
    clausal: frozenset[str]  # as written, not folded
    mine: frozenset[str]  # as written
    distance: tuple[str, ...]
    cited: tuple[str, ...]
    stops: dict[str, tuple[tuple[str, ...], ...]]  # by first word
    stops_anywhere: dict[str, tuple[tuple[str, ...], ...]]
    taken_up: dict[str, tuple[tuple[str, ...], ...]]
    without: dict[str, tuple[tuple[str, ...], ...]]
    starts_anew: dict[str, tuple[tuple[str, ...], ...]]
    beyond_nouns: dict[str, tuple[tuple[str, ...], ...]]
    subordinating: tuple[tuple[str, ...], ...]
    of_age: tuple[tuple[str, ...], ...]
    stops_before_cue: dict[str, tuple[tuple[str, ...], ...]]
    preludes: dict[str, tuple[tuple[str, ...], ...]]

    @cached_property
    def objects(self) -> frozenset[str]:
        """What is no part of a subject, whatever its verb."""
        return self.matters | self.pointing

    @cached_property
    def bare_matters(self) -> frozenset[str]:
        """Those of `matters` without an article; not all that begin with its letters have it: "إلغاء"."""
        return frozenset(m for m in self.matters if m.removeprefix("ال") == m or m[2:] not in self.matters)

    @cached_property
    def reporting(self) -> frozenset[str]:
        """Participles of verbs of saying, as they go on with a sentence: "مشيرا"."""
        said = ((form, found[0]) for form, found in self.forms.items())
        return frozenset(w for w, f in said if f.kind is Kind.PARTICIPLE and f.prefix == "" and f.verb.that)

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Every word that a rule may start from."""
        indexed = (self.forms, self.refusals, self.silences, self.relays, self.attributions)
        return self.tellings.union(self.document_verbs, *indexed)

    @cached_property
    def enders(self) -> frozenset[str]:
        """Every word that may end a content before it."""
        led = (self.stops, self.stops_anywhere, self.stops_before_cue, self.taken_up, self.without, self.attributions)
        said = (self.forms, self.relays, self.refusals, self.silencers)
        return self.ends.union(self.contrasts, self.but, *led, *said)

    @cached_property
    def before_verbs(self) -> frozenset[str]:
        """After which a verb is no description of the word before it."""
        led = self.openers | self.already | self.relatives | self.contrasts | self.conjunctions
        return led | self.auxiliaries | self.adverbs

    @cached_property
    def in_subjects(self) -> frozenset[str]:
        """What goes on with a subject behind its article, and begins no object."""
        return self.within_phrases | self.same | self.of_person

    @cached_property
    def no_verbs(self) -> frozenset[str]:
        """What cannot be the verb that a sentence begins with, whatever its form."""
        return self.venues | self.document_nouns | self.aside | self.openers


def past(verb: str) -> Iterator[tuple[str, str, int]]:
    """The forms of the past, third person: (form, gender, number).

    >>> [form for form, _, _ in past("نفى")]
    ['نفي', 'نفت', 'نفيا', 'نفتا', 'نفوا']
    """
    form = bare(verb)
    weak = verb.endswith(("ى", "ا"))
    stem = form[:-1] if weak else form
    yield form, "m", 1
    yield stem + "ت", "f", 1
    if not verb.endswith("ا"):  # "دعوا" is the plural far more often
        yield (stem + "يا" if weak else stem + "ا"), "m", 2
    yield stem + "تا", "f", 2
    yield stem + "وا", "m", 3


def present(verb: str) -> Iterator[tuple[str, str, int]]:
    """The forms of the present, third person: (form, gender, number).

    >>> [form for form, _, _ in present("يدعو")]
    ['يدعو', 'تدعو', 'يدعوان', 'تدعوان', 'يدعون']
    """
    form = bare(verb)
    weak = form.endswith(("ي", "و"))
    for head, gender in (("ي", "m"), ("ت", "f")):
        yield head + form[1:], gender, 1
    for head, gender in (("ي", "m"), ("ت", "f")):
        yield head + form[1:] + "ان", gender, 2
    yield (form[:-1] if weak else form) + "ون", "m", 3


def participle(word: str) -> Iterator[tuple[str, str, int]]:
    """The accusative forms of a participle: (form, gender, number).

    >>> [form for form, _, _ in participle("مؤكد")]
    ['موكدا', 'موكده', 'موكدين', 'موكدتين']
    """
    form = bare(word)
    yield form + "ا", "m", 1
    yield form + "ه", "f", 1
    yield (form[:-1] if form.endswith("ي") else form) + "ين", "m", 3
    yield form + "تين", "f", 2


def noun(word: str) -> Iterator[tuple[str, str, int]]:
    """A verbal noun with the pronoun of its speaker, and "بالقول", which has none: (form, gender, number)."""
    form = bare(word)
    stem = form[:-1] + "ت" if form.endswith("ه") else form
    yield from ((stem + "ه", "m", 1), (stem + "ها", "f", 1), (stem + "هم", "m", 3), (stem + "هما", "m", 2))


def with_pronouns(word: str) -> set[str]:
    """A noun as it may open a content: alone, with ال, with a pronoun, each with و before it.

    >>> sorted(with_pronouns("رغبة"))[:3]
    ['الرغبه', 'رغبتنا', 'رغبته']
    >>> bare("استيائه") in with_pronouns("استياء")
    True
    """
    form = bare(word)
    stem = form[:-1] + "ت" if form.endswith("ه") else form
    stems = {stem, bare(stem[:-1] + "ئ")} if stem.endswith("اء") else {stem}  # as a genitive: "عن استيائه"
    return {form, "ال" + form} | {stem + suffix for stem in stems for suffix in ("ه", "ها", "هم", "هما", "نا")}


@cache
def load() -> Cues:
    """The file, checked and indexed. Raises KnowledgeError where it says a verb twice."""
    data = read(_FILE, _File)
    _refuse_twice(data.verbs)
    forms: dict[str, list[Form]] = {}
    for verb in data.verbs:
        for form, entry in _inflect(verb):
            forms.setdefault(form, []).append(entry)
    attributions: dict[str, list[Attribution]] = {}
    for a in data.attributions:
        words = tuple(bare(w) for w in a.words)
        for head in (words[0], "و" + words[0]):
            attributions.setdefault(head, []).append(Attribution((head, *words[1:]), a.act, a.verb, a.like))
    for word in _set(data.lookalikes):
        forms.pop(word, None)
    that = {bare(p + s) for p, s in product(data.that.particles, data.that.suffixes)}
    matters = set().union(*(with_pronouns(m) for m in data.matters))
    refusals = _simple(data.refusals.verbs, Act.DECLINE)
    relays = _simple(data.relays, Act.SAY)
    silences = dict(_silences(data.silences))
    document_verbs = _set(data.documents.verbs) | {"و" + bare(w) for w in data.documents.verbs}
    return Cues(
        **{field.name: _set(getattr(data, field.name)) for field in msgspec.structs.fields(_Lists)},
        forms={form: tuple(entries) for form, entries in forms.items()},
        refusals=refusals,
        refused=_set(data.refusals.before),
        denied=_set(data.refusals.denied),
        identity=_set(data.refusals.identity),
        silences=silences,
        affirmed_by_negation=frozenset(_simple(data.affirmed_by_negation, Act.EXPECT)),
        relays=relays,
        matters=frozenset(matters),
        our=tuple(bare(w) for w in data.our),
        that=frozenset(that | {"ب" + t for t in that}),
        attributions={head: tuple(entries) for head, entries in attributions.items()},
        document_verbs=document_verbs,
        document_nouns=_set(data.documents.nouns),
        document_within=_set(data.documents.within),
        fused={bare(p): bare(w) for p, w in data.fused.items()},
        belonging={form: body for word, body in data.belonging.items() for form in _either([word])},
        kinds_of_bodies={bare(kind): _set(words) for kind, words in data.kinds_of_bodies.items()},
        spellings_of_titles={bare(one): bare(other) for one, other in data.spellings_of_titles.items()},
        kin={form: _either(words) for head, words in data.kin.items() for form in _either([head])},
        clausal=frozenset(data.clausal),
        mine=frozenset(data.mine),
        distance=tuple(bare(w) for w in data.distance),
        cited=tuple(bare(w) for w in data.cited),
        stops=_by_head(data.stops),
        stops_anywhere=_by_head(data.stops_anywhere),
        taken_up=_by_head(data.taken_up),
        without=_by_head(data.without),
        starts_anew=_by_head(data.starts_anew),
        beyond_nouns=_by_head(data.beyond_nouns),
        subordinating=tuple(tuple(bare(w) for w in words) for words in data.subordinating),
        of_age=tuple(tuple(bare(w) for w in words) for words in data.of_age),
        stops_before_cue=_by_head(data.stops_before_cue),
        preludes=_by_head(data.preludes),
    )


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(w) for w in words)


def _either(words: Iterable[str]) -> frozenset[str]:
    """The words, folded, in the masculine and the feminine."""
    return frozenset(form for w in words for form in (bare(w), bare(w) + _FEMININE))


def _by_head(sequences: Iterable[list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sequences:
        folded = tuple(bare(w) for w in words)
        out[folded[0]] = (*out.get(folded[0], ()), folded)
    return out


def _refuse_twice(verbs: Iterable[Verb]) -> None:
    seen: dict[str, str] = {}
    for verb in verbs:
        key = verb.past  # unfolded: ذكر and ذكّر are two verbs
        if key in seen:
            raise KnowledgeError(f"{_FILE.name}: verb {key!r} stands twice")
        seen[key] = key


def _inflect(verb: Verb) -> Iterator[tuple[str, Form]]:
    """Every form of a verb with the prefixes it may carry."""
    for form, gender, number in past(verb.past):
        for prefix in ("", "و", "ف"):
            yield prefix + form, Form(verb, Kind.PAST, gender, number, prefix)
    if verb.present:
        for form, gender, number in present(verb.present):
            for prefix in ("", "و", "ف"):
                yield prefix + form, Form(verb, Kind.PRESENT, gender, number, prefix)
    if (
        verb.whom
        or verb.object is Object.ACCUSED
        or (verb.object is Object.PHRASE and not verb.weak)  # but "طلبه" is his request
        or (verb.object is Object.DESCRIBED and not verb.that)
    ):
        yield from _with_objects(verb)
    if verb.participle:
        for form, gender, number in participle(verb.participle):
            if verb.weak and gender == "f":
                continue  # mostly a noun: متابعة, معارضة, ملاحظة
            for prefix in ("", "و"):
                yield prefix + form, Form(verb, Kind.PARTICIPLE, gender, number, prefix)
    if verb.noun:
        for form, gender, number in noun(verb.noun):
            for prefix in ("", "و", "ب"):
                yield prefix + form, Form(verb, Kind.NOUN, gender, number, prefix)
        yield "بال" + bare(verb.noun), Form(verb, Kind.NOUN, "", 0, "ب")


def _with_objects(verb: Verb) -> Iterator[tuple[str, Form]]:
    """The singular forms with a pronoun for whom they speak to or of: "اتهمها", "دعته"."""
    tenses = [(Kind.PAST, past(verb.past)), (Kind.PRESENT, present(verb.present) if verb.present else ())]
    for kind, inflected in tenses:
        for form, gender, number in inflected:
            if number == 3 and form.endswith(_PLURAL_ENDS):
                whole = form[:-1] if form.endswith("وا") else form  # "اتهموه" drops its alif
                for prefix, suffix in product(("", "و", "ف"), _OBJECTS):
                    yield prefix + whole + suffix, Form(verb, kind, "m", number, prefix, whom=True)
            stem = form[:-1] + "ا" if number == 1 and form.endswith("ي") and kind is Kind.PAST else form
            for prefix, suffix in product(("", "و", "ف"), _OBJECTS) if number == 1 else ():
                yield prefix + stem + suffix, Form(verb, kind, gender, number, prefix, whom=True)


def _silences(entries: Iterable[_Silence]) -> Iterator[tuple[str, Silence]]:
    """The jussive forms of the verbs of silence, which lose the plural's "ن"."""
    for entry in entries:
        verb = Verb(past=entry.present, act=Act.DECLINE)
        for form, gender, number in present(entry.present):
            written = form.removesuffix("ون") + "وا" if number == 3 else form
            known = Form(verb, Kind.PRESENT, gender, number, "")
            yield written, Silence(known, _set(entry.prepositions), _set(entry.nouns), entry.issued)


def _simple(entries: Iterable[_Forms], act: Act) -> dict[str, Form]:
    """The forms of verbs that have an act and nothing else to say."""
    out: dict[str, Form] = {}
    for entry in entries:
        verb = Verb(past=entry.past, act=act, present=entry.present, participle=entry.participle, noun=entry.noun)
        out |= dict(_inflect(verb))
    return out
