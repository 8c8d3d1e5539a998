import subprocess
import sys

import click
import pytest

from commands.main import VERBS, main
from tests.commands.program import environment


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_there(verb: str) -> None:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    assert command.name == verb


def test_an_unknown_verb_is_refused() -> None:
    assert main.get_command(click.Context(main), "destroy") is None


def test_help_loads_no_verb() -> None:
    code = "import sys; from commands.main import main; main(['--help'], standalone_mode=False); assert 'commands.up' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], env=environment({}), capture_output=True, check=False).returncode == 0
