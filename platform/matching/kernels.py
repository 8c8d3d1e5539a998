"""How the kernels of the solver are compiled."""

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])

# Nothing is counted that refers to an array: with twenty of them handed to functions of ten lines, that took half of the time.
# So these two make no arrays; who called them holds all that they are given.
UNCOUNTED: Any = {"_nrt": False}


def kernel(function: Function) -> Function:
    """A piece of an entry, in the same file: numba's cache looks at no other for changes."""
    compiled: Any = njit(inline="always", **UNCOUNTED)(function)
    return compiled  # type: ignore[no-any-return]


def entry(function: Function) -> Function:
    compiled: Any = njit(cache=True, **UNCOUNTED)(function)
    return compiled  # type: ignore[no-any-return]


def counted_entry(function: Function) -> Function:
    """One that makes arrays."""
    compiled: Any = njit(cache=True)(function)
    return compiled  # type: ignore[no-any-return]
