"""The corpora are read as the tagger is meant to see them."""

from pathlib import Path

import pytest
from training.corpora import Word, conllu, empirist, sigmorphon, unimorph
from training.german import hyphenated
from training.lemmas import rule
from training.silver import coarse, coarse_of_ud

CONLLU = """\
# sent_id = x1
# text = Im Haus brennt's.
1-2\tIm\t_\t_\t_\t_\t_\t_\t_\t_
1\tIn\tin\tADP\tAPPR\t_\t_\t_\t_\t_
2\tdem\tder\tDET\tART\tCase=Dat\t_\t_\t_\t_
3\tHaus\tHaus\tNOUN\tNN\tCase=Dat\t_\t_\t_\t_
4\tbrennt\tbrennen\tVERB\tVVFIN\tVerbForm=Fin\t_\t_\t_\tSpaceAfter=No
5\t's\tes\tPRON\tPPER\t_\t_\t_\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t$.\t_\t_\t_\t_\t_

"""

UNIMORPH = """\
# sent_id = x2
# text = Er kam vom Amt an das Tor.
1\tEr\ter\t_\t_\tPRO\t_\t_\t_\t_
2\tkam\tkommen\t_\t_\tV;FIN\t_\t_\t_\t_
3\tvon\tvon\t_\t_\tADP\t_\t_\t_\t_
4\tdem\tder\t_\t_\tDET;DAT\t_\t_\t_\t_
5\tAmt\tAmt\t_\t_\tN\t_\t_\t_\t_
6\tan\tan\t_\t_\tADP\t_\t_\t_\t_
7\tdas\tder\t_\t_\tDET;ACC\t_\t_\t_\t_
8\tTor\tTor\t_\t_\tN\t_\t_\t_\t_
9\t.\t.\t_\t_\t_\t_\t_\t_\t_

"""


def test_a_contraction_is_one_word(tmp_path: Path) -> None:
    file = tmp_path / "a.conllu"
    file.write_text(CONLLU, "utf-8")
    [(identity, text, words)] = conllu(file)
    assert (identity, text) == ("x1", "Im Haus brennt's.")
    assert [(w.form, w.tag) for w in words][:2] == [("Im", "APPRART"), ("Haus", "NN")]
    assert [w.space_after for w in words] == [True, True, False, False, True]


def test_contractions_are_joined_where_the_text_has_them(tmp_path: Path) -> None:
    file = tmp_path / "a.conllu"
    file.write_text(UNIMORPH, "utf-8")
    [(_, _, words)] = unimorph(file)
    assert [w.form for w in words] == ["Er", "kam", "vom", "Amt", "an", "das", "Tor", "."]


def test_contractions_are_joined_without_the_text_where_they_are_the_rule(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "In\tin\tADP\ndem\tder\tDET;DAT\nTal\tTal\tN\n\nauf\tauf\tADP\ndas\tder\tDET\nDach\tDach\tN\n", "utf-8"
    )
    first, second = sigmorphon(file)
    assert [w.form for w in first] == ["Im", "Tal"]
    assert [w.form for w in second] == ["auf", "das", "Dach"]


def test_tags_of_chat_are_written_as_stts(tmp_path: Path) -> None:
    file = tmp_path / "a.vrt"
    file.write_text("<s>\nja\tPTKMA\tADV\tx\tja\tja\tja\n#fest\tHST\tX\tx\t#fest\t#fest\t#fest\n</s>\n", "utf-8")
    [words] = empirist(file)
    assert [w.tag for w in words] == ["ADV", "XY"]


def test_hyphenated_compounds_become_one_word() -> None:
    words = [Word(form, tag, "", "") for form, tag in [
        ("Krisen", "NN"), ("-", "$("), ("Stab", "NN"), ("Kraft", "NN"), ("-", "$("), ("und", "KON"), ("Mut", "NN"),
    ]]  # fmt: skip
    assert [(w.form, w.tag) for w in hyphenated(words)] == [
        ("Krisen-Stab", "NN"), ("Kraft-", "TRUNC"), ("und", "KON"), ("Mut", "NN"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ("V;IND;FIN;3", "V.FIN"),
        ("V;NFIN", "V.INF"),
        ("V;V.PTCP", "V.PTCP"),
        ("N;FEM;SG", "N"),
        ("PROPN;SG", "PROPN"),
        ("_", "_"),
    ],
)
def test_unimorph_features_have_a_class(features: str, expected: str) -> None:
    assert coarse(features) == expected


@pytest.mark.parametrize(
    ("upos", "features", "expected"),
    [
        ("AUX", "Mood=Ind|VerbForm=Fin", "V.FIN"),
        ("VERB", "VerbForm=Part", "V.PTCP"),
        ("SCONJ", "_", "CONJ"),
        ("NOUN", "_", "N"),
    ],
)
def test_ud_has_the_same_classes(upos: str, features: str, expected: str) -> None:
    assert coarse_of_ud(upos, features) == expected


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [("Häuser", "Haus", (5, "aus")), ("Tage", "Tag", (1, "")), ("Tag", "Tag", (0, "")), ("Herrn", "Herr", (1, ""))],
)
def test_a_rule_leads_from_form_to_lemma(form: str, lemma: str, expected: tuple[int, str]) -> None:
    cut, text = rule(form, lemma)
    assert (cut, text) == expected
    assert form[: len(form) - cut] + text == lemma
