import pytest

from messages.signatures import sign, valid

TOKEN = "12345"
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"


def call_from(phone: str) -> dict[str, str]:
    return {
        "To": "+18005551212",
        "From": phone,
        "Digits": "1234",
        "CallSid": "CA1234567890ABCDE",
        "Caller": phone,
    }


@pytest.mark.parametrize(
    ("phone", "signature"),
    [
        ("+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        ("+14158675310", "GvWf1cFY/Q7PnoempGyD5oXAezc="),
        ("+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ="),
    ],
)
def test_signs_the_examples_that_twilio_publishes(phone: str, signature: str) -> None:
    assert sign(TOKEN, URL, call_from(phone)) == signature
    assert valid(TOKEN, URL, call_from(phone), signature)


def test_a_chinese_body_is_signed_in_utf_8() -> None:
    params = {"Body": "客厅的灯泡坏了", "From": "+8616000000006"}
    assert valid(TOKEN, URL, params, sign(TOKEN, URL, params))


@pytest.mark.parametrize("signature", ["", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "签名", "\udcff", "x" * 10_000])
def test_a_wrong_signature_is_refused_and_never_raises(signature: str) -> None:
    assert not valid(TOKEN, URL, call_from("+14158675309"), signature)


def test_a_changed_field_or_address_or_token_breaks_it() -> None:
    params = call_from("+14158675309")
    signature = sign(TOKEN, URL, params)
    assert not valid(TOKEN, URL, params | {"Digits": "1235"}, signature)
    assert not valid(TOKEN, URL + "&baz=3", params, signature)
    assert not valid("54321", URL, params, signature)
