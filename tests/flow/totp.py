"""What an authenticator app does (RFC 6238)."""

import base64
import hashlib
import hmac
import struct
import time


def code(secret, steps_on=0, now=None):
    """The six digits; `secret`: base 32 without padding, as the server shows it."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int(time.time() if now is None else now) // 30 + steps_on
    mac = hmac.new(key, struct.pack(">q", step), hashlib.sha1).digest()
    offset = mac[-1] & 15
    number = struct.unpack(">I", mac[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
