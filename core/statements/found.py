"""What the rules hand on: a statement as token ranges."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from core.model import Act, Mode
from core.statements.speaker import Speaker


class Rule(StrEnum):
    """What a statement was found by, as the index keeps it: a cue and what opens its content, or a way of its own."""

    VERB_THAT = "verb + that"
    VERB_QUOTATION = "verb + quotation"
    VERB_COLON = "verb + colon"
    VERB_PHRASE = "verb + phrase"
    VERB_OBJECT = "verb + object"
    VERB_BARE_SPEECH = "verb + bare speech"
    PARTICIPLE_THAT = "participle + that"
    PARTICIPLE_QUOTATION = "participle + quotation"
    PARTICIPLE_COLON = "participle + colon"
    PARTICIPLE_PHRASE = "participle + phrase"
    PARTICIPLE_OBJECT = "participle + object"
    PARTICIPLE_BARE_SPEECH = "participle + bare speech"
    NOUN_THAT = "noun + that"
    NOUN_OBJECT = "noun + object"
    QUOTATION_VERB = "quotation + verb"
    CONTENT_ATTRIBUTION = "content + attribution"
    ATTRIBUTION_CONTENT = "attribution + content"
    CONTENT_AMID = "content amid"
    RELAYED = "relayed"
    DOCUMENT = "document"
    REFUSAL = "refusal"
    SILENCE = "silence"


class Found(msgspec.Struct, frozen=True):
    """A statement as read, before it is given its day, its actors and its text.

    The content runs from token `first` up to `end`; `until` is the first token that is not read yet.
    """

    rule: Rule
    cue: int
    act: Act
    mode: Mode
    first: int
    end: int
    speaker: Speaker
    until: int
