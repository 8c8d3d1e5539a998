import re
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from commands.main import main
from commands.problem_file import read
from tests.matching.instances import Instance, town

SMALL = """2 2
1 1
1 1
0 0 9
0 1 8
1 0 7
"""


def solve(text: str | bytes) -> Result:
    return CliRunner().invoke(main, ["solve", "-"], input=text)


def written(instance: Instance) -> str:
    graph, wants, capacities = instance
    edges = zip(graph.rows.tolist(), graph.columns.tolist(), graph.weights.tolist(), strict=True)
    head = [(len(wants), len(capacities)), wants.tolist(), capacities.tolist()]
    return "\n".join(" ".join(map(str, line)) for line in [*head, *edges])


def test_it_prints_value_gap_and_time() -> None:
    answer = solve(SMALL)
    chinese, english = answer.stdout.splitlines()
    assert re.fullmatch(r"总值 15，证明差距 0，用时 \d+\.\d{3} 秒，选中 2", chinese)
    assert re.fullmatch(r"value 15, gap 0, time \d+\.\d{3} s, chosen 2", english)
    assert answer.exit_code == 0


def test_it_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text(SMALL)
    assert "value 15, gap 0" in CliRunner().invoke(main, ["solve", str(tmp_path / "small.txt")]).stdout


def test_what_is_written_is_what_is_read() -> None:
    graph, wants, capacities = read(written(town(3)).encode())
    for found, meant in zip((*vars(graph).values(), wants, capacities), (*vars(town(3).graph).values(), *town(3)[1:]), strict=True):
        assert np.array_equal(found, meant)


def test_edges_may_stand_in_any_order_with_blank_lines_and_tabs_between() -> None:
    assert "value 15, gap 0" in solve("2 2\r\n1 1\r\n1 1\r\n1 0\t7\r\n\r\n 0 1 8\r\n0 0 9\r\n\r\n").stdout


@pytest.mark.parametrize("text", ["0 0\n\n\n", "0 0\n\n", "2 1\n1 1\n3", "1 1\n0\n1\n0 0 5", "1 1\n1\n0\n0 0 5", "1 1\n1\n1\n0 0 0"])
def test_where_there_is_nothing_to_gain_the_value_is_0(text: str) -> None:
    assert "value 0, gap 0" in solve(text).stdout


def test_what_weighs_less_than_nothing_is_never_chosen() -> None:
    assert "value 5, gap 0" in solve("2 2\n1 1\n1 1\n0 0 -9\n0 1 5\n1 1 -1").stdout


def test_a_row_may_want_more_than_there_is() -> None:
    assert "value 8, gap 0" in solve("1 2\n10000\n1 10000\n0 0 5\n0 1 3").stdout


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: here stand the number of rows and of columns: 2 numbers, not 0"),
        ("2\n", "line 1: here stand the number of rows and of columns: 2 numbers, not 1"),
        ("2 -2\n", "line 1: a number is between 0 and 2147483647"),
        ("2 2\n1\n", "line 2: here stands what each row needs: 2 numbers, not 1"),
        ("2 2\n1 1\n", "line 3: here stands what each column holds: 2 numbers, not 0"),
        ("2 2\n1 -1\n1 1", "line 2: a number is between 0 and 2147483647"),
        ("2 2\n1 1.5\n1 1", 'line 2: "1.5" is no whole number'),
        ("1 1\n1\n1\n\n0 0 nan", 'line 5: "nan" is no whole number'),
        ("1 1\n1\n1\n0 0 1e3", 'line 4: "1e3" is no whole number'),
        ("1 1\n1\n1\n0 0", "line 4: row, column and weight are 3 numbers, not 2"),
        ("1 2\n1\n1 1\n0 0 1\n0 1", "line 5: row, column and weight are 3 numbers, not 2"),
        ("1 1\n1\n1\n\n1 0 3", "line 5: rows are numbered 0 to 0"),
        ("1 1\n1\n1\n0 -1 3", "line 4: columns are numbered 0 to 0"),
        ("1 1\n1\n1\n0 0 9007199254740993", "line 4: no weight may be above 2**53"),
        ("1 1\n1\n1\n0 0 99999999999999999999", "line 4: no number may be above 2**53"),
        ("2 2\n1 1\n1 1\n0 1 3\n1 1 3\n\n0 1 4", "line 7: this row and column stood before"),
        (b"1 1\n1\n1\n0 0 \xff", 'line 4: "\ufffd" is no whole number'),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str | bytes, sentence: str) -> None:
    answer = solve(text)
    chinese, english = answer.stderr.splitlines()
    assert english == sentence
    line = sentence.split(":")[0].removeprefix("line ")
    assert chinese.startswith(f"第{line}行：")
    assert (answer.stdout, answer.exit_code) == ("", 2)


def test_a_file_that_is_not_there_is_no_problem() -> None:
    answer = CliRunner().invoke(main, ["solve", "/nowhere/at/all"])
    assert (answer.exit_code, answer.stdout) == (2, "")
