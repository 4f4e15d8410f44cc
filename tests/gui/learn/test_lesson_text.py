"""The reader of a lesson's texts accepts what is right, and refuses everything else."""

import pytest

from gui.learn.lesson_text import LessonTextError, parse_lesson

RIGHT = """
chapter = 2
title = "Title"
text = "Some **words**."
takeaway = "One sentence."
[[formulas]]
latex = 'a + b'
spoken = "a plus b"
[[tasks]]
name = "one"
text = "Do it."
hint = "So."
[[tasks]]
name = "two"
text = "Which?"
options = ["a", "b"]
answer = 1
hint = "So."
explanation = "Because."
[[tasks]]
name = "three"
text = "How many?"
number = 45360
tolerance = 0.5
hint = "So."
explanation = "Because."
"""


def test_the_texts_and_the_kinds_of_tasks_are_read() -> None:
    text = parse_lesson(RIGHT, "name")
    assert (text.chapter, text.title, text.text, text.takeaway) == (2, "Title", "Some **words**.", "One sentence.")
    assert [(each.latex, each.spoken) for each in text.formulas] == [("a + b", "a plus b")]
    figure, options, number = text.tasks
    assert [each.by_figure for each in text.tasks] == [True, False, False]
    assert (options.options, options.answer) == (("a", "b"), 1)
    assert [number.accepts(each) for each in (45359, 45359.5, 45360, 45360.5, 45361, float("nan"))] == (
        [False, True, True, True, False, False]
    )
    assert not figure.accepts(0)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("chapter = 2", "chapter = 1", "chapter 1"),
        ('title = "Title"', "", "title"),
        ('title = "Title"', 'title = " "', "empty"),
        ('"One sentence."', '"One. Two."', "one sentence"),
        ('"One sentence."', '"One sentence"', "one sentence"),
        ('"Some **words**."', '"' + "word " * 121 + '"', "121 words"),
        ('spoken = "a plus b"', "", "spoken"),
        ('spoken = "a plus b"', 'spoken = ""', "screen readers"),
        ('hint = "So."', "", "hint"),
        ('name = "two"', 'name = "one"', "one name"),
        ('name = "two"', 'name = "two words"', "space"),
        ("answer = 1", "", "answer"),
        ("answer = 1", "answer = 2", "none of the options"),
        ('["a", "b"]', '["a"]', "two options"),
        ('["a", "b"]', '["a", "a"]', "the same"),
        ('explanation = "Because."', "", "explanation"),
        ('hint = "So."', 'hint = "So."\nexplanation = "Because."', "explanation"),
        ("number = 45360", 'number = "45360"', "number"),
        ("tolerance = 0.5", "tolerance = -1", "tolerance"),
        ("number = 45360", "number = 45360\noptions = ['a', 'b']\nanswer = 0", "options and a number"),
        ('hint = "So."', 'hint = "So."\nhelp = "?"', "unknown: help"),
        ("chapter = 2", "chapter = 2\nauthor = 1", "unknown: author"),
        ("chapter = 2", "chapter = ", "line 2"),
    ],
)
def test_what_is_not_right_is_refused(before: str, after: str, problem: str) -> None:
    assert before in RIGHT
    with pytest.raises(LessonTextError, match=r"^name: ") as caught:
        parse_lesson(RIGHT.replace(before, after, 1), "name")
    assert problem in str(caught.value)


def test_a_lesson_has_two_tasks_at_least() -> None:
    head, first, *_ = RIGHT.split("[[tasks]]")
    with pytest.raises(LessonTextError, match="two tasks"):
        parse_lesson("[[tasks]]".join([head, first]), "name")
