import re

import httpx
import pytest

from base.words import Words
from sandbox.cast import CAST, DROUGHT
from sandbox.wording import WORDING
from tests.sandbox.conftest import ACCOUNT, LIU, TOKEN, Site, post_message, until

CHINESE = re.compile("[\u4e00-\u9fff]")
NEWCOMER = "+8616000000007"


@pytest.fixture(autouse=True)
def may_post(visitor: httpx.AsyncClient) -> None:
    visitor.auth = httpx.BasicAuth(ACCOUNT, TOKEN)


def visible(page: str) -> str:
    """What a reader sees or hears: text and labels, without the other language's own name in the switch."""
    spoken = " ".join(re.findall(r'(?:aria-label|placeholder)="([^"]*)"', page))
    return re.sub(r"<[^>]+>", " ", re.sub(r'<a [^>]*hreflang="[^"]*">[^<]*</a>', " ", page)) + spoken


async def test_shows_the_whole_cast(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/")).text
    assert re.findall(r'data-phone="([^"]+)"', page) == [member.phone for member in CAST]
    assert all(member.name in page for member in CAST)


async def test_says_what_it_is_and_what_to_try(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/?lang=en")).text
    for key in ("fact_sandbox", "fact_places", "fact_hours", "try_first"):
        assert WORDING[key].en in page
    assert DROUGHT.en in page


async def test_texts_stand_on_their_side_with_their_time(visitor: httpx.AsyncClient) -> None:
    await visitor.post(f"/phones/{LIU}/send", data={"body": "我说的"})
    await post_message(visitor, Body="您听的")
    page = (await visitor.get("/")).text
    bubbles = re.findall(r'data-direction="(\w+)">\s*<bdi class="body">([^<]*)</bdi>.*?datetime="([^"]+)"', page, re.DOTALL)
    assert [bubble[:2] for bubble in bubbles] == [("out", "我说的"), ("in", "您听的")]
    assert all(at.endswith("+00:00") for *_, at in bubbles)


async def test_a_body_is_text_and_nothing_else(visitor: httpx.AsyncClient) -> None:
    await post_message(visitor, Body='<script>alert(1)</script>"\u202eabc\x07回复“接 <b>1</b>”')
    page = (await visitor.get("/")).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "\x07" not in page
    assert "\u2407" in page


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_no_page_mixes_the_languages(visitor: httpx.AsyncClient, language: str) -> None:
    page = visible((await visitor.get("/", params={"lang": language})).text)
    if language == "en":
        assert not CHINESE.search(page)
    else:
        assert not re.search("[A-Za-z]{2,}", page)


def test_every_word_stands_in_both_languages_with_the_same_gaps() -> None:
    def gaps(text: str) -> list[str]:
        return sorted(re.findall(r"{\w+}", text))

    for words in WORDING.values():
        assert isinstance(words, Words)
        assert words.zh
        assert words.en
        assert gaps(words.zh) == gaps(words.en)
        assert words.zh.count("|") == words.en.count("|")


async def test_a_text_that_the_site_did_not_take_says_so(visitor: httpx.AsyncClient, site: Site) -> None:
    site.answers = [403] * 3
    await visitor.post(f"/phones/{LIU}/send", data={"body": "您好"})
    await until(lambda: len(site.calls) == 3)
    assert "没有送到：网站回答 403" in (await visitor.get("/")).text


async def test_a_text_to_a_site_that_is_down_says_so(visitor: httpx.AsyncClient, site: Site) -> None:
    site.unreachable = True
    await visitor.post(f"/phones/{LIU}/send", data={"body": "您好"})
    await until(lambda: site.attempts == 3)
    assert "没有送到：网站没有应答" in (await visitor.get("/")).text


async def test_other_phones_can_be_added_and_removed(visitor: httpx.AsyncClient) -> None:
    page = (await visitor.get("/", params={"phone": [LIU, "16010000001", LIU]})).text
    assert re.findall(r'data-phone="([^"]+)"', page) == [LIU, "+8616010000001"]
    removal = re.search(r'class="remove" href="([^"]+)"', page)
    assert removal
    page = (await visitor.get(removal[1].replace("&amp;", "&"))).text
    assert re.findall(r'data-phone="([^"]+)"', page) == ["+8616010000001"]


@pytest.mark.parametrize("written", ["abc", "12", '"><script>', "9" * 40])
async def test_what_is_no_phone_comes_back_with_its_error(visitor: httpx.AsyncClient, written: str) -> None:
    answer = await visitor.get("/", params={"phone": [LIU, written]})
    assert answer.status_code == 400
    assert WORDING["add_wrong"].zh in answer.text
    assert re.findall(r'data-phone="([^"]+)"', answer.text) == [LIU]
    assert "<script>" not in answer.text


async def test_without_scripts_a_text_is_sent_by_a_plain_form(visitor: httpx.AsyncClient) -> None:
    back = f"lang=en&phone=%2B{LIU[1:]}&phone=%2B{NEWCOMER[1:]}"
    answer = await visitor.post(f"/phones/{NEWCOMER}/send", data={"body": "hello", "back": back})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/?{back}&show=%2B{NEWCOMER[1:]}#phone-{NEWCOMER[1:]}"
    page = (await visitor.get(answer.headers["location"])).text
    assert "hello" in page
    assert '<html lang="en">' in page


async def test_an_empty_text_comes_back_to_its_card_with_an_error(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.post(f"/phones/{LIU}/send", data={"body": " "})
    assert answer.status_code == 400
    assert answer.text.count(WORDING["empty_body"].zh) == 1


async def test_the_way_back_never_leaves_the_page(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.post(f"/phones/{LIU}/send", data={"body": "hi", "back": "//evil.test/?x=1"})
    assert answer.headers["location"].startswith("/?lang=")


@pytest.mark.parametrize(
    ("query", "header", "language"),
    [
        ("", "", "zh-CN"),
        ("", "en-GB,en;q=0.9,zh;q=0.5", "en"),
        ("", "fr,en;q=0.3,zh-TW;q=0.8", "zh-CN"),
        ("", "fr;q=x,,;q=", "zh-CN"),
        ("lang=zh", "en", "zh-CN"),
        ("lang=xx", "en", "en"),
    ],
)
async def test_speaks_the_reader_s_language(visitor: httpx.AsyncClient, query: str, header: str, language: str) -> None:
    answer = await visitor.get(f"/?{query}", headers={"accept-language": header})
    assert f'<html lang="{language}">' in answer.text


async def test_the_language_is_kept(visitor: httpx.AsyncClient) -> None:
    await visitor.get("/?lang=en")
    assert '<html lang="en">' in (await visitor.get("/")).text


async def test_the_page_keeps_to_itself(visitor: httpx.AsyncClient) -> None:
    answer = await visitor.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not re.search(r"<style|style=|\son\w+=|<script>", answer.text)
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text):
        found = await visitor.get(address)
        assert found.status_code == 200
        assert "immutable" in found.headers["cache-control"]
