import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.scale.frames import Frame, Kind, received, send


@given(st.lists(st.tuples(st.sampled_from(Kind), st.binary(max_size=50))))
def test_what_is_sent_is_received(sent):
    stream = io.BytesIO()
    for kind, payload in sent:
        send(stream, Frame(kind, payload))
    stream.seek(0)
    assert [tuple(frame) for frame in received(stream)] == sent


@given(st.binary(min_size=1, max_size=50), st.integers(1, 59))
def test_half_a_frame_at_the_end_is_nothing(payload, cut):
    stream = io.BytesIO()
    send(stream, Frame(Kind.FOUND, payload))
    kept = stream.getvalue()[:-cut]
    assert list(received(io.BytesIO(kept))) == []
