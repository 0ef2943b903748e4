"""A pytest plugin that makes PySide6 unimportable: ``core`` must work where Qt is not installed."""

import sys

for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # type: ignore[assignment] # the documented way to forbid an import
