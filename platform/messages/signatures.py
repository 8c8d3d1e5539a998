"""Who really sent this webhook: HMAC-SHA1 over the address and the sorted fields, as Twilio computes it."""

import hmac
from base64 import b64encode
from collections.abc import Mapping


def sign(token: str, url: str, params: Mapping[str, str]) -> str:
    signed = url + "".join(name + value for name, value in sorted(params.items()))
    digest = hmac.digest(token.encode(), signed.encode("utf-8", "surrogatepass"), "sha1")
    return b64encode(digest).decode("ascii")


def valid(token: str, url: str, params: Mapping[str, str], signature: str) -> bool:
    # Compared as bytes: compare_digest refuses a str that is not ASCII, and the header is a stranger's.
    expected = sign(token, url, params).encode()
    return hmac.compare_digest(expected, signature.encode("utf-8", "replace"))
