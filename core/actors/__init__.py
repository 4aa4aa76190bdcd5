"""The cast of an article: who is named in it, and who they are.

matching      every wording of the knowledge in a text, in one pass
naming        what the matches mean together: names, bodies, titles and whose they are
tagging       words that look like a person's name; `everyday`, words that don't
spotting      unknown names in one column, and what supports them
names         persons whom the knowledge doesn't hold; `organisations`, such bodies
finding       all of these, as one stage (`find`)
reference     what the article's day decides: offices to holders, surnames, "his counterpart" (`link`)
identity      one id for every spelling of an unknown name
agreement     what a whole corpus settles: one label each
ner_camel     camel-tools' recogniser as a further engine
"""

from core.actors.finding import find, office_of, roles
from core.actors.reference import link

__all__ = ["find", "link", "office_of", "roles"]
