"""Arrays to word vectors: the one place that imports onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from sayso.errors import BundleMismatch
from sayso.tagger.chain import Floats
from sayso.tagger.encode import Window

_SLOWER: Final = ["SkipLayerNormFusion"]
"""What onnxruntime makes slower: its operator for a sum and its norm took a twentieth of the model's time more than the
two one after the other (onnxruntime 1.32)."""


class Session:
    """An encoder, ready to run on one thread.

    Windows run one at a time and unpadded: quantised activations take their scale from the whole input, so
    only this gives the same vectors whatever else is read.
    """

    def __init__(self, encoder: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_mem_pattern = False  # windows differ in length: a plan for each took 3 %
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(encoder), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
        except Exception as error:
            raise BundleMismatch(f"{encoder}: onnxruntime cannot load it ({error})") from error

    def vectors(self, window: Window) -> Floats:
        """A vector for every word that is the window's own. Shape: (own words, width)."""
        inputs = {
            "pieces": window.pieces[None],
            "features": window.features[None],
            "heads": window.heads[None],
        }
        found: Floats = np.asarray(self._session.run(None, inputs)[0][0], dtype=np.float32)
        return found
