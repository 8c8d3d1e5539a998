import click
import pytest
from click.testing import CliRunner

from commands.speech import Refusal, say


@click.command()
def refuses() -> None:
    raise Refusal("端口 8000 已被占用", "Port 8000 is taken")


@click.command()
def speaks() -> None:
    say("亮灯已停止", "Liangdeng has stopped")


def test_it_speaks_chinese_first() -> None:
    answer = CliRunner().invoke(speaks)
    assert (answer.stdout, answer.stderr, answer.exit_code) == ("亮灯已停止\nLiangdeng has stopped\n", "", 0)


def test_a_refusal_is_two_lines_and_no_traceback() -> None:
    answer = CliRunner().invoke(refuses)
    assert (answer.stdout, answer.stderr, answer.exit_code) == ("", "端口 8000 已被占用\nPort 8000 is taken\n", 1)


def test_a_refusal_may_be_shown_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    Refusal("不", "no").show()
    assert capsys.readouterr() == ("", "不\nno\n")
