"""The HTTP edge of the SMS line: signed webhooks, written down and answered at once. What they mean is the inbox's."""

from typing import Any

from litestar import Request, Response, post
from litestar.exceptions import ClientException, PermissionDeniedException
from litestar.params import FromPath

from base.settings import settings
from base.work import transaction
from inbox.receive import receive
from messages import callbacks, signatures
from web.forms import clean, raw_form
from web.paths import number

NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
SID_LENGTH = {"inbound": 64, "status": 34}
STATUS_LENGTH = 16


async def signed_form(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The fields of a webhook that really is the gateway's; 403 otherwise.

    The address is put together from its raw parts: `str(request.url)` decodes the path, and then no signature fits.
    """
    params = await raw_form(request)
    path = request.scope["raw_path"].decode("latin-1")
    query = request.scope["query_string"].decode("latin-1")
    url = settings().public_url + path + (f"?{query}" if query else "")
    signature = request.headers.get("x-twilio-signature", "")
    if not signatures.valid(settings().sms_auth_token, url, params, signature):
        raise PermissionDeniedException
    return {name: clean(value) for name, value in params.items()}


@post("/sms/inbound", status_code=200, exclude_from_csrf=True)
async def receive_sms(request: Request[Any, Any, Any]) -> Response[str]:
    form = await signed_form(request)
    sid = form.get("MessageSid", "")
    if not 0 < len(sid) <= SID_LENGTH["inbound"] or not form.get("From"):
        raise ClientException("MessageSid or From is missing")
    async with transaction():
        await receive(sid, form["From"], form.get("To", ""), form.get("Body", ""))
    return Response(NOTHING_TO_SAY, media_type="text/xml")


@post("/sms/status/{message_id:str}", status_code=204, exclude_from_csrf=True)
async def receive_status(request: Request[Any, Any, Any], message_id: FromPath[str]) -> None:
    form = await signed_form(request)
    sid, status, code = (form.get(name, "") for name in ("MessageSid", "MessageStatus", "ErrorCode"))
    if 0 < len(sid) <= SID_LENGTH["status"] and 0 < len(status) <= STATUS_LENGTH:
        await callbacks.report(number(message_id), sid, status, _code(code))


def _code(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else None
