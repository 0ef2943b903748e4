"""What starts the window."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("numpy", "matplotlib", "pandas", "pydantic", "spacy", "dateparser", "trafilatura")
TELL = f"import sys, gui.app; print(*[name for name in {HEAVY} if name in sys.modules])"


def test_nothing_heavy_is_imported_before_the_window_stands() -> None:
    done = subprocess.run([sys.executable, "-c", TELL], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_screenshot_has_the_size_asked_for(tmp_path: Path) -> None:
    text = "Envoys of Sudan's army and the Rapid Support Forces met in Geneva on 6 May 2024 for talks.\n"
    (tmp_path / "geneva.txt").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "twotrack.py",
        "--screenshot",
        str(tmp_path / "window.png"),
        "--size",
        "1000x640",
    ]
    subprocess.run([*command, str(tmp_path / "geneva.txt")], cwd=ROOT, capture_output=True, check=True)
    from PySide6.QtGui import QImage

    picture = QImage(str(tmp_path / "window.png"))
    assert (picture.width(), picture.height()) == (1000, 640)
