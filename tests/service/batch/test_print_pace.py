"""A print run tells how far it is after each file, and how long it will take yet."""

from docgen.model.batch import Progress
from docgen.service.batch.print_pace import Pace, hush


def test_after_each_file_it_tells_the_rate_and_the_time_left() -> None:
    said: list[Progress] = []
    moments = iter([0.0, 10.0, 20.0, 30.0])
    pace = Pace("run-1", 1_500, said.append, lambda: next(moments))
    pace.tell(500)
    pace.tell(1_000)
    pace.tell(300)  # made anew, less an envelope that was left out
    assert [(each.letters, each.of, each.per_second, each.left) for each in said] == [
        (500, 1_500, 50.0, 20.0),
        (1_500, 1_500, 75.0, 0.0),
        (1_800, 1_800, 60.0, 0.0),
    ]


def test_before_any_time_has_gone_nobody_can_tell() -> None:
    said: list[Progress] = []
    Pace("run-1", 10, said.append, lambda: 0.0).tell(5)
    hush(said[0])
    assert (said[0].per_second, said[0].left) == (0.0, None)
