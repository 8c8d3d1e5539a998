class ServerError(Exception):
    """An embedded server cannot be had; the text says why, in one line."""
