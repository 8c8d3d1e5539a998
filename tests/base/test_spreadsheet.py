from io import BytesIO

import pytest
from openpyxl import load_workbook

from base import spreadsheet
from base.errors import Unreadable
from base.spreadsheet import Line, as_csv, as_xlsx, defused, numbered_lines

LINES: list[Line] = [["职业", "人数"], ["瓦工", 3], ["=1+1", 2]]


@pytest.mark.parametrize("cell", ["=1+1", "+86 160", "-3", "@name", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["瓦工", "a=b", "", "160 0000 0001", 3, None])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert defused(cell) == cell


def test_a_workbook_holds_no_formula() -> None:
    book = load_workbook(BytesIO(as_xlsx([("今天", LINES)])))
    assert [[cell.data_type for cell in row] for row in book["今天"]["A3:B3"]] == [["s", "n"]]
    assert book["今天"]["A3"].value == "'=1+1"


def test_what_is_written_can_be_read_again() -> None:
    expected = [(1, ["职业", "人数"]), (2, ["瓦工", 3]), (3, ["'=1+1", 2])]
    assert numbered_lines(as_xlsx([("今天", LINES)]), "day.XLSX") == expected
    assert [line for _, line in numbered_lines(as_csv(LINES), "day.csv")] == [["职业", "人数"], ["瓦工", "3"], ["'=1+1", "2"]]


def test_excel_knows_the_encoding_of_a_csv_file() -> None:
    assert as_csv(LINES).startswith(b"\xef\xbb\xbf")


def test_a_small_file_that_unpacks_to_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_BYTES_UNPACKED", 1_000)
    with pytest.raises(Unreadable, match="解压后超过"):
        numbered_lines(as_xlsx([("今天", LINES)]), "bomb.xlsx")
