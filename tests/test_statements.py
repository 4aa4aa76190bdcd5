"""Statements: cues with their complements, contents, speakers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import actors, dates, reference, statements
from core.knowledge import cues, world
from core.model import Article, Document, Mode, Period, Published, Statement


def read(text: str, day: date = date(2021, 4, 26)) -> list[Statement]:
    article = Article("a", "f.txt", text, published=Published(Period.day(day)))
    document = actors.find(Document(article), world.load())
    document = reference.link(dates.find(document), world.load())
    found = statements.find(document, world.load()).statements
    assert all(text[s.start : s.end] == s.text for s in found)
    return list(found)


def label(statement: Statement) -> str | None:
    return statement.speaker.label if statement.speaker else statement.speaker_surface


def told(text: str) -> list[tuple[str | None, str, str]]:
    return [(label(s), s.mode.value, s.text) for s in read(text)]


PESKOV, LAVROV, PUTIN = "دميتري بيسكوف", "سيرغي لافروف", "فلاديمير بوتين"
ZAKHAROVA, KREMLIN = "ماريا زاخاروفا", "الكرملين"

CASES = {
    "that": ("قال بيسكوف إن موسكو مستعدة للحوار.", [(PESKOV, "indirect", "موسكو مستعدة للحوار")]),
    "prepositional that": (
        "وأشار سيرغي لافروف إلى أن بلاده لن ترد.",
        [(LAVROV, "indirect", "بلاده لن ترد")],
    ),
    "a negation between preposition and matter is content": (
        "وأكد سيرغي لافروف على عدم وجود بديل.",
        [(LAVROV, "indirect", "على عدم وجود بديل")],
    ),
    "what kind of paper it is stands before its name": (
        'ذكرت صحيفة "واشنطن بوست"، الخميس، أن الرئيس قرر تغيير مستشاره.',
        [("واشنطن بوست", "indirect", "الرئيس قرر تغيير مستشاره")],
    ),
    "whom the verb speaks to is no part of its subject": (
        "وقال عمرو موسى لوزير الخارجية الأمريكي جون كيري إن الوضع صعب.",
        [("عمرو موسى", "indirect", "الوضع صعب")],
    ),
    "a title may be of what follows to": (
        "وقال مستشار لوزير الخارجية الأمريكي إن الوضع صعب.",
        [("مستشار لوزير الخارجية الأمريكي", "indirect", "الوضع صعب")],
    ),
    "close to somebody is somebody else": (
        "وقال مصدر مقرب من الرئيس فلاديمير بوتين إن الأمر محسوم.",
        [("مصدر مقرب من الرئيس فلاديمير بوتين", "indirect", "الأمر محسوم")],
    ),
    "… after according to": (
        "ووفقا لمصدر قريب من الرئيس بوتين، فإن القرار اتخذ أمس في موسكو.",
        [("مصدر قريب من الرئيس بوتين", "indirect", "القرار اتخذ أمس في موسكو")],
    ),
    "… as a plural": (
        "ووفقا لمصادر مقربة من الكرملين، فإن القرار اتخذ أمس في موسكو.",
        [("مصادر مقربة من الكرملين", "indirect", "القرار اتخذ أمس في موسكو")],
    ),
    "… whose own name follows": (
        "وقال المحلل المقرب من الكرملين سيرغي ماركوف إن الأمر محسوم.",
        [("سيرغي ماركوف", "indirect", "الأمر محسوم")],
    ),
    "words are no speaker": (
        "بحسب أقوال أقارب الراحل، فإن الحادث وقع مساء في المدينة.",
        [("أقارب الراحل", "indirect", "الحادث وقع مساء في المدينة")],
    ),
    "marks around a name are no part of it": (
        'وقالت "لجان التنسيق المحلية" إن القصف مستمر.',
        [("لجان التنسيق المحلية", "indirect", "القصف مستمر")],
    ),
    "a body after its minister": (
        "وصل وزير الخارجية السعودي عادل الجبير. وذكرت الوزارة أن الزيارة تستغرق يومين.",
        [("وزارة الخارجية السعودية", "indirect", "الزيارة تستغرق يومين")],
    ),
    "… not after two of them": (
        "التقى وزير الخارجية السعودي عادل الجبير وزير الخارجية الروسي سيرغي لافروف. وذكرت الوزارة أن الزيارة انتهت.",
        [("الوزارة", "indirect", "الزيارة انتهت")],
    ),
    "… nor of another kind": (
        "وصل وزير الخارجية السعودي عادل الجبير. وذكرت المحكمة أن الجلسة انتهت.",
        [("المحكمة", "indirect", "الجلسة انتهت")],
    ),
    "her words are not her ministry's": (
        "وقالت المتحدثة باسم الوزارة فيكتوريا نولاند إن الأمر خطير. وقالت إن الحوار مستمر.",
        [("فيكتوريا نولاند", "indirect", "الأمر خطير"), ("فيكتوريا نولاند", "indirect", "الحوار مستمر")],
    ),
    "a word that introduced a name points back": (
        "التقى السيناتور الأمريكي جون ماكين المعارضة. وقال السيناتور إن الدعم باق.",
        [("جون ماكين", "indirect", "الدعم باق")],
    ),
    "… also to a name that nobody knows": (
        "وصل الباحث الروسي إيفان تيموفسكي. وقالت زاخاروفا إن الغرب مخطئ. وأضاف الباحث أن الحل بعيد.",
        [(ZAKHAROVA, "indirect", "الغرب مخطئ"), ("إيفان تيموفسكي", "indirect", "الحل بعيد")],
    ),
    "… not if another word did": (
        "التقى السيناتور الأمريكي جون ماكين المعارضة. وقال القاضي إن الدعم باق.",
        [("القاضي", "indirect", "الدعم باق")],
    ),
    "what is done again is no part of who does it": (
        "وأعاد نائب المتحدث باسم الخارجية التأكيد على أن مصر تدعم الحل.",
        [("نائب المتحدث باسم الخارجية", "indirect", "مصر تدعم الحل")],
    ),
    "a family's name that stands first": (
        "وقال نائب رئيس الوزراء هان تشنغ إن الصين مستعدة. وقال هان إن السوق منفتحة.",
        [("هان تشنغ", "indirect", "الصين مستعدة"), ("هان تشنغ", "indirect", "السوق منفتحة")],
    ),
    "a source is another each time": (
        "وقال مصدر أمني إن الطريق مغلق. وقال مصدر إن الحادث وقع مساء.",
        [("مصدر أمني", "indirect", "الطريق مغلق"), ("مصدر", "indirect", "الحادث وقع مساء")],
    ),
    "until now is nobody": (
        "الجانب الروسي يرفض حتى الآن الكشف عن تفاصيل المقترح.",
        [("روسيا", "refusal", "الكشف عن تفاصيل المقترح")],
    ),
    "colon and quotation": (
        "وأضاف بيسكوف: «لا نرى سببا لذلك. سنرى غدا».",
        [(PESKOV, "direct", "لا نرى سببا لذلك. سنرى غدا")],
    ),
    "aside before the colon": (
        "وقال بيسكوف عن العقوبات الأمريكية الجديدة: “هذه الإجراءات تعوق تحسين العلاقات”.",
        [(PESKOV, "direct", "هذه الإجراءات تعوق تحسين العلاقات")],
    ),
    "colon without marks": (
        "وقال بوتين في كلمة له أمس: لا يجب تكرار ذلك في دول أخرى.",
        [(PUTIN, "direct", "لا يجب تكرار ذلك في دول أخرى")],
    ),
    "bare speech": ("قال سيرغي لافروف لا أعتقد ذلك أبدا.", [(LAVROV, "indirect", "لا أعتقد ذلك أبدا")]),
    "participle goes on": (
        "قال بيسكوف إن الحوار مستمر، مشيرا إلى أن القمة قريبة.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "القمة قريبة")],
    ),
    "silent subject agrees in gender": (
        "قالت ماريا زاخاروفا إن الأمر واضح. وقال بيسكوف إن الوقت مبكر. وأضافت أن الرد قادم.",
        [
            (ZAKHAROVA, "indirect", "الأمر واضح"),
            (PESKOV, "indirect", "الوقت مبكر"),
            (ZAKHAROVA, "indirect", "الرد قادم"),
        ],
    ),
    "participle of a verb that is no cue": (
        "وكان بوتين قد عقد اجتماعا مع الحكومة، مؤكدا أهمية الصناعة للبلاد.",
        [(PUTIN, "indirect", "أهمية الصناعة للبلاد")],
    ),
    "two cues lead one content": (
        "وتابع بيسكوف قائلا: «سنعمل على ذلك مع الجميع».",
        [(PESKOV, "direct", "سنعمل على ذلك مع الجميع")],
    ),
    "subject first": ("الكرملين أكد أن الموعد لم يتحدد.", [(KREMLIN, "indirect", "الموعد لم يتحدد")]),
    "the outlet's own voice holds another's": (
        "يذكر أن سيرغي لافروف كان أعلن أن بلاده سترد.",
        [(LAVROV, "indirect", "بلاده سترد")],
    ),
    "a body speaks": (
        "أعلنت وزارة الخارجية الروسية استعدادها لبدء المناقشات.",
        [("وزارة الخارجية الروسية", "indirect", "استعدادها لبدء المناقشات")],
    ),
    "refusal": (
        "كما رفض الكرملين التعليق على مدى توافق المفهومين.",
        [(KREMLIN, "refusal", "التعليق على مدى توافق المفهومين")],
    ),
    "denial": ("نفى الكرملين أن يكون قد تدخل.", [(KREMLIN, "indirect", "يكون قد تدخل")]),
    "relayed": (
        "ونقلت وكالة تاس عن سيرغي لافروف قوله إن الاجتماع كان مفيدا.",
        [(LAVROV, "indirect", "الاجتماع كان مفيدا")],
    ),
    "attribution after": (
        "لن تعقد القمة هذا الشهر في جنيف، بحسب الكرملين.",
        [(KREMLIN, "indirect", "لن تعقد القمة هذا الشهر في جنيف")],
    ),
    "distance ends the content": (
        "قال بيسكوف إن القرار عادل، على حد تعبيره.",
        [(PESKOV, "indirect", "القرار عادل")],
    ),
    "an unnamed source keeps its wording": (
        "وقال مصدر دبلوماسي إن المحادثات ستستأنف.",
        [("مصدر دبلوماسي", "indirect", "المحادثات ستستأنف")],
    ),
    "quotation first": (
        "«لا يمكننا أن نقبل بهذا الوضع أبدا»، قال بيسكوف للصحفيين.",
        [(PESKOV, "direct", "لا يمكننا أن نقبل بهذا الوضع أبدا")],
    ),
    "after an aside, a matter": (
        "وأعلن بوتين في بيان وقف المحادثات مع واشنطن.",
        [(PUTIN, "indirect", "وقف المحادثات مع واشنطن")],
    ),
    "the addressee is no speaker": (
        "قالت زاخاروفا إن الرد قادم. وحثت الأوروبيين على الحوار مع موسكو.",
        [(ZAKHAROVA, "indirect", "الرد قادم"), (ZAKHAROVA, "indirect", "على الحوار مع موسكو")],
    ),
    "subject, then object": (
        "واتهمت موسكو واشنطن بانتهاك الاتفاق.",
        [("روسيا", "indirect", "بانتهاك الاتفاق")],
    ),
    "called something": (
        'ووصف سيرغي لافروف هذه الاتهامات بأنها "هراء".',
        [(LAVROV, "indirect", 'هذه الاتهامات بأنها "هراء"')],
    ),
    "a document speaks for its owner": (
        "وجاء في بيان للكرملين أن الاتصال كان مفيدا.",
        [(KREMLIN, "indirect", "الاتصال كان مفيدا")],
    ),
    "a source before the content": (
        "ووفقا للكرملين، فإن القمة لن تعقد هذا العام.",
        [(KREMLIN, "indirect", "القمة لن تعقد هذا العام")],
    ),
    "a source before another's cue is a relay": (
        "ووفقا للكرملين، أشاد بوتين بالنجاحات الأخيرة.",
        [(PUTIN, "indirect", "بالنجاحات الأخيرة")],
    ),
    "who stands before a relative": (
        "وجاء الجواب من الكرملين نفسه الذي كشف عن خلافات كبيرة.",
        [(KREMLIN, "indirect", "عن خلافات كبيرة")],
    ),
    "a title points back": (
        "وقالت المتحدثة باسم الخارجية ماريا زاخاروفا إن الأمر واضح. وتابعت المتحدثة أن الرد قادم.",
        [(ZAKHAROVA, "indirect", "الأمر واضح"), (ZAKHAROVA, "indirect", "الرد قادم")],
    ),
    "an office without an article is nobody known": (
        "وقال متحدث باسم الكرملين إن الحوار مستمر.",
        [("متحدث باسم الكرملين", "indirect", "الحوار مستمر")],
    ),
    "a name between commas that nobody knows": (
        "وقال رئيس المختبر، غراهام بلوتش، إن النتائج واضحة.",
        [("غراهام بلوتش", "indirect", "النتائج واضحة")],
    ),
    "after a pause the next cue": (
        "قال بيسكوف إن الحوار مستمر، ورفض الكشف عن التفاصيل.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "refusal", "الكشف عن التفاصيل")],
    ),
    "a contrast even without a pause": (
        "قال بيسكوف إن الحوار مستمر لكنه حذر من أن الوقت ضيق.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "الوقت ضيق")],
    ),
    "what was said on another occasion": (
        "رحب بيسكوف بالقرار، وذلك خلال زيارة إلى جنيف.",
        [(PESKOV, "indirect", "بالقرار")],
    ),
    "a quotation within a quotation": (
        'وأضاف بوتين: "أبدا، لا نمارس "لعبة التغيير"، ونرفض التدخل".',
        [(PUTIN, "direct", 'أبدا، لا نمارس "لعبة التغيير"، ونرفض التدخل')],
    ),
    "an agency that names nobody": (
        "ونقلت وكالة تاس أن القمة لن تعقد هذا العام.",
        [("تاس", "indirect", "القمة لن تعقد هذا العام")],
    ),
    "as an agency relayed": (
        "ولن تعقد القمة هذا العام في جنيف، وفق ما نقلت وكالة تاس.",
        [("تاس", "indirect", "ولن تعقد القمة هذا العام في جنيف")],
    ),
    "a relative clause in between": (
        "وقال المسؤول الذي طلب عدم نشر اسمه: «لا توجد مناقشات مع واشنطن».",
        [("المسؤول", "direct", "لا توجد مناقشات مع واشنطن")],
    ),
    "a negation that asserts": (
        "ولم يستبعد بيسكوف أن تعقد القمة قريبا.",
        [(PESKOV, "indirect", "تعقد القمة قريبا")],
    ),
    "a definite subject, then the accused": (
        'وقالت منظمة "مراسلون بلا حدود" إن الوضع سيء. واتهمت المنظمة روسيا بخنق الأصوات.',
        [
            ("منظمة مراسلون بلا حدود", "indirect", "الوضع سيء"),
            ("منظمة مراسلون بلا حدود", "indirect", "بخنق الأصوات"),
        ],
    ),
    "the object of the verb before is no speaker": (
        "قال بيسكوف إن الوضع سيء. واعتبر الخطوة خطيرة، مضيفا أن الوقت ضيق.",
        [(PESKOV, "indirect", "الوضع سيء"), (PESKOV, "indirect", "الوقت ضيق")],
    ),
    "cited by a paper": (
        "وأفادت الصحيفة، نقلا عن مسؤولين طلبوا عدم كشف هويتهم، بأن الاتفاق قريب.",
        [("مسؤولين", "indirect", "الاتفاق قريب")],
    ),
    "some of many, before the verb's own preposition": (
        "وحذر عدد من أعضاء اللجنة من التعجل في إصدار القانون.",
        [("عدد من أعضاء اللجنة", "indirect", "من التعجل في إصدار القانون")],
    ),
    "a name behind an adjective is the object": (
        "وأبلغت مصادر دبلوماسية رويترز أن المنظمة فتحت تحقيقا.",
        [("مصادر دبلوماسية", "indirect", "المنظمة فتحت تحقيقا")],
    ),
    "… and a country": (
        "وحذرت وسائل الإعلام الرسمية الصينية واشنطن من تبني موقف متحيز.",
        [("وسائل الإعلام الرسمية الصينية", "indirect", "من تبني موقف متحيز")],
    ),
    "… but not behind a preposition": (
        "وأعلنت كيانات سياسية في العراق التوصل إلى اتفاق.",
        [("كيانات سياسية في العراق", "indirect", "التوصل إلى اتفاق")],
    ),
    "a name in brackets behind what it is": (
        "وحذرت وكالة (رويترز) للأنباء من أن الوضع صعب.",
        [("رويترز", "indirect", "الوضع صعب")],
    ),
    "when is no part of who": (
        "وذكرت وسائل إعلام حكومية في كوريا الشمالية في وقت متأخر من مساء الخميس أن الوضع هادئ.",
        [("وسائل إعلام حكومية في كوريا الشمالية", "indirect", "الوضع هادئ")],
    ),
    "who asks not to be named says something else": (
        "وقال مسؤول لرويترز طالبا عدم ذكر اسمه إن الأردن يعلق آمالا على القمة.",
        [("مسؤول", "indirect", "الأردن يعلق آمالا على القمة")],
    ),
    "who refuses to be named is named by what he is": (
        'وقال مسؤول أوروبي رفض كشف هويته "علينا أن نبقى موحدين في وجه كل هذا".',
        [("مسؤول أوروبي", "direct", "علينا أن نبقى موحدين في وجه كل هذا")],
    ),
    "an unknown woman before what she is": (
        "وقالت أصلي إيدنتسباس الخبيرة في المجلس إن الوضع صعب.",
        [("أصلي إيدنتسباس", "indirect", "الوضع صعب")],
    ),
    "a document is of its issuer, not of whom it quotes": (
        "وقالت الحكومة الروسية إن الأمر انتهى. وقال رجل في الشارع إن الوضع صعب. وأكد البيان أن الأمر محسوم.",
        [
            ("الحكومة الروسية", "indirect", "الأمر انتهى"),
            ("رجل في الشارع", "indirect", "الوضع صعب"),
            ("الحكومة الروسية", "indirect", "الأمر محسوم"),
        ],
    ),
    "what somebody is called by is no object": (
        "أعلنت ماريا زاخاروفا المتحدثة الرسمية باسم وزارة الخارجية الروسية للصحفيين أن الأمر محسوم.",
        [(ZAKHAROVA, "indirect", "الأمر محسوم")],
    ),
    "a bare noun behind a subject that its article closed": (
        "قالت تيريزا ماي إن موسكو مسؤولة عن الهجوم، واقترح بعض المسؤولين البريطانيين مقاطعة كأس العالم.",
        [
            ("تيريزا ماي", "indirect", "موسكو مسؤولة عن الهجوم"),
            ("بعض المسؤولين البريطانيين", "indirect", "مقاطعة كأس العالم"),
        ],
    ),
    "but somebody says": (
        "أشاد بيسكوف بالمحادثات مع القوى الكبرى لكن مسؤولين أوروبيين قالوا إن الأمر صعب.",
        [(PESKOV, "indirect", "بالمحادثات مع القوى الكبرى"), ("مسؤولين أوروبيين", "indirect", "الأمر صعب")],
    ),
    "while somebody asks": (
        "وقال بيسكوف إن المشروع جيد، فيما طلب النائب أحمد كمال ضرورة انتظار النتيجة.",
        [(PESKOV, "indirect", "المشروع جيد"), ("أحمد كمال", "indirect", "ضرورة انتظار النتيجة")],
    ),
    "a verb cannot go on with a noun": (
        'نددت موسكو بالقصف التركي لعفرين وطالبت "القوات الغازية" بالانسحاب من المدينة.',
        [("روسيا", "indirect", "بالقصف التركي لعفرين"), ("روسيا", "indirect", "بالانسحاب من المدينة")],
    ),
    "a verbal noun behind a bare one": (
        'وشدد بيسكوف على ضرورة مواصلة "مكافحة المنظمات الإجرامية الدولية الخطيرة".',
        [(PESKOV, "indirect", 'على ضرورة مواصلة "مكافحة المنظمات الإجرامية الدولية الخطيرة"')],
    ),
    "a request is no statement": ("وكان طلبهم أن يرحل الجميع.", []),
    "ascribed to somebody": (
        "ونسبت الصحيفة إلى مسؤولين قولهم إن القيادة تناقش الخيارات.",
        [("مسؤولين", "indirect", "القيادة تناقش الخيارات")],
    ),
    "who is going is who was named": (
        "قال وزير البيئة نيكولا أولو إن الأمر صعب. ورحبت موسكو بالقرار. وقال الوزير المستقيل إن القرار نهائي.",
        [
            ("نيكولا أولو", "indirect", "الأمر صعب"),
            ("روسيا", "indirect", "بالقرار"),
            ("نيكولا أولو", "indirect", "القرار نهائي"),
        ],
    ),
    "who is parted from his verb by what he is called": (
        "وكان روبرت وود، السفير الأميركي لشؤون نزع الأسلحة الذي حضر المؤتمر في جنيف، قال الأربعاء إن الأمر صعب.",
        [("روبرت وود", "indirect", "الأمر صعب")],
    ),
    "… and from a verb that describes": (
        "وكان أمين سر اللجنة التنفيذية، قد وصف القرار بالخطير.",
        [("أمين سر اللجنة التنفيذية", "indirect", "القرار بالخطير")],
    ),
    "… but a thing says nothing": (
        "وكان الاتفاق، الذي وقع العام الماضي، موضع خلاف، قال لافروف إنه انتهى.",
        [(LAVROV, "indirect", "انتهى")],
    ),
    "several told of before a relative": (
        "والتقى بيسكوف بوزراء خارجية دول الخليج الذين أعربوا عن دعمهم للتسوية، ولكنهم طالبوا بقرار ملزم.",
        [
            ("وزراء خارجية دول الخليج", "indirect", "عن دعمهم للتسوية"),
            ("وزراء خارجية دول الخليج", "indirect", "بقرار ملزم"),
        ],
    ),
    "a participle of a verb that looks like a preposition": (
        'وأوضح بيسكوف "لقد حاولوا المغادرة بحثا عن حياة أفضل"، مبينا أنهم رجال.',
        [(PESKOV, "direct", "لقد حاولوا المغادرة بحثا عن حياة أفضل"), (PESKOV, "indirect", "رجال")],
    ),
    "a name in marks ends before where it was said": (
        'وأكد "عوفير" في حواره أن الأمر محسوم.',
        [("عوفير", "indirect", "الأمر محسوم")],
    ),
    "to whom is no part of who": (
        "وقال مسؤولون أمريكيون للواشنطن بوست إن الشركة كبيرة. وصرح أحدهم لفرانس24 أن البلد لا يسير جيدا.",
        [("مسؤولون أمريكيون", "indirect", "الشركة كبيرة"), ("أحدهم", "indirect", "البلد لا يسير جيدا")],
    ),
    "… but of whom one is may be": (
        "وقال متحدث باسم مجلس الأمن القومي التابع للبيت الأبيض إن الأمر محسوم.",
        [("متحدث باسم مجلس الأمن القومي التابع للبيت الأبيض", "indirect", "الأمر محسوم")],
    ),
    "what an unnamed source refused": (
        "وذكرت متحدثة رفضت الإدلاء بأي تعليق حول الأمر أن المكتب فتح تحقيقا.",
        [("متحدثة", "indirect", "المكتب فتح تحقيقا")],
    ),
    "a head's superlative is no verb": (
        'وصرح عبد العزيز ديالو رئيس أبرز جمعية في البلاد "لقد طوق صيادون القرية كلها أمس".',
        [("عبد العزيز ديالو", "direct", "لقد طوق صيادون القرية كلها أمس")],
    ),
    "a name behind joined words": (
        "وقالت مساعدة الرئيس لشؤون المرأة والأسرة معصومة إبتكار إن الحكومة فعلت ذلك.",
        [("معصومة إبتكار", "indirect", "الحكومة فعلت ذلك")],
    ),
    "my own sight is no statement": ("ومما لفت نظري أيضا أن طالبا يجيد الإنجليزية.", []),
    "a number is no praise": ("وكان عددهم مائة واثني عشر مواطنا من المدينة.", []),
    'a nationality that begins as "to" does': (
        "وكانت مصادر ليبية قد ذكرت أن الأمر محسوم.",
        [("مصادر ليبية", "indirect", "الأمر محسوم")],
    ),
    "a noun of saying with its doer": (
        "وبعد إعلان واشنطن أنها ستنسحب من الاتفاق، قالت طهران إنها سترد.",
        [("الولايات المتحدة", "indirect", "ستنسحب من الاتفاق"), ("إيران", "indirect", "سترد")],
    ),
    "… and its preposition": (
        "وجاء ذلك بعد تحذير الرئيس فلاديمير بوتين من أن بلاده سترد.",
        [(PUTIN, "indirect", "بلاده سترد")],
    ),
    "… but a noun of saying alone says nothing": ("وجاء تصريح ترامب في واشنطن بعد إعلان الاتفاق.", []),
    "an unknown name after its title": (
        "وقال رئيس المنظمة كريستيان دوباري إن الوضع سيء.",
        [("كريستيان دوباري", "indirect", "الوضع سيء")],
    ),
    "an unnamed source and its listener": (
        "قال مسؤول أميركي للجزيرة إن القرار لم يتخذ بعد.",
        [("مسؤول أميركي", "indirect", "القرار لم يتخذ بعد")],
    ),
    "what is pointed at is no content": (
        "وأشار إلى ذلك سيرغي لافروف بقوله إن القرار لم يتخذ بعد.",
        [(LAVROV, "indirect", "القرار لم يتخذ بعد")],
    ),
    "thus spoke": (
        "«لن نقبل بأقل من انسحاب كامل للقوات»، هكذا قال بيسكوف.",
        [(PESKOV, "direct", "لن نقبل بأقل من انسحاب كامل للقوات")],
    ),
    "initials end no sentence": (
        "وقال المستشار إتش. آر. ماكماستر إن الوقت ضيق.",
        [("المستشار إتش. آر. ماكماستر", "indirect", "الوقت ضيق")],
    ),
    "a matter after appositions": (
        "وأعلن الكرملين، المتحالف مع دمشق، الأربعاء، رفضه لأي وجود عسكري هناك.",
        [(KREMLIN, "indirect", "رفضه لأي وجود عسكري هناك")],
    ),
    "a short charge": (
        "واتهم الكرملين، الثلاثاء، الفصائل المعارضة بشن هجوم.",
        [(KREMLIN, "indirect", "بشن هجوم")],
    ),
    "by name, which is no claim": (
        "وقال أحد السكان، ويدعى أبو القاسم، إن الوضع سيء.",
        [("أحد السكان", "indirect", "الوضع سيء")],
    ),
    "marks turned round": (
        "وقال بيسكوف لـ»العربية» إن الحوار مستمر.",
        [(PESKOV, "indirect", "الحوار مستمر")],
    ),
    "doubled apostrophes": (
        "وقال بوتين ''هذا هو موقف بلادنا الواضح''.",
        [(PUTIN, "direct", "هذا هو موقف بلادنا الواضح")],
    ),
    "two quotations of one": (
        'وقال بيسكوف: "تأكدنا من ذلك"، لكن "لا نعرف من فعله".',
        [(PESKOV, "direct", 'تأكدنا من ذلك"، لكن "لا نعرف من فعله')],
    ),
    "the accused is a pronoun": (
        "قال بيسكوف إن الحوار مستمر، واتهمها بانتهاك الاتفاق.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "بانتهاك الاتفاق")],
    ),
    "… and who accuses stands after it": (
        "وقعت الحكومة اتفاقا، وقد وصفته ماريا زاخاروفا بأنه هراء.",
        [(ZAKHAROVA, "indirect", "هراء")],
    ),
    "a pronoun for whom is spoken to": (
        "التقى بوتين الوزراء وطالبهم بتسريع العمل.",
        [(PUTIN, "indirect", "بتسريع العمل")],
    ),
    "… goes on within what is told": (
        "وأوضح بيسكوف أن بوتين اتصل بماكرون، وأبلغه أن الحوار مستمر.",
        [(PESKOV, "indirect", "بوتين اتصل بماكرون، وأبلغه أن الحوار مستمر")],
    ),
    "what alone stands before the description is what is described": (
        "قال بيسكوف إن الحوار مستمر. ووصف القرار بالخطير.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "القرار بالخطير")],
    ),
    "… after an office, a subject and what it describes": (
        "ووصف وزير الصناعة الإيراني الانتقادات بأنها دعاية.",
        [("وزير الصناعة الإيراني", "indirect", "الانتقادات بأنها دعاية")],
    ),
    "those called upon call for nothing": (
        "قال بيسكوف إن الوضع سيء. ودعا المجتمع الدولي إلى وقف القصف.",
        [(PESKOV, "indirect", "الوضع سيء"), (PESKOV, "indirect", "إلى وقف القصف")],
    ),
    "a participle's object": (
        "وصل بوتين إلى جنيف، معلنا انسحاب القوات من الجنوب.",
        [(PUTIN, "indirect", "انسحاب القوات من الجنوب")],
    ),
    "a participle without a pause": (
        "ندد بيسكوف بقصف الحديدة داعيا واشنطن إلى إدانة الهجوم.",
        [(PESKOV, "indirect", "بقصف الحديدة"), (PESKOV, "indirect", "إلى إدانة الهجوم")],
    ),
    "… that only says how": (
        "وكتب بوتين على حسابه ساخرا من الوزير: «إنه يسابق الزمن الآن».",
        [(PUTIN, "direct", "إنه يسابق الزمن الآن")],
    ),
    "an object after a date": (
        "أدان الكرملين، الأحد، سلسلة هجمات في الجنوب.",
        [(KREMLIN, "indirect", "سلسلة هجمات في الجنوب")],
    ),
    "a matter in marks": (
        "وعبرت ماريا زاخاروفا عن «أسفها الشديد» لهذا القرار.",
        [(ZAKHAROVA, "indirect", "عن «أسفها الشديد» لهذا القرار")],
    ),
    "where a source works": (
        "وأفاد مصدر بوزارة الداخلية بأن الطريق مغلق.",
        [("مصدر بوزارة الداخلية", "indirect", "الطريق مغلق")],
    ),
    "in whose capacity is no demand": (
        "طالب بيسكوف بصفته متحدثا باسم الكرملين بوقف القصف.",
        [(PESKOV, "indirect", "بوقف القصف")],
    ),
    "what is told of a charge is not part of it": (
        "واتهمت موسكو واشنطن بانتهاك الاتفاق، وهو ما تنفيه الأخيرة.",
        [("روسيا", "indirect", "بانتهاك الاتفاق")],
    ),
    "a subordinate clause ends at its comma": (
        "وبعد أن أعلنت موسكو رفضها للاتفاق، عاد الوفد إلى جنيف.",
        [("روسيا", "indirect", "رفضها للاتفاق")],
    ),
    "a quotation before a participle": (
        'وقال السفير الفرنسي في تصريح صحافي "بإمكان روسيا وقف القتال" مضيفا أن الوقت ضيق.',
        [("السفير الفرنسي", "direct", "بإمكان روسيا وقف القتال"), ("السفير الفرنسي", "indirect", "الوقت ضيق")],
    ),
    "a denial after a relative clause": (
        "وينفي سيرغي لافروف الذي يزور جنيف الضلوع في الهجوم.",
        [(LAVROV, "indirect", "الضلوع في الهجوم")],
    ),
    "a sentence that goes on with the content": (
        "وقالت روسيا إن الحوار مستمر. وأن القمة قريبة.",
        [("روسيا", "indirect", "الحوار مستمر. وأن القمة قريبة")],
    ),
    "a paper as a source": (
        "وبحسب الدراسة أيضا، يعاني نصف السكان من ضغوط كثيرة.",
        [("الدراسة", "indirect", "يعاني نصف السكان من ضغوط كثيرة")],
    ),
    "… with a relative clause": (
        "ووفقا للوثيقة التي نشرت أمس، فإن الحرب بدأت قبل عام كامل.",
        [("الوثيقة", "indirect", "الحرب بدأت قبل عام كامل")],
    ),
    "whoever is named as a verb with its preposition is no passive": (
        "ووصف بان كي مون العرض بأنه فرصة.",
        [("بان كي مون", "indirect", "العرض بأنه فرصة")],
    ),
    "an office speaks of its hope": (
        "وعبر المتحدث عن أمله في الحوار.",
        [("المتحدث", "indirect", "عن أمله في الحوار")],
    ),
    "what is done stands after titles": (
        "أعلن الدكتور مصطفى حامد وزير الصحة، اليوم الأحد، انخفاض نسبة الإصابة بالمرض.",
        [("مصطفى حامد", "indirect", "انخفاض نسبة الإصابة بالمرض")],
    ),
    "… each after its comma": (
        "أعلن إيفان تيموفسكي، رئيس حزب النور، الذراع السياسية للحركة، رفضه التام للزيارة.",
        [("إيفان تيموفسكي", "indirect", "رفضه التام للزيارة")],
    ),
    "… between dashes": (
        "وأكد سيرغي لافروف - في ختام تصريحاته - اهتمام الحكومة بالحوار.",
        [(LAVROV, "indirect", "اهتمام الحكومة بالحوار")],
    ),
    "… by its pattern, whoever is silent": (
        "قال بيسكوف إن الحوار مستمر. وأعلن أيضا إغلاق الموقع في الشمال.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "إغلاق الموقع في الشمال")],
    ),
    "an agency's name holds no matter": (
        "وأكد بيسكوف، في تصريح نقلته وكالة الأنباء الروسية، ضرورة إيقاف القتال والعودة إلى مبادئ جنيف.",
        [(PESKOV, "indirect", "ضرورة إيقاف القتال والعودة إلى مبادئ جنيف")],
    ),
    "statements may be condemned": (
        "وندد بيسكوف بتصريحات الوزير عن الحرب.",
        [(PESKOV, "indirect", "بتصريحات الوزير عن الحرب")],
    ),
    "a woman who speaks for others": (
        "وقالت متحدثة باسم مصلحة السجون الإسرائيلية إن العدد كبير.",
        [("متحدثة باسم مصلحة السجون الإسرائيلية", "indirect", "العدد كبير")],
    ),
    "a contrast with a pronoun": (
        "وأضاف بيسكوف أن الحوار مستمر، إلا أنه اعتبر أن الوقت ضيق.",
        [(PESKOV, "indirect", "الحوار مستمر"), (PESKOV, "indirect", "الوقت ضيق")],
    ),
    "few words at the end": (
        "وردا على سؤال، قال بوتين في المؤتمر «ربما لاحقا».",
        [(PUTIN, "direct", "ربما لاحقا")],
    ),
    "to urge": (
        "وحضت واشنطن تركيا على «ضبط النفس».",
        [("الولايات المتحدة", "indirect", "على «ضبط النفس»")],
    ),
    "to apologise": (
        "واعتذر بوتين، الأحد، عن عبارات قاسية.",
        [(PUTIN, "indirect", "عن عبارات قاسية")],
    ),
    "nevertheless": ("ومع ذلك أكد بوتين أن الحوار مستمر.", [(PUTIN, "indirect", "الحوار مستمر")]),
    "who is told of goes on speaking": (
        "ونقلت الصحيفة عن مجلة روسية قولها إن ثريا روسيا ذكر ذلك، شاكيا من أن الوضع سيء.",
        [("مجلة روسية", "indirect", "ثريا روسيا ذكر ذلك"), ("ثريا روسيا", "indirect", "الوضع سيء")],
    ),
    "no comment": ("ولم يعلق الكرملين على هذه الأنباء.", [(KREMLIN, "refusal", "على هذه الأنباء")]),
    "… on a request": (
        "ولم يرد البيت الأبيض على الفور على طلب للتعليق.",
        [("البيت الأبيض", "refusal", "على طلب للتعليق")],
    ),
    "… from whom none came": (
        "ولم يصدر بعد أي تعليق رسمي من الكرملين.",
        [(KREMLIN, "refusal", "أي تعليق رسمي")],
    ),
    "… on what": (
        "ولم يصدر أي تعليق من البيت الأبيض على هذه الأنباء.",
        [("البيت الأبيض", "refusal", "على هذه الأنباء")],
    ),
    "… whose subject stands before it": (
        "البيت الأبيض لم يعلق بشكل فوري على هذه الأنباء، بعد محاولة الحصول على تعقيب.",
        [("البيت الأبيض", "refusal", "على هذه الأنباء")],
    ),
    "… with its preposition written on": (
        "ولم يستجب الكرملين لطلبات التعليق. ولم يدل بوتين بأي تعليق.",
        [(KREMLIN, "refusal", "لطلبات التعليق"), (PUTIN, "refusal", "بأي تعليق")],
    ),
    "a content in two pieces": (
        "ويتضمن الاتفاق، بحسب الكرملين، وقف القتال في الجنوب وفتح المعابر.",
        [(KREMLIN, "indirect", "ويتضمن الاتفاق، بحسب الكرملين، وقف القتال في الجنوب وفتح المعابر")],
    ),
    "… but not where the first says all": (
        "ووصل الوفد الروسي إلى المدينة صباح اليوم، بحسب الكرملين، في زيارة قصيرة.",
        [(KREMLIN, "indirect", "ووصل الوفد الروسي إلى المدينة صباح اليوم")],
    ),
    "an attribution with its listener": (
        "واستخدم السلاح في هجوم ثالث وفق ما أعلن الكرملين لوكالة الأنباء الفرنسية.",
        [(KREMLIN, "indirect", "واستخدم السلاح في هجوم ثالث")],
    ),
    "… and another's words after it": (
        "وخلفت الغارة 83 قتيلا بحسب الأمم المتحدة، في حين قال بيسكوف إن العدد أقل.",
        [("الأمم المتحدة", "indirect", "وخلفت الغارة 83 قتيلا"), (PESKOV, "indirect", "العدد أقل")],
    ),
    "a quotation that its verb parts": (
        "“نحن مستعدون للحوار في أي وقت”، قال بيسكوف، “لكن الوقت ضيق جدا”.",
        [(PESKOV, "direct", "نحن مستعدون للحوار في أي وقت”، قال بيسكوف، “لكن الوقت ضيق جدا")],
    ),
    "speech without marks goes on": (
        "وقال بيسكوف: لابد من وقف القتال. ونحن نعمل على ذلك مع الجميع. وكان الوفد وصل أمس.",
        [(PESKOV, "direct", "لابد من وقف القتال. ونحن نعمل على ذلك مع الجميع")],
    ),
    "a ministry's speech after a colon": (
        "وأضافت وزارة الخارجية الروسية: إنه تم إطلاق سراح 50 معتقلا.",
        [("وزارة الخارجية الروسية", "indirect", "تم إطلاق سراح 50 معتقلا")],
    ),
    "marks after the joined and": (
        "وشدد سيرغي لافروف على أهمية “تعزيز التعاون” و”توسيع الشراكة” بين البلدين، مضيفا أن “موسكو مستعدة”.",
        [
            (LAVROV, "indirect", "على أهمية “تعزيز التعاون” و”توسيع الشراكة” بين البلدين"),
            (LAVROV, "indirect", "“موسكو مستعدة”"),
        ],
    ),
    "asked and answered": (
        "وعلى سؤال «هل ستستقيل الحكومة؟»، أجاب بيسكوف: «لا أعرف ذلك ولن أعلق عليه».",
        [(PESKOV, "direct", "لا أعرف ذلك ولن أعلق عليه")],
    ),
    "to call for that": (
        "ودعا بوتين إلى أن يتوقف القتال فورا.",
        [(PUTIN, "indirect", "يتوقف القتال فورا")],
    ),
    "what somebody calls something": (
        "وندد سيرغي لافروف بما وصفه بالعدوان.",
        [(LAVROV, "indirect", "بما وصفه بالعدوان")],
    ),
    "including": (
        "ورحب سيرغي لافروف بالقرار بما في ذلك وقف القتال.",
        [(LAVROV, "indirect", "بالقرار بما في ذلك وقف القتال")],
    ),
    "charges denied after a time": (
        "ونفت إيران في ذلك الحين الاتهامات الأمريكية.",
        [("إيران", "indirect", "الاتهامات الأمريكية")],
    ),
    "described, as an agency has it": (
        "ووصف بيسكوف، وفق وكالة سانا، اتهام الحكومة بالمسرحية.",
        [(PESKOV, "indirect", "اتهام الحكومة بالمسرحية")],
    ),
    "statements refused": (
        "رفض بيسكوف تصريحات السيناتور عن المساعدات وما تضمنته هذه التصريحات من إشارات.",
        [(PESKOV, "indirect", "تصريحات السيناتور عن المساعدات وما تضمنته هذه التصريحات من إشارات")],
    ),
    "a name that reads as if": (
        'وقال المتحدث الصيني لو كانغ إن الموقف ثابت. وأضاف لو في إفادة صحفية "ندعم كل الأطراف المعنية بالحل دائما".',
        [("لو كانغ", "indirect", "الموقف ثابت"), ("لو كانغ", "direct", "ندعم كل الأطراف المعنية بالحل دائما")],
    ),
    "threats made again": (
        "وجدد بوتين تهديداته بقطع الغاز.",
        [(PUTIN, "indirect", "تهديداته بقطع الغاز")],
    ),
    "a doctor": (
        "وصرح د. نبيه البرعي بأن الوضع مستقر.",
        [("نبيه البرعي", "indirect", "الوضع مستقر")],
    ),
    "what is announced, not what was refused before": (
        "وأعلنت واشنطن في بيان مضاعفة الرسوم بعدما رفضت أنقرة تسليم القس.",
        [("الولايات المتحدة", "indirect", "مضاعفة الرسوم بعدما رفضت أنقرة تسليم القس")],
    ),
    "an organisation is no deed": (
        "وأعلن تنظيم يسمى الفرقان مسؤوليته عن الهجوم.",
        [("تنظيم يسمى الفرقان", "indirect", "مسؤوليته عن الهجوم")],
    ),
    "what somebody often says": (
        "ودائما ما تقول موسكو إن الحوار مستمر.",
        [("روسيا", "indirect", "الحوار مستمر")],
    ),
}

NOTHING = {
    "the noun ذكر": "وعلى ذكر هذه القضية فإن المحادثات مستمرة.",
    "the sight": "ورأى بوتين الصورة في المتحف.",
    "the participle as an adjective": "وفرضت واشنطن عقوبات مشددة على شركات كثيرة في الزيارة المعلنة.",
    "negated": "ولم يذكر الكرملين أن القمة قريبة.",
    "own voice": "يذكر أن القمة عقدت في جنيف. والجدير بالذكر أن الحوار بدأ قبل عام.",
    "between": "وبين أن تقبل موسكو وأن ترفض وقت طويل.",
    "a law names no source": "وفرضت العقوبات على شركات كثيرة، وفقا للقانون الجديد.",
    "a noun that a verb describes": "وعقد الاجتماع بعد تظاهرات حاشدة طالبت برحيل الحكومة.",
    "a fact speaks": "وهذا يؤكد أن الوضع صعب، مما يعني أن الحوار بعيد.",
    "a verbal noun after a preposition": "وجاء ذلك بعد أيام من تعهد الحكومة بالانسحاب.",
    "what befell somebody": "وقضت المحكمة بسجنه بعد اتهامه بالتجسس لدولة أخرى.",
    "the relative clause of a thing": "وبدأ العمل بالخطة التي أعلنت عنها الحكومة قبل عام.",
    "an impersonal": "ويعتقد على نطاق واسع أن الخطة فشلت.",
    "a passive": "وذُكر أن الخطة فشلت، ويُتهم بالتجسس لدولة أخرى.",
    "an idiom": "وكشف النقاب عن خطة جديدة للحوار.",
    "a name kept back": "وحضر مسؤول كبير رافضا الكشف عن هويته.",
    "the accused": "واعتقلت الشرطة سبعة أتراك متهمين بأنهم جواسيس.",
    "a list of demands": "- مطالبة جميع الأطراف بوقف إطلاق النار.",
    "read also": "إقرأ أيضا: لقاء بين الوفدين في جنيف",
    "a number accused": "وحكمت المحكمة على 75 متهما بينهم قيادات بارزة بالسجن.",
    "across": "وسافر الوفد عبر تركيا إلى جنيف.",
    "passively accused": "واعتقلت الشرطة عشرة حراس اتهموا بمهاجمة محتجين في الساحة.",
    "a feminine noun that reads as a verb with a pronoun": "والتقت الوزيرة طالبة بالجامعة في الحفل.",
    "whom somebody accuses, in passing": "وأطلقت أنقرة سراح القس الذي تتهمه بالإرهاب.",
    "what a fact shows": "وتراجعت الأسعار، وهو ما يؤكد أن السوق ضعيف. وانسحب الوفد، الأمر الذي يؤكد ضعفه.",
    "somebody insists on what he does": "إلا أن الضابط أصر على موقفه.",
    "who looked into a paper": "واطلعت رويترز على نسخة من الوثيقة.",
    "another's clause far off": "وشهدت المدينة عددا من الاحتجاجات في الساحات والشوارع وما يميزها اليوم أنها سلمية.",
    "in a way that": "وتعهدت الأطراف بما يضمن الأمن.",
    "as a faith commands": "ويتعاون الناس جميعا على البر والإحسان كما أوصى الإسلام.",
    "an answer in deeds": "ولم يرد الجيش على الهجوم. ولم يصدر بيان رسمي. ولم يصدر رد فعل بعد.",
    "things show": "وتشير النتائج إلى أن العدد كبير. وأكدت الأرقام أن السوق ضعيف.",
    "through the sea": "وسافر الوفد عبر البحر فضلا عن نشر القوات هناك.",
    "between two": "وبدأ الخلاف بين هولندا وروسيا بأنه نزاع صغير.",
    "the name of a programme": 'وعقد اللقاء مع المذيع عقب سقوط قذيفة في برنامج "ستوديو الحدث".',
    "what is called so in passing": "وأجري تحقيق فيما وصفها بجرائم حرب.",
    "deeds": "وفرضت واشنطن عقوبات على موسكو، والتقى لافروف نظيره في جنيف.",
}


@pytest.mark.parametrize("name", CASES)
def test_a_statement(name: str) -> None:
    text, expected = CASES[name]
    assert told(text) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_no_statement(name: str) -> None:
    assert told(NOTHING[name]) == []


def test_a_statement_is_complete() -> None:
    (found,) = read("وقال وزير الخارجية الروسي سيرغي لافروف إن واشنطن لم ترد.")
    assert (found.cue, found.act.value, found.mode, found.rule) == ("وقال", "say", Mode.INDIRECT, "verb + that")
    assert (found.body_id, found.country_id, found.resolved_by.value) == ("ru-mfa", "ru", "name")
    assert found.about == ("us",)
    assert found.said == Period.day(date(2021, 4, 26))


PIECES = [
    "قال",
    "بيسكوف",
    "إن",
    "أن",
    ":",
    "،",
    ".",
    '"',
    "«",
    "»",
    "“",
    "”",
    "''",
    "وأضاف",
    "مضيفا",
    "رفض",
    "التعليق",
    "بحسب",
    "الكرملين",
    "نقلت",
    "عن",
    "قوله",
    "جاء",
    "في",
    "بيان",
    "على",
    "حد",
    "تعبيره",
    "(",
    ")",
    "-",
    "الحوار",
    "لا",
    "الذي",
    "كان",
    "قد",
    "وأكد",
    "وكالة",
    "ل",
    "وذلك",
    "لكنه",
    "كما",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "\n"]), max_size=40).map(" ".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_there_offsets_hold(text: str) -> None:
    found = read(text)
    assert all(s.text.strip() for s in found)
    assert all(0 <= s.cue_start < len(text) for s in found)


def test_nothing_in_nothing() -> None:
    document = Document(Article("a", "f.txt", ""))
    assert statements.find(document, world.load()) == replace(document, statements=())


def test_every_verb_is_inflected() -> None:
    forms = cues.load().forms
    assert {"وقالت", "يقولون", "مضيفا", "موكده", "قولها", "بالقول", "دعت", "نفوا"} <= forms.keys()


SETTINGS = {
    "a press conference": ("وقال بيسكوف في مؤتمر صحفي في موسكو إن الحوار مستمر.", "مؤتمر صحفي", None),
    "an agency in marks": ('وقال بيسكوف لـ"سبوتنيك" إن الحوار مستمر.', None, "سبوتنيك"),
    "reporters": ("وصرح بيسكوف للصحافيين بأن الحوار مستمر.", None, "الصحافيين"),
    "a statement to a channel": ("وقال بيسكوف في تصريح للجزيرة إن الحوار مستمر.", "تصريح", "الجزيرة"),
    "before the verb": ("وفي تصريح لوكالة تاس، قال بيسكوف إن الحوار مستمر.", "تصريح", "وكالة تاس"),
    "before an audience": ("وقال بوتين أمام البرلمان إن الحوار مستمر.", None, "البرلمان"),
    "a channel in marks": ('وقال بيسكوف لقناة "روسيا 24" إن الحوار مستمر.', None, 'قناة "روسيا 24"'),
    "a pronoun listens to nothing": ("وقال بيسكوف في بيان له إن الحوار مستمر.", "بيان", None),
    "whose statement it is": ("وجاء في بيان للكرملين أن الحوار مستمر.", "بيان", None),
    "who tells it": ("الحوار مستمر رغم الأزمة، وفقا لوكالة تاس.", None, None),
    "what was done with it": ("وقال بيسكوف في تصريحات نقلتها الصحف إن الحوار مستمر.", "تصريحات", None),
    "a title's body": ("وقال بيسكوف، عضو الهيئة العليا لحزب الحرية، إن الحوار مستمر.", None, None),
    "an imam": ("وقال الشيخ مظهر شاهين إمام مسجد عمر مكرم إن الحوار مستمر.", None, None),
    "no place by itself": ("وقال بيسكوف في إطار سلسلة من الخطوات إن الحوار مستمر.", None, None),
    "nothing said of it": ("وقال بوتين إن الحوار في مؤتمر صحفي أمام البرلمان مفيد.", None, None),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_where_and_to_whom(name: str) -> None:
    text, venue, addressee = SETTINGS[name]
    (found,) = read(text)
    assert (found.venue, found.addressee) == (venue, addressee)


SAID = {
    "today": ("وقال بيسكوف، اليوم الاثنين، إن الحوار مستمر.", (date(2021, 4, 26), date(2021, 4, 26))),
    "yesterday": ("وقال بيسكوف أمس إن الحوار مستمر.", (date(2021, 4, 25), date(2021, 4, 25))),
    "before the verb": ("وفي 15 نيسان الجاري أعلن بيسكوف أن الحوار مستمر.", (date(2021, 4, 15), date(2021, 4, 15))),
    "not a date of the content": ("وقال بيسكوف إن القمة عقدت أمس.", (date(2021, 4, 26), date(2021, 4, 26))),
    "the pluperfect": ("وكان بيسكوف قد أعلن أن الحوار مستمر.", (None, date(2021, 4, 26))),
}


@pytest.mark.parametrize("name", SAID)
def test_when(name: str) -> None:
    text, expected = SAID[name]
    (found,) = read(text)
    assert tuple(found.said) == expected


def test_explained_sentence_by_sentence() -> None:
    text = "قال بيسكوف إن الحوار مستمر. ولم يصدر رد. واتهم الحكومة."
    document = actors.find(Document(Article("a", "f.txt", text)), world.load())
    said, silent, left = statements.explain(document, world.load())
    assert [s.text for s in said.statements] == ["الحوار مستمر"]
    assert said.unread == ()
    assert (silent.statements, silent.unread) == ((), ())
    assert left.unread == ("واتهم",)
    assert [s.text for s in statements.unread(document, world.load())] == ["واتهم الحكومة."]


def test_an_officer_whose_holder_nobody_knows_speaks_for_a_feminine_body() -> None:
    (found,) = read("دعا رئيس النيجر إلى ضرورة العمل على تنظيم انتخابات.", date(1950, 1, 1))
    assert found.speaker_surface == "رئيس النيجر"
