"""Fifty phones say yes at once, by signed webhooks against the running program."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx

from tests.commands.program import ROOT, Program, environment
from tests.program.gateway import Gateway

ROUNDS, PHONES = int(os.environ.get("ROUNDS", "5")), 50
# Far from the people of the story, who are on the same program.
RESIDENT, GAOQIAO = "+8616099900099", "421281107202"
VOLUNTEERS = [f"+861609990{n:04}" for n in range(PHONES)]


def enrol(data: Path, folder: Path) -> None:
    file = folder / "fifty.csv"
    lines = [f"{RESIDENT},高大爷,zh-CN,{GAOQIAO},居民,,,,,,"]
    lines += [f"{phone},志愿者{n},zh-CN,{GAOQIAO},志愿者,电工,,,每天,15,50" for n, phone in enumerate(VOLUNTEERS)]
    header = "phone,name,language,area_code,roles,skills,lat,lon,hours,radius_km,weekly_limit"
    file.write_text("\n".join([header, *lines]), "utf-8")
    command = [sys.executable, "-m", "commands.main", "import", "people", str(file), "--data", str(data)]
    subprocess.run(command, env=environment({}), cwd=ROOT, check=True, capture_output=True)


async def test_of_fifty_at_once_one_wins_and_forty_nine_are_told(program: Program, tmp_path: Path) -> None:
    enrol(program.data, tmp_path)
    gateway = Gateway(f"http://127.0.0.1:{program.port}", program.data)
    limits = httpx.Limits(max_connections=PHONES)
    async with httpx.AsyncClient(limits=limits, timeout=30, trust_env=False) as client:
        for _ in range(ROUNDS):
            ref = await wish_for_a_bulb(client, gateway)
            answers = await asyncio.gather(*(gateway.deliver(client, phone, f"接{ref}") for phone in VOLUNTEERS))
            assert {answer.status_code for answer in answers} == {200}
            held, taken = await until_all_are_told(gateway, ref)
            assert (held, taken) == (1, PHONES - 1)


async def wish_for_a_bulb(client: httpx.AsyncClient, gateway: Gateway) -> int:
    before = len(gateway.arrived(RESIDENT))
    await gateway.deliver(client, RESIDENT, "厨房的灯泡坏了,够不着,想请人换一下")
    for _ in range(200):
        opened = [re.search(r"编号(\d+)", body) for _, body, _ in gateway.arrived(RESIDENT)[before:]]
        if opened and opened[0]:
            return int(opened[0][1])
        await asyncio.sleep(0.05)
    raise AssertionError("the wish was never opened")


async def until_all_are_told(gateway: Gateway, ref: int) -> tuple[int, int]:
    """How many of the fifty were given the wish, and how many were told that it is taken."""
    held = taken = 0
    for _ in range(400):
        told = [body for phone, body, _ in gateway.arrived() if phone in set(VOLUNTEERS)]
        held = sum(f"{ref}号由您负责" in body for body in told)
        taken = sum(f"{ref}号已经有人接了" in body for body in told)
        if held + taken >= PHONES:
            break
        await asyncio.sleep(0.05)
    return held, taken
