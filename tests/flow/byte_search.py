"""Looks for plates in bytes, in every spelling and encoding a leak may have."""

import base64
import urllib.parse


def spellings(plate):
    """`plate`: canonical, one digit, three letters, three digits."""
    parts = (plate[0], plate[1:4], plate[4:])
    joined = [separator.join(parts) for separator in ("", "-", " ", ".", "_", "\u00b7")]
    both = joined + [text.lower() for text in joined] + [plate.capitalize(), plate[::-1]]
    return list(dict.fromkeys(both))


def base64_cores(raw):
    """The characters that do not depend on neighbours, at each of three offsets."""
    for offset in range(3):
        text = base64.b64encode(b"\0" * offset + raw)
        first = -(-offset * 8 // 6)
        last = (offset + len(raw)) * 8 // 6
        yield text[first:last]


def encodings(text):
    """name -> bytes."""
    raw = text.encode()
    found = {"plain": raw, "utf-16-le": text.encode("utf-16-le"),
             "utf-16-be": text.encode("utf-16-be"), "utf-32-le": text.encode("utf-32-le"),
             "hex": raw.hex().encode(), "HEX": raw.hex().upper().encode(),
             "percent": "".join(f"%{byte:02X}" for byte in raw).encode(),
             "url": urllib.parse.quote(text, safe="").encode(),
             "json": "".join(f"\\u{ord(c):04x}" for c in text).encode(),
             "xml": "".join(f"&#{ord(c)};" for c in text).encode(),
             "xml hex": "".join(f"&#x{ord(c):X};" for c in text).encode()}
    for number, core in enumerate(base64_cores(raw)):
        found[f"base64 at {number}"] = core
        found[f"base64url at {number}"] = core.replace(b"+", b"-").replace(b"/", b"_")
    return found


class PlateSearch:
    def __init__(self, plates):
        self._patterns = {}  # bytes -> what it is
        for plate in plates:
            for spelling in spellings(plate):
                for encoding, pattern in encodings(spelling).items():
                    self._patterns.setdefault(pattern, f"{spelling} ({encoding})")

    def __len__(self):
        return len(self._patterns)

    def found_in(self, haystack):
        return [what for pattern, what in self._patterns.items() if pattern in haystack]

    def found_below(self, folder):
        """(file, what) of everything found in the files of a folder and in their names."""
        found = []
        for file in sorted(folder.rglob("*")):
            content = file.read_bytes() if file.is_file() else b""
            found += [(file.name, what)
                      for what in self.found_in(file.name.encode() + b"\n" + content)]
        return found
