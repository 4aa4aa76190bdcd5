"""words."""

from core import ui

ui.start("words")
