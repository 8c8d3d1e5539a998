"""A module of plain arithmetic, compiled: the very same functions, for those who call them a million times."""

import importlib.util
from types import FunctionType, ModuleType

from numba import njit


def compiled(module: ModuleType) -> ModuleType:
    assert module.__spec__ is not None
    assert module.__spec__.loader is not None
    copy = importlib.util.module_from_spec(module.__spec__)
    module.__spec__.loader.exec_module(copy)
    for name, value in vars(copy).items():
        if isinstance(value, FunctionType) and value.__module__ == module.__name__:
            setattr(copy, name, njit(value))
    return copy
