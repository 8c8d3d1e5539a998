"""Twilio's Messages API, as far as it goes: no idempotency, two POSTs are two messages."""

import asyncio
import re
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotAuthorizedException
from litestar.params import FromPath, JSONBody

from sandbox.carrier import API_VERSION
from sandbox.gateway import Gateway
from sandbox.guards import not_from_another_site, only_the_account
from sandbox.listing import listing
from sandbox.plan import Fate, Plan
from sandbox.resource import refusal, resource
from sandbox.store import TO_PHONE, Draft

Answer = Response[dict[str, Any]]
E164 = re.compile(r"\+[1-9][0-9]{7,14}")
LONGEST_BODY = 1600


async def form_of(request: Request[Any, Any, Any]) -> dict[str, str]:
    return dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))


@post("/Messages.json")
async def create_message(request: Request[Any, Any, Any], gateway: NamedDependency[Gateway]) -> Answer:
    form = await form_of(request)
    fate = gateway.plan.fate()
    if fate is Fate.TOO_MANY:
        return refusal(20429)
    if fate is Fate.FAILS_BEFORE:
        return refusal(20500)
    if code := what_is_wrong(form, gateway.plan):
        return refusal(code)
    answer = accept(form, gateway)
    if fate is Fate.HANGS_AFTER:
        await asyncio.sleep(gateway.plan.hang_seconds)
    return refusal(20500) if fate is Fate.FAILS_AFTER else answer


def what_is_wrong(form: dict[str, str], plan: Plan) -> int | None:
    to, body = form.get("To"), form.get("Body")
    if not to:
        return 21604
    if not E164.fullmatch(to):
        return 21211
    if not form.get("From") and not form.get("MessagingServiceSid"):
        return 21603
    if not body:
        return 21602
    if len(body) > LONGEST_BODY:
        return 21617
    return 21610 if to in plan.opted_out else None


def accept(form: dict[str, str], gateway: Gateway) -> Answer:
    draft = Draft(
        direction=TO_PHONE,
        sender=form.get("From"),
        recipient=form["To"],
        body=form["Body"],
        status="queued",
        service=form.get("MessagingServiceSid"),
        report_to=form.get("StatusCallback"),
    )
    message = gateway.store.add(draft)
    gateway.carrier.carry(message)
    return Response(resource(message, gateway.config.account_sid), status_code=201)


@get("/Messages.json")
async def list_messages(request: Request[Any, Any, Any], gateway: NamedDependency[Gateway]) -> Answer:
    try:
        return Response(listing(gateway, dict(request.query_params)))
    except ValueError:
        return refusal(20001)


@get("/Messages/{name:str}")
async def get_message(name: FromPath[str], gateway: NamedDependency[Gateway]) -> Answer:
    message = gateway.store.find(name.removesuffix(".json"))
    return Response(resource(message, gateway.config.account_sid)) if message else refusal(20404)


@post("/_plan", status_code=200, guards=[not_from_another_site])
async def set_plan(data: JSONBody[Plan], gateway: NamedDependency[Gateway]) -> Plan:
    """The whole plan at once: what it does not name goes right."""
    gateway.plan = data
    return data


def not_authorized(_: Request[Any, Any, Any], __: NotAuthorizedException) -> Answer:
    return refusal(20003)


api = Router(
    f"/{API_VERSION}/Accounts/{{account:str}}",
    route_handlers=[create_message, list_messages, get_message],
    guards=[only_the_account],
    exception_handlers={NotAuthorizedException: not_authorized},
)
