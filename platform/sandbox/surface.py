"""Templates, static files and the headers that keep a page to itself."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.datastructures import CacheControlHeader, ResponseHeader
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

HERE = Path(__file__).parent
# htmx lies with the site's own files: one copy in the house. By path, for the gateway knows nothing of the site.
DIRECTORIES = (HERE / "static", HERE.parent / "web" / "static")

SECURITY = [
    ResponseHeader(
        name="content-security-policy",
        value="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ResponseHeader(name="x-content-type-options", value="nosniff"),
    ResponseHeader(name="referrer-policy", value="same-origin"),
]

static_files = create_static_files_router(
    "/static", list(DIRECTORIES), cache_control=CacheControlHeader(max_age=31_536_000, immutable=True)
)


@cache
def static(name: str) -> str:
    """The address changes with the content, so that a browser may keep it for ever."""
    path = next(folder / name for folder in DIRECTORIES if (folder / name).is_file())
    return f"/static/{name}?v={sha256(path.read_bytes()).hexdigest()[:12]}"


_environment = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.globals["static"] = static
templates: TemplateConfig[JinjaTemplateEngine] = TemplateConfig(instance=JinjaTemplateEngine(engine_instance=_environment))
