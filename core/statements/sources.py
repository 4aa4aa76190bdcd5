"""Sources named otherwise than as a verb's subject: "بحسب الوزارة", "جاء في بيان", "نقلت X عن Y قوله"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from core.knowledge.cues import Attribution, Cues, Form, Kind, Verb
from core.model import Act, Mode, ResolvedBy
from core.statements import clitics
from core.statements.antecedents import Antecedents
from core.statements.clause import DASHES, Clauses, Opening
from core.statements.content import Contents
from core.statements.found import Found, Rule
from core.statements.layout import Layout
from core.statements.marks import COLON, COMMAS, QUOTES
from core.statements.names import Named, Names
from core.statements.phrases import Phrase, Phrases
from core.statements.referents import Referents
from core.statements.speaker import NOBODY, Speaker, inherited, said_by

_FEW = 4  # tokens; less is no content of its own
_QUOTED = 5  # tokens; a longer quotation is no name
_FAR = 50  # tokens from a source to its content
_TELLING = frozenset({Act.SAY, Act.ANNOUNCE, Act.AFFIRM, Act.EXPLAIN, Act.EXPECT, Act.CLAIM})
_SAYING = Form(Verb(past="قال", act=Act.SAY), Kind.PAST, "", 0, "")  # what a document or a relayed source does


@dataclass(frozen=True, slots=True)
class Sources:
    """Reads the sources of one article."""

    layout: Layout
    names: Names
    cues: Cues
    phrases: Phrases
    clauses: Clauses
    contents: Contents
    antecedents: Antecedents
    referents: Referents

    def issued(self, at: int, first: int, end: int) -> Found | None:
        """Such as "جاء في بيان للوزارة أن …": a document speaks for whoever issued it."""
        if self.layout.form(at + 1) in self.cues.document_within:
            return self._issued_before(at, first, end)
        noun = at + 2
        if (
            self.layout.form(at + 1) not in self.cues.before_nouns
            or self.layout.form(noun) not in self.cues.document_nouns
        ):
            return None
        found = self.clauses.complement(noun, _SAYING, min(end, at + _FAR))
        if found is None:
            return None
        opening, start = found
        named = self.names.within(noun + 1, self._addressee(noun, start))
        owner = next((n for n in reversed(named) if n.person), named[0] if named else None)
        speaker = said_by(owner, "", 1) if owner else self._issued_by(noun, start) or self._by_itself(noun)
        return self._found(Rule.DOCUMENT, at, opening, start, end, speaker)

    def _addressee(self, noun: int, start: int) -> int:
        """Where a letter tells whom it is to, "رسالة موجهة للرئيس بوتفليقة"; `start` for what is whose it is to: "بيان
        للكرملين".
        """
        if clitics.head(self.layout.form(noun)) not in self.cues.letters:
            return start
        within = range(noun + 1, start)
        to = (i for i in within if clitics.to(self.layout.form(i)) or self.layout.form(i) in self.cues.until)
        return next(to, start)

    def _issued_by(self, noun: int, start: int) -> Speaker | None:
        """Whom a document is told to be of, though nobody knows him: "بيان صادر عن الجيش"."""
        begin = self._issuer(Phrase(noun, start, ()))
        issuer = self.phrases.phrase(begin, start, frozenset()) if begin else None
        return self.referents.who(issuer, "", 1) if issuer else None

    def _by_itself(self, noun: int) -> Speaker:
        """Whoever spoke before, for a document that names no issuer; itself where it is another's: "البيان الختامي"."""
        following = self.layout.form(noun + 1)
        own = clitics.definite(self.layout.form(noun)) and clitics.definite(following)
        turns = self.referents.chain.turns
        if turns and (not own or following in self.cues.same or noun + 1 in self.names.countries):
            return inherited(turns[-1])
        if not own:
            return NOBODY
        about = self.layout.form(noun + 2) in self.cues.aside or self.phrases.with_(noun + 2)  # "المؤرخة بتاريخ"
        surface = self.phrases.surface(Phrase(noun, noun + 2 - about, ()))
        return Speaker(None, surface, gender=self.phrases.gender(noun), one=True)

    def _issued_before(self, at: int, first: int, end: int) -> Found | None:
        """Such as "أصدرت الوزارة بيانا جاء فيه أن …": the document stands before, and its issuer before that."""
        following = self.layout.form(at + 2)
        opens = following in self.cues.that or following == COLON or following in QUOTES
        if not opens or self.layout.form(at - 1) in self.cues.relatives:
            return None
        speaker = self.antecedents.doer(at, first)
        found = self.clauses.complement(at + 1, _SAYING, min(end, at + _FAR))
        return self._found(Rule.DOCUMENT, at, *found, end, speaker) if found and speaker else None

    def relayed(self, at: int, end: int) -> Found | None:
        """Such as "نقلت X عن Y قوله إن …": Y's statement, whatever X is."""
        form = self.cues.relays[self.layout.form(at)]
        relayer = self.phrases.phrase(at + 1, end, self.cues.relay_links)
        after = relayer.end if relayer else at + 1
        link = self._link(after, min(end, at + 20))
        phrase = self.phrases.phrase(link + 1, end, frozenset()) if link is not None else None
        if phrase is None:
            return self._itself(at, relayer, form, end) if link is None else None
        cue, noun = self._saying(phrase.end, end)
        found = self._relayed_words(phrase, cue, noun, end)
        if found is None and cue is not None and end - cue > _FEW and self.clauses.clear(cue + 1):
            found = Opening.BARE, cue + 1  # "قوله تم وقف العضو"
        if found is None:
            return None
        speaker = self._owner(phrase) or self.referents.who(phrase, "", 1)
        if noun is not None:
            speaker = replace(speaker, gender=speaker.gender or noun.gender or None)
        if relayer:
            self.referents.chain.add(self.referents.who(relayer, form.gender, form.number), at)
        return self._found(Rule.RELAYED, at if cue is None else cue, *found, end, speaker)

    def _relayed_words(
        self, source: Phrase, cue: int | None, noun: Form | None, end: int
    ) -> tuple[Opening, int] | None:
        """What a source is cited with: behind "قوله" or what he did, "تحذيره من", else as what he feels or wants,
        "استعداده للحوار".
        """
        limit = min(end, source.end + _FAR)
        if cue is None:
            at = self.phrases.skip(source.end, end)
            word = self.layout.form(at)
            his = word in self.cues.bare_matters and word not in self.cues.that and self._possessed(at)
            somebody = bool(source.named) or self.phrases.office(source.first)
            return (Opening.OBJECT, at) if his and somebody else self.clauses.complement(source.end - 1, _SAYING, limit)
        own = self.clauses.complement(cue, noun, limit) if noun and noun.verb.prepositions else None
        return own or self.clauses.complement(cue, _SAYING, limit)

    def _possessed(self, at: int) -> bool:
        """True of a noun that is somebody's: "استعداده"."""
        return self.layout.word(at).endswith((*clitics.POSSESSED, "ه"))

    def _link(self, first: int, limit: int) -> int | None:
        """Where a word stands that brings in whom somebody relays; not in what is quoted."""
        for at in range(first, limit):
            if self.layout.form(at) in self.cues.relay_links:
                return at
            if self.layout.closes.get(at, at) - at > _QUOTED:
                return None
        return None

    def _itself(self, at: int, relayer: Phrase | None, form: Form, end: int) -> Found | None:
        """Such as "نقلت وكالة تاس أن …": who relays without naming a source says it."""
        if relayer is None or self.layout.form(self.phrases.skip(relayer.end, end)) not in self.cues.that:
            return None
        found = self.clauses.complement(relayer.end - 1, _SAYING, min(end, relayer.end + _FAR))
        speaker = self.referents.who(relayer, form.gender, form.number)
        return self._found(Rule.RELAYED, at, *found, end, speaker) if found else None

    def told(self, at: int, end: int) -> Found | None:
        """Such as "بعد تصريح ترامب بأن …": a noun of saying right before who says, and then what."""
        phrase = self.phrases.phrase(at + 1, end, self.cues.near_to)
        if phrase is None or phrase.first != at + 1:
            return None
        if phrase.first not in self.names.at and not self.phrases.office(phrase.first):
            return None
        start = self.phrases.skip(phrase.end, end)
        word = self.layout.form(start)
        matter = word in self.cues.matters and word not in self.cues.that
        if matter and word in self.cues.bare_matters:  # "بعد إعلان موسكو انسحابها من"
            return self._found(Rule.NOUN_OBJECT, at, Opening.OBJECT, start, end, self.referents.who(phrase, "", 1))
        start += self.layout.form(start) in self.cues.near_to  # "تحذير ترامب من أن"
        if self.layout.form(start) not in self.cues.that:
            return None
        speaker = self.referents.who(phrase, "", 1)
        return self._found(Rule.NOUN_THAT, at, Opening.THAT, start + 1, end, speaker)

    def cited(self, cue: int, start: int) -> Speaker | None:
        """Whom a report cites between its cue and its content: "أفادت الصحيفة نقلا عن مسؤولين أن …"."""
        at = next((i for i in range(cue + 1, start) if self.layout.reads(i, self.cues.cited)), None)
        source = None if at is None else self._source(at + len(self.cues.cited), start)
        return source[0] if source else None

    def attributed(self, at: int, first: int, end: int, read_to: int) -> Found | None:
        """Such as "… بحسب الوزارة" and "وبحسب الوزارة، …"; what was read before `read_to` has its speaker."""
        if not self.contents.attribution(at):
            return None
        for phrase in self._phrases(at):
            after = at + len(phrase.words)
            if self.layout.form(after) in self.cues.own_words:
                return None
            if phrase.like and self._also(after, end):
                continue  # "كما أكدت الوزارة أهمية الحوار" is "also"
            led = all(self._led_by(i) for i in range(first, at))
            if led and phrase.verb and self.layout.form(after) in self.cues.document_verbs:
                continue  # "وحسبما جاء في بيان الوزارة: «…»", which the document opens
            after = self._past_verb(after, phrase)
            source = self._cited_by(after, end) if after else None
            if source is None or (phrase.like and (read_to > first or at - first < _FEW)):
                continue
            speaker, stop = source
            if phrase.like and speaker.actor is None and self._nobody(self.phrases.skip(after, end)):
                continue
            if led:
                if stop >= end or (stop == end - 1 and not self.layout.form(stop).isalnum()):
                    return self._of_sentence_before(phrase.act, at, first, speaker)
                return self._leading(phrase.act, at, stop, end, speaker)
            if ahead := self._ahead(at, stop, end):
                return self._leading(phrase.act, at, ahead, end, speaker)
            if read_to > first:
                continue
            if (stretch := self._amid(first, at, stop, end)) is not None:
                begin, finish = stretch
                return Found(Rule.CONTENT_AMID, at, phrase.act, Mode.INDIRECT, begin, finish, speaker, finish)
            if self.layout.form(stop) in COMMAS and self.layout.form(stop + 1) in self.cues.so_that:
                return self._leading(phrase.act, at, stop, end, speaker)  # "أما هنا، بحسب الوزارة، فإن"
            close = self._close(first, at)
            if self._pointed_at(at, after, end):
                speaker = self.referents.who(Phrase(after, after + 1, ()), "", 1)
                finish = self.contents.end(after + 1, end, Opening.THAT)[1]
                return Found(Rule.CONTENT_AMID, at, phrase.act, Mode.INDIRECT, first, finish, speaker, finish)
            apart = not self.layout.form(at - 1).isalnum()
            if close - first < _FEW or (not apart and end - stop > _FEW and not self._ends_there(stop, end)):
                continue  # amid its content, which can't be had in one piece
            begin = self._last_clause(first, close)
            return Found(Rule.CONTENT_ATTRIBUTION, at, phrase.act, Mode.INDIRECT, begin, close, speaker, stop)
        return None

    def _ahead(self, at: int, stop: int, end: int) -> int:
        """Where "so that" stands behind a source which "and" joins to the clause before, since what follows is its
        content: "…، ووفقا للبيان الصادر عن مكتبه فإن الزيارة"; 0 where it doesn't.
        """
        joined = self.layout.form(at).startswith(clitics.AND) and self.layout.form(at - 1) in COMMAS
        for index in range(stop, min(end, stop + 2 * _FEW)) if joined else ():
            form = self.layout.form(index)
            if form in self.cues.so_that:
                return index
            if form in COMMAS or self.clauses.forms(index):
                return 0
        return 0

    def _cited_by(self, at: int, end: int) -> tuple[Speaker, int] | None:
        """The source at `at`, or whom it relays: "حسبما نقلت وكالة سانا عن مصدر عسكري"."""
        words = (self.layout.form(i).removesuffix(clitics.FEMININE[0]) for i in (at - 1, at + 1))
        if any(word in self.cues.relays for word in words):
            link = self._link(at, min(end, at + 2 * _QUOTED))
            if link and self._somebody(link + 1) and not any(form in COMMAS for form in self.layout.forms[at:link]):
                return self._source(link + 1, end)
        return self._source(at, end)

    def _somebody(self, at: int) -> bool:
        """True of a name or a noun of sources."""
        return at in self.names.at or self.contents.source(self.layout.form(at))

    def _led_by(self, at: int) -> bool:
        """True of what may stand before an attribution that begins its sentence: "لكن", "وذلك"."""
        return self._conjunction(at) or self.layout.form(at) in self.cues.dangling

    def _of_sentence_before(self, act: Act, at: int, first: int, speaker: Speaker) -> Found | None:
        """Such as "… . بحسب رويترز.": the sentence before, in its paragraph, in which nobody has spoken."""
        index = bisect_left(self.layout.sentences, (first, 0)) - 1
        if index < 0:
            return None
        begin, end = self.layout.sentences[index]
        tokens, text = self.layout.tokens, self.layout.text
        apart = end > first or "\n" in text[tokens[end - 1].end : tokens[first].start]
        if apart or self.referents.chain.at >= begin:
            return None
        finish = self.contents.end(begin, end, Opening.THAT)[1]
        if sum(self.layout.form(i).isalnum() for i in range(begin, finish)) <= _FEW:
            return None
        return Found(Rule.CONTENT_ATTRIBUTION, at, act, Mode.INDIRECT, begin, finish, speaker, at + 1)

    def _also(self, at: int, end: int) -> bool:
        """True where a verb behind "as" has a content of its own."""
        clause = self.clauses.read(at, end)
        if clause is None or clause.opening in (Opening.QUOTE, Opening.COLON):
            return False
        return clause.opening is not Opening.OBJECT or self.layout.form(clause.start - 1) not in COMMAS

    def _last_clause(self, first: int, close: int) -> int:
        """Where the clause begins that an attribution is about: behind "، وقد" or "، رغم أن", else at `first`."""
        for at in range(close - _FEW, first, -1):
            for words in self.cues.starts_anew.get(self.layout.form(at), ()):
                if self.layout.form(at - 1) in COMMAS and self.layout.reads(at, words):
                    return at + len(words)
        return first

    def _amid(self, first: int, at: int, stop: int, end: int) -> tuple[int, int] | None:
        """The content around an attribution between commas: "ويتضمن الاتفاق، بحسب الكرملين، وقف القتال"; dashes set off
        less than a clause of its own, so that what stands before them goes on behind them.
        """
        before, after = self.layout.form(at - 1), self.layout.form(stop)
        dashed = before in DASHES and after == before
        if not dashed and (before not in COMMAS or after not in COMMAS):
            return None
        rest = stop + 1
        other = self.layout.form(rest) in self.cues.contrasts or any(
            self.layout.reads(rest, words) for words in self.cues.stops_before_cue.get(self.layout.form(rest), ())
        )
        if other or any(self.clauses.read(i, end) for i in range(rest, end)):
            return None
        finish = self.contents.end(rest, end, Opening.THAT)[1]
        begun = sum(self.layout.form(i).isalnum() for i in range(first, at))
        whole = begun > _FEW or self.layout.form(first) in self.cues.aside or self._conjunction(first)
        return (first, finish) if begun and finish - rest > 1 and (dashed or not whole) else None

    def _pointed_at(self, at: int, source: int, end: int) -> bool:
        """True of a source in one definite word amid its content, unpaused: "يدرس اوباما بحسب الصحيفة امكانية …"."""
        alone = clitics.definite(self.layout.form(source)) and self.phrases.office(source)
        goes_on = self.layout.form(source + 1) in self.cues.matters
        if not alone or not goes_on or not self.layout.form(at - 1).isalnum():
            return False
        return not any(self.clauses.read(i, end) for i in range(source + 1, end))

    def _ends_there(self, stop: int, end: int) -> bool:
        """True where after an attribution only its listener or occasion follows, or another clause begins."""
        word = self.layout.form(stop)
        if word in COMMAS:
            following = self.layout.form(stop + 1)
            return any(self.layout.reads(stop + 1, words) for words in self.cues.stops_before_cue.get(following, ()))
        listener = clitics.to(word) is not None and end - stop <= 2 * _FEW
        return listener or (word in self.cues.light_asides and self.layout.form(stop + 1) in self.cues.venues)

    def _found(self, rule: Rule, cue: int, opening: Opening, start: int, end: int, speaker: Speaker) -> Found:
        begin, stop = self.contents.end(start, end, opening)
        mode = Mode.DIRECT if opening in (Opening.QUOTE, Opening.COLON) else Mode.INDIRECT
        return Found(rule, cue, Act.SAY, mode, begin, stop, speaker, stop)

    def _saying(self, first: int, end: int) -> tuple[int, Form] | tuple[None, None]:
        """Where "قوله" stands after a source, and how it agrees."""
        for index in range(first, min(end, first + 25)):
            for form in self.clauses.forms(index):
                if form.kind is Kind.NOUN:
                    return index, form
        return None, None

    def _owner(self, phrase: Phrase) -> Speaker | None:
        """Who issued the document that a phrase names: "بيان للكرملين"."""
        if clitics.head(self.layout.form(phrase.first)) not in self.cues.document_nouns:
            return None
        if start := self._issuer(phrase):
            issuer = self.phrases.phrase(start, len(self.layout.tokens), frozenset())
            return self.referents.who(issuer, "", 1) if issuer else None
        if phrase.named:
            return said_by(phrase.named[0], "", 1)
        noun = clitics.to(self.layout.form(phrase.first + 1))
        if noun is None or not clitics.definite(noun) or clitics.head(noun) not in self.cues.bodies:
            return None
        return self._spoken_before(noun)  # "بيان للوزارة"

    def _spoken_before(self, noun: str) -> Speaker | None:
        """The latest speaker whom a noun with its article points back to."""
        turns = reversed(self.referents.chain.turns)
        return next((inherited(t) for t in turns if t.actor and clitics.head(noun) in t.words), None)

    def _issuer(self, phrase: Phrase) -> int | None:
        """Where the issuer of a document begins that "issued by" names: "الأرقام الصادرة عن لجان التنسيق"."""
        for index in range(phrase.first + 1, phrase.end):
            issued = clitics.head(self.layout.form(index)) in self.cues.of_venues
            if issued and self.layout.form(index + 1) in self.cues.relay_links:
                return index + 2
        return None

    def _phrases(self, at: int) -> Iterator[Attribution]:
        for phrase in self.cues.attributions[self.layout.form(at)]:
            if self.layout.reads(at, phrase.words):
                yield phrase

    def _past_verb(self, at: int, phrase: Attribution) -> int:
        """Past "ما ذكر" and "قول", which only link a source to the phrase; 0 where a verb is missing."""
        if phrase.verb:
            return self._past_telling(at) if not phrase.like else at + 1 if self._verb(at) else 0
        if self.layout.form(at) in self.cues.whatever:
            verb = at + 1 not in self.names.at and not clitics.definite(self.layout.form(at + 1))
            return at + 2 if verb else at + 1  # "ما ذكرته", "ما نقلت": any verb will do
        following = self.layout.form(at + 1)
        described = following.endswith((*clitics.RELATIVE, clitics.HER)) and not clitics.definite(following)
        if described and not self._somebody(at + 1):
            return at  # "تقديرات دولية", "بيانات أعلنتها طوكيو"
        return at + 1 if self.layout.form(at) in self.cues.sayings else at

    def _past_telling(self, at: int) -> int:
        """Past a verb that gives a source, "حسبما نقلت الوكالة", "حسبما جاء في البيان"; an ordinary one does so before
        somebody only: "حسبما يرى خبراء". 0 where none does.
        """
        if self.layout.form(at) in self.cues.document_verbs:
            return at + 2 if self.layout.form(at + 1) in self.cues.before_nouns else 0
        if self.layout.form(at) in self.cues.relays:
            return at + 1
        verbs = [f.verb for f in self.clauses.forms(at) if f.kind in (Kind.PAST, Kind.PRESENT)]
        source = self._somebody(at + 1)
        return at + 1 if any(source or not verb.weak for verb in verbs) else 0

    def _verb(self, at: int) -> bool:
        """True of a verb that only tells; behind "as" no other gives a source: "كما طالب" is "also"."""
        verbs = (f.verb for f in self.clauses.forms(at) if f.kind in (Kind.PAST, Kind.PRESENT) and not f.verb.weak)
        return any(verb.act in _TELLING for verb in verbs)

    def _conjunction(self, at: int) -> bool:
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.conjunctions

    def _source(self, at: int, end: int) -> tuple[Speaker, int] | None:
        """The source that an attribution names, with the token after it."""
        if self.layout.form(at) in self.cues.what_was:  # "وفقا لما نقلته وكالة …", "لما جاء في بيان …"
            at += 2
            while self.layout.form(at) in self.cues.resumptive or self.layout.form(at) in self.cues.before_nouns:
                at += 1
        named = self.names.at.get(at)
        noun = clitics.to(self.layout.form(at))
        if noun is not None and (named is None or named.clitic):
            return self._after_to(at, end, noun, named)
        phrase = self.phrases.phrase(at, end, frozenset())
        if phrase is None:
            return None
        return self._owner(phrase) or self.referents.who(phrase, "", 1), phrase.end

    def _after_to(self, at: int, end: int, noun: str, named: Named | None) -> tuple[Speaker, int] | None:
        """The source after "to": "وفقا للكرملين", "وفقا لبيان الوزارة", "وفقا لمصادر مطلعة"."""
        if named and named.clitic:
            return said_by(named, "", 1), named.last + 1
        if noun not in self.cues.document_nouns and not self.contents.source(noun):
            alone = self.layout.form(at + 1) in COMMAS
            return (self.referents.called(self.layout.word(at)[1:]), at + 1) if alone else None
        clause = next((i for i in range(at, end) if self.layout.form(i) in self.cues.so_that), end)
        inner = self.names.within(at, min(clause, at + 12))
        persons = [n for n in inner if n.person and not self._near_before(at, n)]
        if inner and noun in self.cues.document_nouns:
            return said_by(inner[0], "", 1), inner[0].last + 1
        if persons and clitics.head(noun) in self.cues.persons:
            return said_by(persons[0], "", 1), persons[0].last + 1
        stop, longest = at + 1, 2 * _QUOTED if noun in self.cues.naming_heads else _QUOTED
        while stop < min(end, at + 6):
            if self.layout.closes.get(stop, stop + longest) < stop + longest:
                stop = self.layout.closes[stop] + 1  # لصحيفة "يديعوت أحرونوت"
                continue
            form = self.layout.form(stop)
            if not form.isalnum() or form in self.cues.so_that:
                break
            if form in self.cues.aside and not self.phrases.near(stop):
                break
            stop += 1
        if stop == at + 1 and clitics.definite(noun) and (meant := self._spoken_before(noun)):
            return meant, stop  # "وفقا للمنظمة"
        surface = self.layout.text[self.layout.tokens[at].start + 1 : self.layout.tokens[stop - 1].end]
        if clitics.definite(noun):
            surface = clitics.ARTICLE[0] + surface  # which "to" swallowed: "للدراسة" is "الدراسة"
        body = self.referents.of_kind(Phrase(at, stop, ()))  # "طبقا للصحيفة البريطانية"
        return Speaker(body, surface, resolved_by=ResolvedBy.OFFICE if body else ResolvedBy.NONE), stop

    def _near_before(self, at: int, named: Named) -> bool:
        """True where the source, named at `at`, only stands close to somebody: "لمصدر قريب من الرئيس بوتين"."""
        return any(self.phrases.near(i) for i in range(at, named.first))

    def _leading(self, act: Act, at: int, stop: int, end: int, speaker: Speaker) -> Found | None:
        """The content after an attribution that begins its sentence."""
        start = self._past_title(self._past_relative(stop, end), end)
        if self.layout.form(start) in self.cues.adverbs and not self.clauses.forms(start):
            start += 1  # "وبحسب الدراسة أيضا، …"
        opening = self.layout.inside[start] if start < end else -1
        if opening in range(at, start):
            start = self.layout.closes[opening]  # a long name in marks
        while start < end and self._before_content(start):
            start += 1
        words = sum(self.layout.form(i).isalnum() for i in range(start, min(end, start + 2 * _FEW)))
        if words < _FEW or any(self.clauses.read(i, end) for i in (start, start + 1)):
            return None  # "وفقا للكرملين، هنأ بوتين …": relayed
        quoted = start in self.layout.closes and self.layout.form(start) in QUOTES
        begin, close = self.contents.end(start, end, Opening.QUOTE if quoted else Opening.THAT)
        mode = Mode.DIRECT if quoted else Mode.INDIRECT
        return Found(Rule.ATTRIBUTION_CONTENT, at, act, mode, begin, close, speaker, close)

    def _before_content(self, at: int) -> bool:
        """True of what parts a source from its content: a comma, "so that", the mark that closes the source's name."""
        form = self.layout.form(at)
        return form in COMMAS or form in self.cues.so_that or self.layout.is_close(at)

    def _nobody(self, at: int) -> bool:
        """True where a noun can name nobody who speaks: "كما أوصى الإسلام", "كما أبدى استعداده"."""
        form = self.layout.form(at)
        return form in self.cues.matters or (clitics.definite(form) and not self.phrases.office(at))

    def _past_title(self, at: int, end: int) -> int:
        """Past a title that follows a name unpaused, to the particle behind it, "وبحسب فلان المنسق السياسي فإن", and
        past a name that follows its kind, "ووفقا لوكالة الأنباء الروسية سبوتنيك فإن".
        """
        named = self.names.at.get(at)
        if named and named.first == at and not named.clitic and self.layout.form(named.last + 1) in self.cues.so_that:
            return named.last + 1
        if not (clitics.definite(self.layout.form(at)) and self.phrases.person(at)):
            return at
        ahead = range(at, min(end, at + _QUOTED * 3))
        pause = next((i for i in ahead if self._pauses(i)), at)
        return pause if self.layout.form(pause) in self.cues.so_that else at

    def _past_relative(self, at: int, end: int) -> int:
        """Past a relative clause about the source: "وبحسب الوثائق التي نشرتها الصحيفة، فإن …"."""
        if self.layout.form(at) not in self.cues.relatives:
            return at
        halts = (i for i in range(at, min(end, at + _FAR)) if self._pauses(i))
        return next(halts, end)

    def _pauses(self, at: int) -> bool:
        return self.layout.form(at) in COMMAS or self.layout.form(at) in self.cues.so_that

    def _close(self, first: int, at: int) -> int:
        """Where the clause before an attribution ends, without "وذلك" before it."""
        while at > first + 1 and not self.layout.is_close(at - 1) and self._dangles(at - 1):
            at -= 1
        return at

    def _dangles(self, at: int) -> bool:
        form = self.layout.form(at)
        return not form.isalnum() or form in self.cues.dangling
