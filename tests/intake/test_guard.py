import pytest

from sayso.errors import FetchFailed
from sayso.intake.guard import is_public, target_of


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_open_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.8.8.8",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
        ),
        *(
            "192.0.2.1",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fe80::1%eth0",
        ),
        *(
            "fc00::1",
            "fec0::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
        ),
        *("2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "::127.0.0.1", "2001:db8::1", "not an address", ""),
    ],
)
def test_anything_else(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "file:///etc/passwd",
            "gopher://a.example/",
            "ftp://a.example/",
            "javascript:alert(1)",
            "//a.example/",
            "a.example",
        ),
        *(
            "http://user@a.example/",
            "http://user:word@a.example/",
            "http://",
            "http:///path",
            "http://a.example:99999/",
        ),
        *("http://a b.example/", "http://[::1", "http://localhost./", "http://x.localhost/", "http://printer.local/"),
        *("http://a\\@b.example/", "http://%6c%6f/", "http://\u2024\u2024/"),
    ],
)
def test_address_that_is_refused_before_it_is_resolved(url: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host in ("localhost",) else pytest.fail(f"resolved {host}")

    with pytest.raises(FetchFailed) as caught:
        target_of(url, resolve=resolve)
    assert caught.value.retryable is False


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0177.0.0.1", "0x7f.1", "127.1", "0", "localhost"],
)
def test_loopback_by_any_spelling_is_refused(host: str) -> None:
    with pytest.raises(FetchFailed):
        target_of(f"http://{host}/")


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(FetchFailed, match=r"10\.0\.0\.1"):
        target_of("http://a.example/", resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])


def test_target_is_the_address_that_was_checked() -> None:
    answers = iter([["8.8.8.8"], ["127.0.0.1"]])
    target = target_of("https://a.example/x", resolve=lambda host, port: next(answers))
    assert (target.host, target.port, target.address) == ("a.example", 443, "8.8.8.8")


def test_name_without_address_may_be_tried_again() -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(FetchFailed) as caught:
        target_of("http://a.example/", resolve=resolve)
    assert caught.value.retryable is True
