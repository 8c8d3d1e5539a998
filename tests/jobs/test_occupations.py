from itertools import chain

import pytest

from jobs.occupations import CERTIFICATES, OCCUPATIONS, certificates_in
from volunteers.skills import SKILLS


@pytest.mark.parametrize(
    ("text", "certificates"),
    [
        ("有电工证和健康证", {"electrician", "health"}),
        ("找活 电工 有低压电工作业证", {"electrician"}),
        ("电工特种作业操作证", {"electrician"}),
        ("会电焊,有焊工操作证、登高证", {"welder", "heights"}),
        ("叉车司机证", {"forklift"}),
        ("C1本,开了十年车", {"driver_c1"}),
        ("有驾驶证", {"driver_c1"}),
        ("驾照B2", {"driver_b2"}),
        ("养老护理员证,健康证", {"carer", "health"}),
        ("厨师证 保安证", {"cook", "guard"}),
        ("I have a forklift licence and a health certificate", {"forklift", "health"}),
        ("没有健康证", set()),
        ("健康证还没办,有电工证", {"electrician"}),
        ("厨师本人,干了十年", set()),
        ("会电工会焊接会开车", set()),
    ],
)
def test_certificates_are_heard_in_a_text(text: str, certificates: set[str]) -> None:
    assert certificates_in(text) == certificates


def test_each_certificate_is_heard_by_its_own_words() -> None:
    assert [certificates_in(words.zh) for words in CERTIFICATES.values()] == [{key} for key in CERTIFICATES]
    assert [certificates_in(words.en) for words in CERTIFICATES.values()] == [{key} for key in CERTIFICATES]


def test_what_is_kept_fits_its_column() -> None:
    assert all(len(key) <= 16 for key in chain(OCCUPATIONS, CERTIFICATES))


def test_work_is_what_volunteers_can_do_for_a_living() -> None:
    assert list(OCCUPATIONS) == [skill for skill in SKILLS if skill in OCCUPATIONS]
