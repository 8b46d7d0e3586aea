"""From bytes to text, or a refusal that says what is wrong with the bytes."""

import re

from kg.errors import ReleaseRefused

LARGEST = 5 * 1024 * 1024
"""Bytes; nothing larger is a press release."""

MOST_LINES = 200_000
_LOOKED_AT = 65_536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']?([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)


def check(name: str, data: bytes) -> None:
    """Raise `ReleaseRefused` for bytes that are no text, or too many."""
    if not data.strip():
        raise ReleaseRefused(name, "empty file")
    if len(data) > LARGEST:
        raise ReleaseRefused(name, f"larger than {LARGEST // 1024**2} MiB; give one release a file")
    if data.count(b"\n") > MOST_LINES:
        raise ReleaseRefused(name, f"more than {MOST_LINES:,} lines; give one release a file")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReleaseRefused(name, "UTF-16 text; save it as UTF-8")
    sample = data[:_LOOKED_AT]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or 5 * controls > len(sample):
        raise ReleaseRefused(name, "binary file; give text, Markdown, HTML or a feed")


def decode(name: str, data: bytes) -> str:
    """The bytes as UTF-8 without a byte order mark; raises `ReleaseRefused` naming the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReleaseRefused(
            name,
            f"not UTF-8: byte 0x{error.object[error.start]:02X} at position {error.start}; save it as UTF-8",
        ) from None


def decode_markup(name: str, data: bytes) -> str:
    """HTML or XML as text: UTF-8, or the encoding that it declares in its first kilobytes.

    UTF-8 goes first because pages that were saved again often keep the old declaration, and text in another
    encoding is almost never valid UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data[:4096])
        encoding = (declared[1] or declared[2]).decode("ascii") if declared else ""
        if encoding.lower().replace("-", "").replace("_", "") in {"", "utf8", "utf16", "utf32"}:
            return decode(name, data)
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            raise ReleaseRefused(
                name,
                f"neither UTF-8 (byte 0x{data[error.start]:02X} at position {error.start})"
                f" nor the declared {encoding}; save it as UTF-8",
            ) from None
