from tests.messages.conftest import gateway

__all__ = ["gateway"]
