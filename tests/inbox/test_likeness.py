from inbox.likeness import Likeness, collected_texts

FEW = [("repair", "灯坏了"), ("repair", "门坏了"), ("goods", "想要棉被"), ("goods", "想要衣服")]


def test_a_text_is_likest_to_those_with_the_same_runs() -> None:
    scores = Likeness(FEW).scores("窗坏了")
    assert scores["repair"] > 0 > scores["goods"]


def test_what_was_never_seen_says_nothing() -> None:
    assert set(Likeness(FEW).scores("xyz").values()) == {0.0}


def test_an_english_word_counts_as_one_character() -> None:
    scores = Likeness([("repair", "the lamp is broken"), ("goods", "the lamb is cute")]).scores("lamp")
    assert scores["repair"] > scores["goods"]


def test_every_subject_has_been_taught() -> None:
    subjects = {subject for subject, _ in collected_texts()}
    assert {"repair", "public", "other", "job", "none"} <= subjects
    assert len(subjects) == 15
