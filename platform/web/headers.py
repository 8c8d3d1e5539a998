"""What every answer says to the browser about itself."""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

from web.cookies import is_secure

# Pico draws its small icons as data: pictures; everything else comes from this site, and nothing stands inline.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
TLS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}


async def add_headers(message: Message, scope: Scope) -> None:
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in (HEADERS | (TLS_ONLY if is_secure() else {})).items():
        headers.setdefault(name, value)
    # Pages differ by language and by reader, and may hold what only this reader should see.
    headers.setdefault("Cache-Control", "no-store")
