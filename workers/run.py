"""A worker program: `python -m workers.run QUEUE …`, the most urgent first. Its supervisor starts it again when it ends."""

import logging
import sys

from redis import Redis
from rq import Queue, SimpleWorker
from rq.serializers import JSONSerializer

import workers.tasks  # noqa: F401 - rq would import it at the first bell
from base.bell import QUEUES
from base.settings import settings
from workers import program


class Worker(SimpleWorker):
    max_connection_wait_time = 2.0  # how long after Redis is back it may still be asleep


def main(queues: list[str]) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
    program.warm()
    # rq waits on a queue for worker_ttl - 15 seconds, and sets a socket timeout that is longer by 10.
    connection = Redis.from_url(settings().redis_url, socket_timeout=None)
    serializer = JSONSerializer
    worker = Worker(
        [Queue(queue, connection=connection, serializer=serializer) for queue in queues],
        connection=connection,
        serializer=serializer,
        worker_ttl=20,
        maintenance_interval=5,
    )
    worker.work(logging_level="WARNING")


if __name__ == "__main__":
    if not sys.argv[1:] or not set(sys.argv[1:]) <= set(QUEUES):
        sys.exit(f"usage: python -m workers.run QUEUE …, of {', '.join(QUEUES)}")
    main(sys.argv[1:])
