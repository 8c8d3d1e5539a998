"""Texts as people of the city write them, each with what it should be read as. `examples` came with the task.

None of them stands in `inbox/lexicon/texts.txt`. Of the last 192 of `held_out`, 183 were read right when they were new.
`blind` was written by a checker before the rules were read or tried, in four rounds with mending between them.
Of the 436, 162, 104 and 129 texts written, 402, 151, 93 and 121 were read right when they were new; 6 were left out as undecidable and one as a double.
"""

import pytest

from inbox.likeness import collected_texts
from tests.inbox.reading_of import collected, is_read_as_expected

# Their pay is labelled as a ref. DESIGN section 6 calls it least pay, and so do we.
LABELLED_AGAINST_THE_DESIGN = {"装卸工 能吃苦 一天200以上", "looking for welding work, 300 per day"}
FREE_WORDS = "residents", "workers", "held_out", "blind"


def misread(name: str) -> set[str]:
    return {example["text"] for example in collected(name) if not is_read_as_expected(example)}


def test_every_example_is_read_right_but_for_two_wrong_labels() -> None:
    assert misread("examples") == LABELLED_AGAINST_THE_DESIGN


@pytest.mark.parametrize("name", ["commands", "others"])
def test_what_volunteers_and_strangers_write_is_read_right(name: str) -> None:
    assert misread(name) == set()


@pytest.mark.parametrize("name", FREE_WORDS)
def test_of_free_words_at_least_97_in_100_are_read_right(name: str) -> None:
    texts = collected(name)
    wrong = misread(name)
    assert len(wrong) <= 0.03 * len(texts), wrong


def test_no_text_that_tests_is_one_that_taught() -> None:
    taught = {text for _, text in collected_texts()}
    tested = {example["text"] for name in ("examples", "others", "jobs", *FREE_WORDS) for example in collected(name)}
    assert taught & tested == set()
