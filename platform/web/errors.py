"""What goes wrong, said with the right status: a page in the reader's language, or a problem document (RFC 9457)."""

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect

from base.errors import Overtaken, Refused
from web.csrf import StaleForm
from web.i18n import N_, say
from web.language import language_of
from web.pages import NO_DEMO, render
from web.reader import NotSignedIn
from web.refusals import sentence

log = logging.getLogger(__name__)

# status -> what happened, and what to do about it.
SAID = {
    400: (N_("这个请求不完整"), N_("请返回上一页，检查后再试一次。")),
    403: (N_("这里不能进"), N_("这个页面不对您开放。")),
    404: (N_("没有这个页面"), N_("地址可能写错了，或者内容已经不在了。")),
    405: (N_("这个地址不能这样用"), N_("请从首页重新进入。")),
    409: (N_("现在不能这样做"), N_("情况刚刚变了，请刷新后再看。")),
    413: (N_("内容太长了"), N_("请删短一些再发。")),
    500: (N_("我们这边出错了"), N_("您的内容没有被保存，请过一会儿再试。")),
}
STALE = (N_("页面放得太久了"), N_("请返回上一页，刷新之后再提交一次。"))


def wants_page(request: Request[Any, Any, Any]) -> bool:
    return "text/html" in request.headers.get("accept", "")


def answer(
    request: Request[Any, Any, Any], status: int, said: tuple[str, str] | None = None, headers: dict[str, str] | None = None
) -> Response[Any]:
    language = language_of(request)
    title, advice = (say(language, words) for words in said or SAID.get(status) or SAID[400 if status < 500 else 500])
    if wants_page(request):
        html = render(request, language, "error.html", reader=None, city=NO_DEMO, status=status, title=title, advice=advice)
        return Response(html, status_code=status, media_type="text/html", headers=headers)
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": f"{title}。{advice}"}
    return Response(problem, status_code=status, media_type="application/problem+json", headers=headers)


def on_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    if error.status_code >= 500:
        return on_fault(request, error)
    headers = {"Allow": error.headers["allow"]} if error.headers and "allow" in error.headers else None
    return answer(request, error.status_code, headers=headers)


def on_bad_path(request: Request[Any, Any, Any], error: ValueError) -> Response[Any]:
    """A file name that no file system takes, with a NUL in it."""
    return answer(request, 404)


def on_stale_form(request: Request[Any, Any, Any], error: StaleForm) -> Response[Any]:
    return answer(request, 403, STALE)


def on_refused(request: Request[Any, Any, Any], error: Refused) -> Response[Any]:
    title, _ = SAID[409]
    return answer(request, 409, (title, sentence(language_of(request), error)))


def on_overtaken(request: Request[Any, Any, Any], error: Overtaken) -> Response[Any]:
    return answer(request, 409)


def on_not_signed_in(request: Request[Any, Any, Any], error: NotSignedIn) -> Redirect:
    return Redirect(f"/sign-in?next={quote(error.back)}", status_code=303)


def on_fault(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return answer(request, 500)


HANDLERS: dict[int | type[Exception], Any] = {
    HTTPException: on_http_error,
    StaleForm: on_stale_form,
    Refused: on_refused,
    Overtaken: on_overtaken,
    NotSignedIn: on_not_signed_in,
    500: on_fault,
}
