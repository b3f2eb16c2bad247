"""A document and the agreements of a library -> those it may be about, the likeliest first, with why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.label import series_of
from overens.agreement.model import Agreement
from overens.drafting.against.model import Candidate
from overens.drafting.findings.model import Certainty
from overens.drafting.model import Role
from overens.drafting.reading import ReadDocument
from overens.drafting.subject import shared_words, subject_words
from overens.drafting.sums import SumNode, tree_of_sums, walk_sums
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.periods import year_spans
from overens.vocabulary.wording import Text

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_SUBJECT, _YEAR_POINTS, _TOTAL = 100, 30, 50
_LEAST_SUBJECT, _CLEAR_SUBJECT, _WHOLE_NAME = 20, 45, 65
_SOME_SUBJECT = 30
_AHEAD = 12
_MOST = 8
_NEAR = 40
"""A total further from the agreement's than a fortieth is not taken for it, however loose its words are."""
_LONGEST_SENTENCE = 600


@dataclass(frozen=True)
class Asked:
    """What is known of an agreement that is looked for: words of its name, years and sums."""

    subjects: tuple[frozenset[str], ...]
    years: frozenset[int]
    totals: tuple[Amount, ...]


def find_agreement(document: ReadDocument, agreements: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """Return the agreements that the document as a whole may be about."""
    page = document.page
    title = page.text[page.title.start : page.title.end] if page.title is not None else ""
    wholes = tuple(node.money for node in walk_sums(tree_of_sums(document)))
    names = [name.text for name in document.names]
    return rank(Asked(_subjects([*names, title]), _years(document, [*names, title]), wholes), agreements)


def find_for(document: ReadDocument, whole: SumNode, agreements: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """Return the agreements that one whole of the document may be the sum of: by its purpose, its sentence and its heading."""
    page, at = document.page, whole.amount.mention.at.start
    block, sentence = page.block_at(at), page.sentence_at(at)
    words = [whole.amount.purpose, *(mention.purpose for mention in whole.mentions)]
    if sentence is not None:
        words.append(page.text[sentence.start : min(sentence.end, sentence.start + _LONGEST_SENTENCE)])
    if block is not None:
        words += [page.text[over.start : over.end] for over in page.headings_over(block)[:1]]
    period = _YEAR.findall(whole.amount.mention.period)
    years = frozenset(map(int, period[:1])) or _years(document, words)
    return rank(Asked(_subjects(words), years, (whole.money,)), agreements)


def picked(candidates: Sequence[Candidate]) -> Agreement | None:
    """Return the one that it is, if that is sure enough and none is as likely."""
    return candidates[0].agreement if candidates and candidates[0].sure is not Certainty.POSSIBLE else None


def rank(asked: Asked, agreements: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """Return the agreements that something speaks for, the likeliest first; one of another year is none."""
    words = {one.id: subject_words(f"{one.name} {series_of(one.id, one.series)}") for one in agreements}
    common = Counter(word for found in words.values() for word in found)
    scored = []
    for one in agreements:
        if asked.years and not asked.years & set(one.years):
            continue
        subject = max((_alike(mine, words[one.id], common) for mine in asked.subjects), default=Fraction(0))
        same_year = bool(asked.years)
        total = next((money for money in asked.totals if _is_total(money, one)), None)
        points = int(subject * _SUBJECT) + _YEAR_POINTS * same_year + _TOTAL * (total is not None)
        if int(subject * _SUBJECT) >= _LEAST_SUBJECT or (total is not None and same_year):
            scored.append((points, int(subject * _SUBJECT), same_year, total, one))
    scored.sort(key=lambda found: (-found[0], found[4].id))
    is_clear = len(scored) < 2 or scored[0][0] - scored[1][0] >= _AHEAD
    is_rivalled = any(total is not None for *_, total, _ in scored[1:]) and scored[0][3] is None
    return tuple(
        Candidate(
            one,
            points,
            _reasons(subject, same_year, total, one),
            _sure(subject, same_year, total) if not n and is_clear and not is_rivalled else Certainty.POSSIBLE,
        )
        for n, (points, subject, same_year, total, one) in enumerate(scored[:_MOST])
    )


def _subjects(texts: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple(dict.fromkeys(filter(None, map(subject_words, texts))))


def _years(document: ReadDocument, texts: Iterable[str]) -> frozenset[int]:
    """Return the first years that the document's own sums are for, else those that names say."""
    own = (one.mention.period for one in document.amounts if one.role.chosen in (Role.TOTAL, Role.PART, Role.EARMARK))
    found = {int(year) for period in own for year in _YEAR.findall(period)[:1]}
    return frozenset(found or {int(year) for text in texts for year in _YEAR.findall(text)})


def _alike(mine: frozenset[str], theirs: frozenset[str], common: Counter[str]) -> Fraction:
    """Return how much of an agreement's name is among the words, rare words counting more."""
    weights = {word: Fraction(1, common[word]) for word in theirs}
    whole = sum(weights.values(), Fraction(0))
    return sum((weights[word] for word in shared_words(theirs, mine)), Fraction(0)) / whole if whole else Fraction(0)


def _is_total(money: Amount, agreement: Agreement) -> bool:
    total = agreement.total
    if not isinstance(total, Amount) or not money.kr:
        return False
    return may_be_equal(money, total) and abs(money.kr - total.kr) * _NEAR <= total.kr


def _reasons(subject: int, same_year: bool, total: Amount | None, one: Agreement) -> tuple[Text, ...]:
    found = []
    if subject >= _LEAST_SUBJECT:
        found.append(Text("namnet liknar '{name}'", "the name is like '{name}'", {"name": one.name}))
    if same_year:
        found.append(Text("samma år ({years})", "the same year ({years})", {"years": year_spans(one.years)}))
    if total is not None:
        found.append(Text("samma belopp ({total})", "the same total ({total})", {"total": str(one.total)}))
    return tuple(found)


def _sure(subject: int, same_year: bool, total: Amount | None) -> Certainty:
    """Return how sure the likeliest is, when it is clear of the others: by its name, its year and its total."""
    if not same_year or subject < _SOME_SUBJECT or (total is None and subject < _WHOLE_NAME):
        return Certainty.POSSIBLE
    return Certainty.CERTAIN if total is not None and subject >= _CLEAR_SUBJECT else Certainty.LIKELY
