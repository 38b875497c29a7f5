"""A layer of the Russian models goes in; the same layer comes out, as fast as numpy can go through windows of three words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Windows:
    """Stands for a convolution over words: the same sums, with the words of a window laid side by side.

    The library lays them out through a view that strides over every number, and copies that, which took as long as the
    product.
    """

    def __init__(self, convolution: Any) -> None:
        filters, width, self._size = convolution.weight.array.shape
        self._padding = int(convolution.padding)
        by_place = convolution.weight.array.transpose(2, 1, 0)  # place in the window, width, filters
        self._weights: Floats = np.ascontiguousarray(by_place.reshape(self._size * width, filters))
        self._bias: Floats = convolution.bias.array

    def __call__(self, words: Floats) -> Floats:
        """Return (texts, filters, words) for (texts, width, words)."""
        texts, width, length = words.shape
        around = np.zeros((texts, length + 2 * self._padding, width), words.dtype)
        around[:, self._padding : self._padding + length] = words.swapaxes(1, 2)
        stops = length + 2 * self._padding - self._size + 1
        side_by_side = np.concatenate([around[:, place : place + stops] for place in range(self._size)], axis=2)
        found: Floats = side_by_side.reshape(texts * stops, -1) @ self._weights + self._bias
        return found.reshape(texts, stops, -1).swapaxes(1, 2)
