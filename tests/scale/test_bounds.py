import subprocess
import sys

import pytest

from sayso.scale.bounds import worn_out

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits are POSIX's")


def after(code: str) -> str:
    """What a fresh process prints that binds itself and then runs `code`."""
    script = (
        "import resource\n"
        "from sayso.limits import Limits\n"
        "from sayso.scale.bounds import bound_process, bound_report\n"
        f"{code}"
    )
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("limit", "soft"),
    [("RLIMIT_AS", "700000000"), ("RLIMIT_FSIZE", "0"), ("RLIMIT_CORE", "0")],
)
def test_a_process_binds_itself(limit, soft):
    if sys.platform == "darwin" and limit == "RLIMIT_AS":
        pytest.skip("macOS does not keep a limit on address space")
    code = f"bound_process(Limits(memory_bytes=700_000_000)); print(resource.getrlimit(resource.{limit})[0])"
    assert after(code) == soft


def test_processor_time_counts_from_each_report():
    code = (
        "import time\n"
        "bound_report(Limits(cpu_s=3)); first = resource.getrlimit(resource.RLIMIT_CPU)[0]\n"
        "while time.process_time() < 1.2: pass\n"
        "bound_report(Limits(cpu_s=3)); print(resource.getrlimit(resource.RLIMIT_CPU)[0] > first)"
    )
    assert after(code) == "True"


def test_a_limit_is_never_set_above_the_hard_one():
    code = (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (50, 50))\n"
        "bound_report(Limits(cpu_s=500)); print(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    assert after(code) == "50"


def test_a_process_wears_out_with_reports():
    assert not worn_out(1)
    assert worn_out(5_000)
