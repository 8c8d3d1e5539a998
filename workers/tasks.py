"""What a bell wakes. Each is three lines: say that it was heard, call the domain, ring on."""

from base import bell
from inbox.handle import handle_new
from jobs.tend import tend_due as tend_jobs
from messages.drain import drain as drain_outbox
from messages.reconcile import reconcile as reconcile_outbox
from volunteers.standing import refresh_due
from wishes.night import learn_when_due
from wishes.tend import tend_due as tend_wishes
from workers import program


def inbox() -> None:
    bell.heard("inbox")
    program.run(program.lanes(handle_new))


def tend() -> None:
    bell.heard("tend")
    program.run(program.lanes(refresh_due, tend_wishes, tend_jobs))


def night() -> None:
    bell.heard("night")
    program.run(learn_when_due())


def drain() -> None:
    bell.heard("drain")
    if program.run(drain_outbox(program.transport())):
        bell.ring_now("drain")


def reconcile() -> None:
    bell.heard("reconcile")
    if program.run(reconcile_outbox(program.transport())):
        bell.ring_now("drain")
