"""The site: `uvicorn web.app:create_app --factory`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from litestar import Litestar
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.static_files import create_static_files_router

from base.db import pool
from web import board, errors, health, home, language, mine, new_wish, sign_in, sms, wishes
from web.csrf import own_forms_only
from web.dispatch import batch, overview, reasons, weights
from web.headers import add_headers
from web.jobs import counter, marks, posting_desk, public, slips, station_edit, trainings, walk_ins
from web.reader import provide_reader

STATIC = Path(__file__).parent / "static"
MOST_BYTES = 64 * 1024
MOST_PARTS = 2_500
YEAR_SECONDS = 365 * 24 * 3600
HANDLERS = [
    home.show_home,
    board.show_board,
    new_wish.show_form,
    new_wish.create_wish,
    *wishes.HANDLERS,
    overview.show_overview,
    reasons.show_reasons,
    *batch.HANDLERS,
    *weights.HANDLERS,
    *posting_desk.HANDLERS,
    *counter.HANDLERS,
    *marks.HANDLERS,
    *slips.HANDLERS,
    *station_edit.HANDLERS,
    *trainings.HANDLERS,
    *walk_ins.HANDLERS,
    *public.HANDLERS,
    mine.show_mine,
    language.switch_language,
    *sign_in.HANDLERS,
    sms.receive_sms,
    sms.receive_status,
    health.healthz,
    health.readyz,
]


@asynccontextmanager
async def with_database(_: Litestar) -> AsyncIterator[None]:
    async with pool():
        yield


def create_app() -> Litestar:
    static = create_static_files_router(
        path="/static",
        directories=[STATIC],
        cache_control=CacheControlHeader(max_age=YEAR_SECONDS, immutable=True),
        exception_handlers={ValueError: errors.on_bad_path},
    )
    return Litestar(
        route_handlers=[*HANDLERS, static],
        dependencies={"reader": Provide(provide_reader)},
        guards=[own_forms_only],
        exception_handlers=errors.HANDLERS,
        before_send=[add_headers],
        lifespan=[with_database],
        request_max_body_size=MOST_BYTES,
        multipart_form_part_limit=MOST_PARTS,
        openapi_config=None,
        logging_config=None,
    )
