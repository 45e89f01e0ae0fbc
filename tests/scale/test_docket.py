from sayso.scale.docket import Docket, Found, Task


def docket(*locations: str, window: int = 10) -> Docket:
    return Docket(locations, window=window, stdin=lambda: b"piped")


def finish(task: Task, *lines: bytes) -> None:
    task.found.extend(Found(task.location, line) for line in lines)
    task.finished = True


def told(docket: Docket) -> list[bytes]:
    return [found.line for found in docket.told()]


def test_findings_wait_for_those_before_them():
    run = docket("a", "b")
    first, second = run.next([], begin=True), run.next([], begin=True)
    finish(second, b"2")
    assert told(run) == []
    finish(first, b"1")
    assert told(run) == [b"1", b"2"]


def test_findings_of_the_oldest_are_told_before_it_is_finished():
    run = docket("a.zip")
    task = run.next([], begin=True)
    task.found.append(Found("a.zip#1", b"1"))
    assert told(run) == [b"1"]
    assert told(run) == []


def test_no_more_is_taken_ahead_than_the_window_allows():
    run = docket("a", "b", "c", window=2)
    assert [bool(run.next([], begin=True)) for _ in range(3)] == [True, True, False]


def test_a_suspect_waits_until_nothing_else_runs():
    run = docket("a", "b", "c")
    suspect, other = run.next([], begin=True), run.next([], begin=True)
    suspect.suspect = True
    run.again(suspect)
    assert run.next([other], begin=True) is None
    assert run.next([], begin=True) is suspect


def test_nothing_is_begun_beside_a_suspect():
    run = docket("a", "b")
    suspect = run.next([], begin=True)
    suspect.suspect = True
    assert run.next([suspect], begin=True) is None


def test_after_a_stop_only_what_was_begun_goes_on():
    run = docket("a", "b")
    task = run.next([], begin=True)
    assert run.next([task], begin=False) is None
    assert not run.is_done(begin=False)
    finish(task, b"1")
    assert told(run) == [b"1"]
    assert run.is_done(begin=False)


def test_standard_input_is_taken_along():
    assert docket("-").next([], begin=True).content == b"piped"


def test_no_locations_are_done_when_that_is_known():
    run = docket()
    assert not run.is_done(begin=True)
    assert run.next([], begin=True) is None
    assert run.is_done(begin=True)
