"""A document and the agreements of a library -> those it may be about, the likeliest first, with why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from overens.agreement.label import series_of
from overens.agreement.model import Agreement, walk
from overens.drafting.against.model import Candidate
from overens.drafting.findings.model import Certainty
from overens.drafting.model import ReadName, Role
from overens.drafting.reading import ReadDocument
from overens.drafting.subject import shared_words, subject_words
from overens.drafting.sums import SumNode, tree_of_sums, walk_sums
from overens.vocabulary.money import Amount, may_be_equal
from overens.vocabulary.periods import year_spans
from overens.vocabulary.sources import GrantKind
from overens.vocabulary.wording import Text

_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_SUBJECT, _YEAR_POINTS, _TOTAL, _POT = 100, 30, 50, 25
_LEAST_SUBJECT, _CLEAR_SUBJECT, _WHOLE_NAME = 20, 45, 65
_SOME_SUBJECT, _TRACE = 30, 10
_AHEAD = 12
_MOST = 8
_NEAR = 40
"""A total further from the agreement's than a fortieth is not taken for it, however loose its words are."""
_SAME_SIZE = Fraction(3, 2)
"""A sum that is more than this times another is not that of the same thing, unless the document names the agreement."""
_LONGEST_SENTENCE = 600
_KINDS = subject_words(" ".join(kind.value for kind in (GrantKind.AGREEMENT, GrantKind.SUPPLEMENTARY)))


@dataclass(frozen=True)
class Asked:
    """What is known of an agreement that is looked for: words of its name, years and sums, and the names that are said."""

    subjects: tuple[frozenset[str], ...]
    years: frozenset[int]
    totals: tuple[Amount, ...]
    names: tuple[ReadName, ...]


def find_agreement(document: ReadDocument, agreements: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """Return the agreements that the document as a whole may be about."""
    page = document.page
    title = page.text[page.title.start : page.title.end] if page.title is not None else ""
    wholes = tuple(node.money for node in walk_sums(tree_of_sums(document)))
    names = [name.text for name in document.names]
    asked = Asked(_subjects([*names, title]), _years(document, [*names, title]), wholes, document.names)
    return rank(asked, agreements)


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
    return rank(Asked(_subjects(words), years, (whole.money,), document.names), agreements)


def picked(candidates: Sequence[Candidate]) -> Agreement | None:
    """Return the one that it is, if that is sure enough and none is as likely."""
    return candidates[0].agreement if candidates and candidates[0].sure is not Certainty.POSSIBLE else None


def rank(asked: Asked, agreements: Sequence[Agreement]) -> tuple[Candidate, ...]:
    """Return the agreements that something speaks for, the likeliest first; one of another year is none."""
    words = {one.id: _subject(one) for one in agreements}
    common = Counter(word for found in words.values() for word in found)
    of_year = [one for one in agreements if not asked.years or asked.years & set(one.years)]
    scored = [_judge(asked, one, words[one.id], common) for one in of_year]
    likely = sorted(filter(_is_likely, scored), key=lambda found: (-found.points, found.agreement.id))
    is_clear = len(likely) < 2 or likely[0].points - likely[1].points >= _AHEAD
    is_rivalled = bool(likely) and not likely[0].has_sum and any(one.has_sum for one in likely[1:])
    return tuple(
        Candidate(
            one.agreement,
            one.points,
            _reasons(one),
            _sure(one) if not n and is_clear and not is_rivalled else Certainty.POSSIBLE,
        )
        for n, one in enumerate(likely[:_MOST])
    )


@dataclass(frozen=True)
class _Judged:
    """What speaks for one agreement.

    Attributes:
        subject: How much of its name is said, in hundredths.
        total: The sum that is its total.
        pot: The sum of one of its pots that is said, where its total is not.
        is_near: Whether a sum is of the size of its total, or the document names the agreement.
        is_exact: Whether a sum that is said is its total or that pot's, to the krona.
    """

    agreement: Agreement
    subject: int
    same_year: bool
    total: Amount | None
    pot: Amount | None
    is_near: bool
    is_exact: bool

    @property
    def has_sum(self) -> bool:
        return self.total is not None or self.pot is not None

    @property
    def points(self) -> int:
        sums = _TOTAL if self.total is not None else _POT if self.pot is not None else 0
        return self.subject + _YEAR_POINTS * self.same_year + sums


def _judge(asked: Asked, one: Agreement, words: frozenset[str], common: Counter[str]) -> _Judged:
    subject = max((_alike(mine, words, common) for mine in asked.subjects), default=Fraction(0))
    total = one.total if isinstance(one.total, Amount) else None
    of_total = [money for money in asked.totals if total is not None and _is_sum(money, total)]
    pots = [pot.amount for _, pot in walk(one.pots) if isinstance(pot.amount, Amount)] if subject else []
    pot = next((pot for pot in pots for money in asked.totals if _is_sum(money, pot)), None)
    return _Judged(
        one,
        int(subject * _SUBJECT),
        bool(asked.years),
        total if of_total else None,
        pot if not of_total else None,
        total is None
        or not asked.totals
        or _is_named(asked.names, one, words, common)
        or _is_near(asked.totals, total),
        any(known is not None and money.kr == known.kr for money in asked.totals for known in (total, pot)),
    )


def _is_likely(found: _Judged) -> bool:
    """Tell whether enough speaks for it: half a name without a year, less with one, or its year and its very sum."""
    least = _WHOLE_NAME if not found.is_near else _LEAST_SUBJECT if found.same_year else _CLEAR_SUBJECT
    is_exact = found.is_exact and (found.total is not None or found.subject >= _TRACE)
    return found.subject >= least or (is_exact and found.same_year)


def _is_named(names: Sequence[ReadName], one: Agreement, words: frozenset[str], common: Counter[str]) -> bool:
    """Tell whether the document names the agreement, or one like it of no year that it says."""
    return any(
        (not name.years or set(name.years) & set(one.years))
        and _alike(subject_words(name.subject or name.text), words, common) * _SUBJECT >= _WHOLE_NAME
        for name in names
    )


def _is_near(totals: Sequence[Amount], total: Amount) -> bool:
    return any(money.kr <= total.kr * _SAME_SIZE and total.kr <= money.kr * _SAME_SIZE for money in totals)


def _subjects(texts: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple(dict.fromkeys(filter(None, map(subject_words, texts))))


def _years(document: ReadDocument, texts: Iterable[str]) -> frozenset[int]:
    """Return the first years that the document's own sums are for, else those that names say."""
    own = (one.mention.period for one in document.amounts if one.role.chosen in (Role.TOTAL, Role.PART, Role.EARMARK))
    found = {int(year) for period in own for year in _YEAR.findall(period)[:1]}
    return frozenset(found or {int(year) for text in texts for year in _YEAR.findall(text)})


def _alike(mine: frozenset[str], theirs: frozenset[str], common: Counter[str]) -> Fraction:
    """Return how much of an agreement's name is among the words, rare words counting more."""
    shared = shared_words(theirs, mine)
    if not shared:
        return Fraction(0)
    weights = {word: Fraction(1, common[word]) for word in theirs}
    return sum((weights[word] for word in shared), Fraction(0)) / sum(weights.values(), Fraction(0))


def _subject(one: Agreement) -> frozenset[str]:
    """Return what an agreement is about; that it is an agreement says nothing of that."""
    return subject_words(f"{one.name} {series_of(one.id, one.series)}") - _KINDS


def _is_sum(money: Amount, other: Amount) -> bool:
    return bool(money.kr) and may_be_equal(money, other) and abs(money.kr - other.kr) * _NEAR <= other.kr


def _reasons(found: _Judged) -> tuple[Text, ...]:
    one, reasons = found.agreement, []
    if found.subject >= _LEAST_SUBJECT:
        reasons.append(Text("namnet liknar '{name}'", "the name is like '{name}'", {"name": one.name}))
    if found.same_year:
        reasons.append(Text("samma år ({years})", "the same year ({years})", {"years": year_spans(one.years)}))
    if found.total is not None:
        reasons.append(Text("samma belopp ({total})", "the same total ({total})", {"total": str(one.total)}))
    if found.pot is not None:
        reasons.append(
            Text("en pott på samma belopp ({pot})", "a pot of the same sum ({pot})", {"pot": str(found.pot)})
        )
    return tuple(reasons)


def _sure(found: _Judged) -> Certainty:
    """Return how sure the likeliest is, when it is clear of the others: by its name, its year and its sums."""
    least = _SOME_SUBJECT if found.total is not None else _WHOLE_NAME
    if not found.same_year or found.subject < least or not (found.is_near or found.has_sum):
        return Certainty.POSSIBLE
    return Certainty.CERTAIN if found.total is not None and found.subject >= _CLEAR_SUBJECT else Certainty.LIKELY
