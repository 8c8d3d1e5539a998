"""A worker program: `python -m workers.run QUEUE`. It ends when Redis does, and is started again by its supervisor."""

import logging
import sys

from redis import Redis
from rq import Queue, SimpleWorker
from rq.serializers import JSONSerializer

from base.settings import settings

QUEUES = ("desk", "sender")


def main(queue: str) -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
    # Blocking on a queue takes longer than redis-py 8 waits for an answer by default.
    connection = Redis.from_url(settings().redis_url, socket_timeout=None, health_check_interval=30)
    serializer = JSONSerializer
    worker = SimpleWorker(
        [Queue(queue, connection=connection, serializer=serializer)],
        connection=connection,
        serializer=serializer,
        worker_ttl=20,
        maintenance_interval=5,
    )
    worker.work(logging_level="WARNING")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in QUEUES:
        sys.exit(f"usage: python -m workers.run {'|'.join(QUEUES)}")
    main(sys.argv[1])
