from typing import Any

from piccolo.columns import BigSerial, DoublePrecision, ForeignKey, SmallInt, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table


class Area(Table):
    """A node of the tree city > county > town > village > centre household. Positions are synthetic until replaced."""

    code = Varchar(24, primary_key=True, default=None)
    name = Varchar(64)
    name_en = Varchar(96)
    parent: ForeignKey[Any] = ForeignKey(
        LazyTableReference("Area", module_path="people.tables"),
        target_column="code",
        null=True,
        default=None,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.restrict,
    )
    level = Varchar(20)
    lat = DoublePrecision()
    lon = DoublePrecision()


def area_column(null: bool = False) -> ForeignKey[Any]:
    return ForeignKey(Area, target_column="code", null=null, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict)


class Person(Table):
    """A phone and whom it belongs to. `address` and the exact position are private: DESIGN, invariant 8."""

    id = BigSerial(primary_key=True)
    phone = Varchar(16, unique=True)
    name = Varchar(64, default="")
    language = Varchar(8, default="zh-CN")
    area = area_column(null=True)
    address = Text(default="")
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    created_at = Timestamptz()


def person_column(null: bool = False, primary_key: bool = False) -> ForeignKey[Any]:
    return ForeignKey(
        Person, null=null, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.restrict, primary_key=primary_key
    )  # fmt: skip


class Role(Table):
    """resident, volunteer, worker, staff, steward (of an area), coordinator (of an area and all below it)."""

    id = BigSerial(primary_key=True)
    person = person_column()
    role = Varchar(16)
    area = area_column(null=True)


class SignInCode(Table):
    """A code sent to a phone. Only its keyed hash is kept; it dies when used, too old, or guessed too often."""

    id = BigSerial(primary_key=True)
    phone = Varchar(16)
    code_hash = Varchar(64)
    tries = SmallInt(default=0)
    created_at = Timestamptz()
    expires_at = Timestamptz()
    used_at = Timestamptz(null=True, default=None)


class Session(Table):
    """A browser that has signed in. Only the hash of its token is kept."""

    id = BigSerial(primary_key=True)
    token_hash = Varchar(64, unique=True)
    person = person_column()
    created_at = Timestamptz()
    seen_at = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)
