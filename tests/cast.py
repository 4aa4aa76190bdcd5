"""Who appears in the small corpora of the tests."""

from __future__ import annotations

from core.model import Actor, Kind

RUSSIA = Actor("ru", "روسيا", "Russia", Kind.COUNTRY)
AMERICA = Actor("us", "الولايات المتحدة", "United States", Kind.COUNTRY)
KREMLIN = Actor("ru-presidency", "الكرملين", "Kremlin", Kind.ORGANISATION, "m", "ru")
PESKOV = Actor("dmitry-peskov", "دميتري بيسكوف", "Dmitry Peskov", Kind.PERSON, "m", "ru")
LAVROV = Actor("sergei-lavrov", "سيرغي لافروف", "Sergei Lavrov", Kind.PERSON, "m", "ru")
GENEVA = Actor("geneva", "جنيف", "Geneva", Kind.PLACE)

#: Whom the knowledge does not hold, and whose name is no markup.
TIMERMAN = Actor("x-1", "هيكتور تيمرمان", None, Kind.PERSON, "m", None, known=False)
HOSTILE = Actor("x-hector", "هيكتور <b>", None, Kind.PERSON, known=False)
