"""The page that a simulation leaves: one file, in one language, every chart with its figures beside it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from base.words import Words
from commands.simulation_charts import FIGURES, NAMES, WIDTH, Figure, duration, number, panels, percent
from commands.simulation_plan import Plan
from commands.simulation_policies import WAYS
from commands.simulation_report import SECTIONS, Report, write
from commands.simulation_results import Measures, Run

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
POLICIES = [WAYS[0], WAYS[-1]]
PRICED = Measures(
    wishes=20, places=24, by_volunteers=0.75, by_office=0.25, withdrawn=0, waiting=0, minutes_half=17, minutes_most=200,
    messages=150, messages_a_fill=8.3, late_a_fill=0.4, kept_word=None, muted=0, never_asked=0.3, asks_half=1, asks_top=4, asks_gini=0.4,
)  # fmt: skip
BROADCAST = replace(PRICED, by_volunteers=0.5, minutes_half=9, messages_a_fill=37.5, muted=12)
NOTHING = replace(PRICED, by_volunteers=None, minutes_half=None, minutes_most=None, messages_a_fill=None, late_a_fill=None)
RESULTS = {Run("priced", 10): PRICED, Run("broadcast", 10): BROADCAST, Run("priced", 20): PRICED, Run("broadcast", 20): NOTHING}


def page(tmp_path: Path, language: str) -> str:
    report = Report(Plan(1, 800, 7), POLICIES, RESULTS, 90, {"QUIET_HOURS": "false", "PATH": "/bin"})
    write(tmp_path / "report.html", report, language)
    return (tmp_path / "report.html").read_text("utf-8")


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html.split("</style>")[1])


def test_no_request_leaves_it(tmp_path: Path) -> None:
    html = page(tmp_path, "zh-CN")
    assert not re.findall(r"(?:https?:)?//|<script|<link|<img|@import|url\(", html)


def test_english_has_no_chinese_in_it(tmp_path: Path) -> None:
    html = page(tmp_path, "en")
    assert '<html lang="en">' in html
    assert CHINESE.findall(html) == []


def test_chinese_has_no_english_in_it(tmp_path: Path) -> None:
    without_names = re.sub(r"<code>.*?</code>", " ", page(tmp_path, "zh-CN"))
    assert re.findall("[A-Za-z]{2,}", text_of(without_names)) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_each_chart_has_its_figures_in_a_table(tmp_path: Path, language: str) -> None:
    html = page(tmp_path, language)
    charts = sum(len(section.drawn) for section in SECTIONS)
    assert html.count("<svg") == html.count('role="img" aria-label="') == charts * 2
    for section in SECTIONS:
        for figure in section.drawn:
            assert re.search(f"<th[^>]*>{re.escape(figure.title.in_(language))}</th>", html)


def test_what_is_assumed_is_named(tmp_path: Path) -> None:
    html = page(tmp_path, "en")
    assert "Assumed, not measured" in html
    assert "<code>has_enough</code>" in html


def test_what_the_city_has_set_is_told_and_nothing_else_of_it(tmp_path: Path) -> None:
    html = page(tmp_path, "en")
    assert "QUIET_HOURS=false" in html
    assert "/bin" not in html


def test_what_no_run_could_measure_has_no_column(tmp_path: Path) -> None:
    assert "taken by the time that the resident was told" not in page(tmp_path, "en")


def test_the_best_are_named_where_they_differ(tmp_path: Path) -> None:
    said = re.sub("</?strong>", "", page(tmp_path, "en"))
    best = "priced fills the most places (75%), broadcast is the quickest (9 min), priced troubles the fewest (8.3 offers a place)."
    assert f"With 10 wishes a day, {best}" in said
    assert "With 20 wishes a day, " not in said


def test_bars_of_all_loads_stand_on_one_scale() -> None:
    figure = Figure("messages_a_fill", Words("", ""), number)
    [ten, twenty] = panels(figure, {"priced": Words("", "priced"), "broadcast": Words("", "broadcast")}, RESULTS)
    longest = WIDTH - NAMES - FIGURES
    assert [bar.length for bar in ten.bars] == [pytest.approx(longest * 8.3 / 37.5, abs=0.1), longest]
    assert [bar.length for bar in twenty.bars] == [ten.bars[0].length, 0]
    assert [bar.figure.en for bar in twenty.bars] == ["8.3", "—"]


def test_figures_are_as_exact_as_they_deserve() -> None:
    assert [percent(value).en for value in (0, 0.004, 0.052, 0.735, 1)] == ["0%", "0.4%", "5.2%", "74%", "100%"]
    assert [number(value).en for value in (0, 0.41, 3, 8.31, 1234)] == ["0", "0.41", "3", "8.3", "1,234"]
    assert [duration(value).en for value in (7.4, 99, 150)] == ["7 min", "99 min", "2.5 h"]
    assert duration(150).zh == "2.5小时"
