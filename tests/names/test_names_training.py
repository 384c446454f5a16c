"""How the training corpora are read and the model is judged."""

from pathlib import Path

import pytest
from training.names import columns, spans


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], set()),
        (["B-PER", "I-PER", "O"], {(0, 2, "PER")}),
        (["B-PER", "B-PER"], {(0, 1, "PER"), (1, 2, "PER")}),
        (["O", "B-ORG", "I-LOC"], {(1, 2, "ORG"), (2, 3, "LOC")}),
        (["I-LOC", "I-LOC"], {(0, 2, "LOC")}),
    ],
)
def test_reads_spans_from_labels(labels: list[str], expected: set[tuple[int, int, str]]) -> None:
    assert spans(labels) == expected


def test_reads_columns_and_leaves_other_labels_out(tmp_path: Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_text(
        "#\tsource\t\n1\tEva\tB-PER\tO\n2\tsieht\tO\tO\n3\tdeutsche\tB-LOCderiv\tO\n\n1\tOlm\tB-LOC\tO\n\n", "utf-8"
    )
    assert list(columns(file, 2)) == [[("Eva", "B-PER"), ("sieht", "O"), ("deutsche", "O")], [("Olm", "B-LOC")]]
