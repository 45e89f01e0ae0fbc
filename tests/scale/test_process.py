from queue import SimpleQueue

from sayso.scale.frames import Kind
from sayso.scale.process import Process

STEPS = "tests_of_threads"
TELLS_THREADS = """
import os

raise RuntimeError("threads: " + os.environ["OMP_NUM_THREADS"] + " " + os.environ["OPENBLAS_NUM_THREADS"])
"""


def test_a_process_starts_with_one_thread_for_arrays(tmp_path, monkeypatch):
    """Libraries read it when they are imported, so it must be in the environment that the process starts with."""
    (tmp_path / f"{STEPS}.py").write_text(TELLS_THREADS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    inbox = SimpleQueue()
    process = Process(STEPS, inbox, deadline=0.0, noisy=False)
    _, told = inbox.get(timeout=60)
    process.close()
    assert told.kind is Kind.BUG
    assert told.payload.decode().strip().endswith("threads: 1 1")
