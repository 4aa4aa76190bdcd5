"""actors."""

from core import ui

ui.start("actors")
