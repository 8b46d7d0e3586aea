"""What reading has found out about its rules, kept between runs in the user's own cache: analyses of expressions.

It changes nothing in what is read, only how soon the first release is. It is JSON in a folder of the user's, since a
store may come from somebody else.
"""

import json
import platform
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex


@cache
def recall() -> int:
    """Let this process know what an earlier one of the same version has kept; gives how much that is."""
    from kg.text import needs, rule

    try:
        analyses = json.loads(_path().read_bytes())
        rule.prepare(needs.learn(analyses))
    except (OSError, ValueError, TypeError, AttributeError):
        # Nothing was kept, or somebody has changed it: all is found out again.
        return 0
    return len(analyses)


def keep() -> None:
    """Keep what this process has found out, if it is more than it was told; a folder that takes nothing is no fault."""
    if not recall.cache_info().currsize:
        return
    from kg.text import needs

    known = needs.known()
    if len(known) <= recall():
        return
    path = _path()
    part = path.with_name(f"{path.name}.{token_hex(8)}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(known), "utf-8")
        part.replace(path)


def _path() -> Path:
    from platformdirs import user_cache_path

    from kg.text import needs

    source = Path(needs.__file__).read_bytes()
    version = sha256(platform.python_version().encode() + source).hexdigest()[:16]
    return user_cache_path("osce-kg") / "reading" / f"rules-{version}.json"
