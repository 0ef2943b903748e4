from pytestqt.qtbot import QtBot

from gui.elided import ElidedLabel


def test_a_long_line_gives_way_and_is_whole_again_with_room(qtbot: QtBot) -> None:
    label = ElidedLabel("Karabakh Armenians lay down their arms after one day of war in the mountains")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 60 < label.sizeHint().width()
    label.resize(label.sizeHint())
    label.show()
    whole = label.grab().toImage()
    label.resize(100, label.height())
    cut = label.grab().toImage()
    assert cut.copy(0, 0, 40, cut.height()) == whole.copy(0, 0, 40, cut.height())
    assert cut.copy(40, 0, 60, cut.height()) != whole.copy(40, 0, 60, cut.height())
