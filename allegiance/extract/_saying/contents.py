"""What a verb or noun of saying holds: its clause, infinitive, object or phrase, from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract._saying.speakers import agent_of, is_passive, own_subject
from allegiance.lexicon.speech import Cue, Speech

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# Tokens, the last one included.
Stretch = tuple[int, int]

_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp"})
# What somebody calls himself is a name.
_REFLEXIVE = frozenset({"herself", "himself", "itself", "themselves"})
_ASIDES = frozenset({"which", "who", "whose"})
# "..., the minister said in a statement on Monday": so many words may follow a saying at the end.
_TAIL = 8


def second_word(cue: Token, wanted: str) -> Token | None:
    """The other half of "point out", at most four words on."""
    doc = cue.doc
    for token in doc[cue.i + 1 : cue.i + 6]:
        if token.lower_ == wanted:
            return token
        if token.is_punct:
            return None
    return None


def verb_content(verb: Token, cue: Cue) -> Stretch | None:
    """What somebody says, thinks or wants by this verb; None where the sentence does not tell."""
    if cue.second is not None:
        return _after_second(verb, cue.second)
    if is_passive(verb):
        return _passive(verb, cue)
    if "as" in cue.takes and any(child.lower_ in _REFLEXIVE for child in verb.children):
        return None
    parts = [part for child in verb.children if (part := _part(verb, child, cue)) is not None]
    if not parts:
        return (_after_that(verb) or _around(verb)) if "clause" in cue.takes else None
    behind = [part for part in parts if part[0] > verb.i]
    chosen = behind or parts
    return min(start for start, _ in chosen), max(end for _, end in chosen)


def noun_content(noun: Token, cue: Cue) -> Stretch | None:
    """What a claim, call or threat says: "claims that ...", "a threat to ...", "calls from X for ..."."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl", "ccomp") and _introduced(child) in cue.takes:
            return max(noun.i + 1, child.left_edge.i), child.right_edge.i
    for owner in (noun, noun.head):
        for child in owner.rights:
            if child.i > noun.i and child.dep_ == "prep" and child.lower_ in cue.takes:
                return _complement(child)
    return None


def _introduced(verb: Token) -> str:
    """The frame of a clause that hangs on a noun; an ordinary relative clause has none."""
    first = verb.left_edge.lower_
    if first == "to" or any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts):
        return "infinitive"
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts):
        return "clause"
    return ""


def _part(verb: Token, child: Token, cue: Cue) -> Stretch | None:
    dep, takes = child.dep_, cue.takes
    if dep == "ccomp" or (dep == "advcl" and _whether(child)):
        return _clause(verb, child, cue)
    if child.i < verb.i:
        return None
    if dep == "xcomp":
        frame = "gerund" if child.tag_ == "VBG" else "infinitive"
        wanted = frame in takes or ("as" in takes and child.pos_ != "VERB")
    elif dep == "prep":
        wanted = child.lower_ in takes
        if wanted and not ("object" in takes or child.lower_ == "as"):
            return _complement(child)
    elif dep in _OBJECTS or dep == "dative":
        wanted = not takes.isdisjoint(("object", "as")) or _asked_to_act(verb, cue)
    else:
        wanted = False
    return (child.left_edge.i, child.right_edge.i) if wanted else None


def _clause(verb: Token, child: Token, cue: Cue) -> Stretch | None:
    infinitive = own_subject(child) is None or any(
        token.lower_ == "to" and token.dep_ == "aux" for token in child.lefts
    )
    frames = ("infinitive", "clause", "as") if infinitive else ("clause", "as")
    if cue.takes.isdisjoint(frames):
        return None
    first, last = child.left_edge.i, child.right_edge.i
    if child.i > verb.i:
        # "which they have warned is worse": the pronoun is drawn to the front, the content is not.
        return max(first, verb.i + 1), last
    return first, min(last, verb.left_edge.i - 1) if verb.left_edge.i > child.i else last


def _whether(clause: Token) -> bool:
    return any(token.lower_ in ("whether", "if", "how", "why") for token in clause.lefts) and (
        clause.left_edge.i == clause.head.i + 1
    )


def _asked_to_act(verb: Token, cue: Cue) -> bool:
    """Is the object of "urge" the one who is to act?"""
    if "whom" in cue.takes or "infinitive" not in cue.takes:
        return False
    return any(child.dep_ in ("xcomp", "ccomp") and child.i > verb.i for child in verb.children)


def _complement(preposition: Token) -> Stretch | None:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > preposition.i:
            return child.left_edge.i, child.right_edge.i
    return None


def _passive(verb: Token, cue: Cue) -> Stretch | None:
    """ "The Guard is believed to have left", as a whole; "it is believed that ...", the clause alone."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ in ("it", "there"):
        clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "xcomp")), None)
        return None if clause is None else (clause.left_edge.i, clause.right_edge.i)
    if "object" in cue.takes and agent_of(verb) is not None:
        return subject.left_edge.i, subject.right_edge.i
    ends = [
        child.right_edge.i
        for child in verb.rights
        if child.dep_ in ("xcomp", "ccomp")
        or (child.dep_ == "oprd" and "as" in cue.takes and cue.table != "label")
        or (child.dep_ == "prep" and child.lower_ in cue.takes)
    ]
    return (subject.left_edge.i, max(ends)) if ends else None


def _after_second(verb: Token, second: str) -> Stretch | None:
    word = second_word(verb, second)
    doc = verb.doc
    if word is None or word.i + 1 >= len(doc):
        return None
    top = doc[word.i + 1]
    if top.is_punct or top.sent.start != verb.sent.start:
        return None
    while top.head.i not in (top.i, verb.i, word.i) and top.head.i > word.i:
        top = top.head
    last = max(
        [
            top.right_edge.i,
            *(child.right_edge.i for child in verb.rights if child.dep_ in ("xcomp", "ccomp")),
        ]
    )
    return word.i + 1, last


def _around(verb: Token) -> Stretch | None:
    """The sentence, where the saying is set between commas in it or behind it, and hung on the wrong word.

    "The truce, officials said, had failed"; "The truce had failed, officials said on Monday".
    """
    subject = own_subject(verb)
    if subject is None or subject.i != verb.i - 1 or verb.i + 1 >= len(verb.doc):
        return None
    before, sentence = subject.left_edge.i - 1, verb.sent
    if before <= sentence.start or verb.doc[before].lower_ != ",":
        return None
    if verb.doc[verb.i + 1].lower_ == ",":
        return sentence.start, sentence.end - 1
    tail = verb.doc[verb.i + 1 : sentence.end]
    if len(tail) > _TAIL or any(token.pos_ in ("VERB", "AUX") for token in tail):
        return None
    return sentence.start, before - 1


def _after_that(verb: Token) -> Stretch | None:
    """Where the parser lost the clause, "that" behind the verb still opens it."""
    doc = verb.doc
    if (
        verb.i + 2 < len(doc)
        and doc[verb.i + 1].lower_ == "that"
        and doc[verb.i + 1].pos_ == "SCONJ"
    ):
        return verb.i + 2, verb.sent.end - 1
    return None


def trimmed(doc: Doc, stretch: Stretch, cue: int, speech: Speech) -> Stretch | None:
    """Inside the cue's paragraph, without "that" and marks at the edges; None where nothing is left."""
    first, last = _in_paragraph(doc, stretch, cue)
    if first > cue:
        last = _until_aside(doc, first, _until_going_on(doc, first, last, cue, speech))
    while first <= last and _is_edge(doc[first]):
        first += 1
    while last >= first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return (first, last) if first <= last else None


def _in_paragraph(doc: Doc, stretch: Stretch, cue: int) -> Stretch:
    first, last = stretch
    for token in doc[first : last + 1]:
        if token.is_space and "\n\n" in token.text:
            if token.i > cue:
                return first, token.i - 1
            first = token.i + 1
    return first, last


def _until_going_on(doc: Doc, first: int, last: int, cue: int, speech: Speech) -> int:
    """Up to ", adding that ..." or "but added ...", which the parser may hang on the verb inside."""
    for token in doc[first + 1 : last + 1]:
        if token.lemma_ not in speech.goes_on:
            continue
        before = doc[token.i - 1].lower_
        if token.dep_ == "advcl" and token.tag_ == "VBG" and before == ",":
            return token.i - 1
        if token.dep_ == "conj" and token.tag_ == doc[cue].tag_ and before in ("and", "but"):
            return token.i - 2
    return last


def _until_aside(doc: Doc, first: int, last: int) -> int:
    """Up to a closing ", which is ...": it explains a name to the reader, and is the reporter's own."""
    for token in doc[first + 1 : last + 1]:
        if token.lower_ in _ASIDES and doc[token.i - 1].lower_ == ",":
            clause = token
            while clause.dep_ != "relcl" and clause.head.i != clause.i:
                clause = clause.head
            if clause.i > token.i and clause.right_edge.i >= last:
                return token.i - 1
    return last


def _is_edge(token: Token) -> bool:
    opens = token.lower_ == "that" and (token.pos_ == "SCONJ" or token.dep_ == "mark")
    return opens or token.is_punct or token.is_space
