"""Wake-ups for the workers. PostgreSQL holds the truth: a bell that is not heard costs one sweep interval, no more."""

import asyncio
import logging
from functools import cache
from secrets import token_hex

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue
from rq.serializers import JSONSerializer

from base.settings import settings

log = logging.getLogger(__name__)

# bell -> the queue that hears it. Each is a function of the same name in workers/tasks.py.
BELLS = {"inbox": "desk", "tend": "dispatch", "drain": "sender", "reconcile": "sender", "night": "dispatch"}
QUEUES = tuple(dict.fromkeys(BELLS.values()))
DEBOUNCE_SECONDS = 10
KEEP_SECONDS = 60
MOST_WAITING = 20


@cache
def connection() -> Redis:
    # rq blocks on its queue for longer than redis-py 8's default of 5 s: the worker makes its own connection.
    return Redis.from_url(settings().redis_url, socket_timeout=2, socket_connect_timeout=2)


def _key(name: str) -> str:
    return f"bell:{name}"


def ring_now(name: str) -> None:
    """Enqueues the task, unless it is rung already and has not begun."""
    try:
        if connection().set(_key(name), 1, nx=True, ex=DEBOUNCE_SECONDS):
            queue = Queue(BELLS[name], connection=connection(), serializer=JSONSerializer)
            if queue.count < MOST_WAITING:  # or a queue whose worker is away would grow for ever
                queue.enqueue(f"workers.tasks.{name}", job_timeout=600, result_ttl=0, failure_ttl=KEEP_SECONDS)
    except RedisError as error:
        log.warning("bell %s not rung: %s", name, type(error).__name__)


async def ring(name: str) -> None:
    await asyncio.to_thread(ring_now, name)


def heard(name: str) -> None:
    """The task says that it begins: from now on a ring means new work."""
    try:
        connection().delete(_key(name))
    except RedisError as error:
        log.warning("bell %s not cleared: %s", name, type(error).__name__)


_OWNER = token_hex(8)
_HOLD = """
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1
"""


def hold(key: str, seconds: int) -> bool:
    """Whether this process holds the lock, newly or still. Without Redis nobody does, and nothing could be rung."""
    try:
        return bool(connection().eval(_HOLD, 1, f"hold:{key}", _OWNER, seconds))
    except RedisError as error:
        log.warning("lock %s not asked for: %s", key, type(error).__name__)
        return False
