from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.jobs import Cancelled, Job, Progress, Report


def test_a_job_that_breaks_down_is_reported_all_the_same(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(project: Path, progress: Progress, cancelled: Cancelled) -> Report:
        raise RuntimeError("the reader has gone away")

    job = Job(work, tmp_path / "p.twotrack")
    with qtbot.waitSignal(job.reported) as done:
        job.start()
    job.wait()
    report: Report = done.args[0]
    assert "the reader has gone away" in report.error
    assert "Traceback" in capsys.readouterr().err
