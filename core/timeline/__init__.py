"""Lays the events out in time: which are shown, where each mark and label goes. Numbers only, no drawing.

``prepare`` reads a list of events once; ``build_scene`` lays out a view of it; ``fit`` finds the time to
show, ``reach`` all the time there is.
"""

from core.timeline.building import build_scene
from core.timeline.table import EventTable, prepare
from core.timeline.window import fit, reach

__all__ = ["EventTable", "build_scene", "fit", "prepare", "reach"]
