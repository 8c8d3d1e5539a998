from dataclasses import dataclass

from sandbox.carrier import Carrier
from sandbox.config import Config
from sandbox.plan import Plan
from sandbox.store import Store


@dataclass
class Gateway:
    config: Config
    store: Store
    carrier: Carrier
    plan: Plan
