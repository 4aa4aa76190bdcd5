"""Who speaks: silent subjects, titles, descriptions and sources, each to whom a careful reader would give it."""

from __future__ import annotations

from datetime import date

import pytest

from core import actors, dates, statements
from core.actors import reference
from core.knowledge import world
from core.model import Article, Basis, Document, Period, Published, Statement

DAY = Period.day(date(2018, 6, 13))


def said(text: str) -> list[Statement]:
    article = Article("a", "f.txt", text, published=Published(DAY, Basis.METADATA))
    document = actors.find(Document(article), world.load())
    document = reference.link(dates.find(document), world.load())
    return list(statements.find(document, world.load()).statements)


def speakers(text: str) -> list[tuple[str | None, str]]:
    return [(s.speaker.label if s.speaker else s.speaker_surface, s.resolved_by.value) for s in said(text)]


PESKOV, LAVROV, PUTIN, TRUMP = "دميتري بيسكوف", "سيرغي لافروف", "فلاديمير بوتين", "دونالد ترامب"

#: Text, and the speakers of its statements in order, with how each is known.
CASES = {
    "a document is whose it is that issued it before": (
        "قال لافروف إن الحل قريب. وأصدرت وزارة الدفاع التركية بيانا عن العملية. وأضاف البيان أن القوات تقدمت.",
        [(LAVROV, "name"), ("وزارة الدفاع التركية", "office")],
    ),
    "… and not whose it is that got it": (
        "وتلقت وزارة الدفاع التركية بيانا عن العملية. وأضاف البيان أن القوات تقدمت.",
        [("البيان", "none")],
    ),
    "according to the paper": (
        'نشرت صحيفة "ديلي ميل" البريطانية صورا. وطبقا للصحيفة البريطانية، فقد اختبر الجهاز في المختبرات أمس.',
        [("ديلي ميل", "office")],
    ),
    "a trade in place of a name": (
        "التقى المدرب الإسباني رافائيل بينيتيز لاعبيه. وقال المدرب إن الفريق جاهز. "
        "واعتقلت الشرطة المخرج السوري محمد ملص. وقال المخرج إن الفيلم ممنوع.",
        [("رافائيل بينيتيز", "title"), ("محمد ملص", "title")],
    ),
    "… but not where two have it": (
        "شارك المخرج السوري محمد ملص والمخرج المصري خالد يوسف. وقال المخرج إن الفيلم ممنوع.",
        [("المخرج", "none")],
    ),
    "… nor where what is said is only like it": (
        "التقى كيري وزير الخارجية الروسي سيرغي لافروف. وأوضح الدبلوماسي الكبير في الخارجية الأميركية أن الحل قريب.",
        [("الدبلوماسي الكبير في الخارجية الأميركية", "none")],
    ),
    "على that is the end of a name, in a text that leaves dots off": (
        "قال الدكتور قصي على إن الذى حدث فى القاهرة كبير. وأضاف قصي على أن الأمر خطير. وقال عمرو علي إنه سعيد.",
        [("قصي على", "name"), ("قصي على", "name"), ("عمرو علي", "name")],
    ),
    "… and that is a preposition behind one": (
        "وأكد الوزير قصي داود على أن الذى حدث في القاهرة كبير. وقال خالد على هامش المؤتمر إنه سعيد.",
        [("قصي داود", "name"), ("خالد", "none")],  # nor a known man's name
    ),
    "a title in another spelling": (
        "زار السناتور الأمريكي جون ماكين كييف. وقال السيناتور الجمهوري إن أوكرانيا تحتاج إلى سلاح.",
        [("جون ماكين", "title")],
    ),
    "unnamed people go on by their wording": (
        "تظاهر عشرات الآلاف من أنصار المعارضة في العاصمة، مطالبين برحيل الحكومة. "
        "وخرج طلاب جامعة القاهرة في مسيرة. وطالبوا بإلغاء الانتخابات.",
        [("عشرات الآلاف من أنصار المعارضة", "none"), ("طلاب جامعة القاهرة", "none")],
    ),
    "… rather than who spoke before": (
        "قال بيسكوف إن الحوار مستمر. وتداول مغردون صورة قديمة للرئيس، مذكرين بأن الوعود لم تنفذ.",
        [(PESKOV, "name"), ("مغردون", "none")],
    ),
    "… with the body they are in": (
        "وزار مسؤولون في الأمم المتحدة البيت. وقالوا إن التحقيق مستمر.",
        [("مسؤولون في الأمم المتحدة", "none")],
    ),
    "… in the construct state": (
        "وتفاعل مستخدمو مواقع التواصل الاجتماعي مع القرار، معربين عن الفرح.",
        [("مستخدمو مواقع التواصل الاجتماعي", "none")],
    ),
    "… before a relative pronoun": (
        "وهناك العديد من السنغافوريين الذين رأوا أن الحدث مهم.",
        [("السنغافوريين", "none")],
    ),
    "… but no verb, nor anybody who did not act": (
        "وهل سيكون صلاح جاهزا؟ وقالوا إنه جاهز. واعتقل الجيش متظاهرين في العاصمة، مؤكدا أن التحقيق مستمر.",
        [(None, "none"), ("الجيش", "none")],
    ),
    "who issued the document that a verb goes on about": (
        "وأصدرت وزارة الخارجية السويسرية في جنيف بيانا، الجمعة، قال إن الحوار مستمر. وأضاف البيان أن الحل قريب.",
        [("وزارة الخارجية السويسرية", "inherited")] * 2,
    ),
    "… but not who got it": (
        "وتلقت وزارة الخارجية السويسرية بيانا قال إن الحوار مستمر.",
        [(None, "none")],
    ),
    "whose tweet it came in, and not the site": (
        "وجاء ذلك في تغريدة للافروف على صفحته بموقع تويتر، حيث قال إن الحوار مستمر.",
        [(LAVROV, "inherited")],
    ),
    "… nor the channel that was told": (
        'قالت هيلاري كلينتون إن الحوار مستمر. جاء ذلك خلال حديثها لقناة "فوكس نيوز"، موضحة أن الحل قريب.',
        [("هيلاري كلينتون", "name"), ("هيلاري كلينتون", "inherited")],
    ),
    "a title's body in quotation marks behind لـ": (
        'قال الرئيس التنفيذي لـ"غازبروم" أليكسي ميلر إن الغاز يكفي. وقال الرئيس التنفيذي لـ"لادا" سعيد زيدوف إنه قليل.',
        [("أليكسي ميلر", "name"), ("سعيد زيدوف", "name")],
    ),
    "… but the listener's": (
        'قال بيسكوف لـ"رويترز" إن الحوار مستمر.',
        [(PESKOV, "name")],
    ),
    "a noun for a kind of body means the one named, though it said nothing": (
        'ونشرت مجلة "دير شبيغل" الألمانية تقريرا عن الحرب. وقالت المجلة إن الحل قريب.',
        [("دير شبيغل", "office")],
    ),
    "… whose kind the knowledge knows": (
        "قال مسؤول لرويترز إن الحوار مستمر. وقالت الوكالة إن الحل قريب.",
        [("مسؤول", "none"), ("رويترز", "office")],
    ),
    "… with adjectives": (
        'نشرت صحيفة "الأهرام" ملفا عن الحوار. وكتبت الصحيفة القاهرية أن الحل قريب.',
        [("صحيفة الأهرام", "office")],
    ),
    "… but not of another country": (
        'نشرت صحيفة "معاريف" الإسرائيلية تقريرا. وقالت الصحيفة البريطانية إن الحل قريب.',
        [("الصحيفة البريطانية", "none")],
    ),
    "… nor one of several that have not spoken": (
        'زار وفد من شركة "غازبروم" شركة "شل". وقالت الشركة العملاقة إن الحل قريب.',
        [("الشركة العملاقة", "none")],
    ),
    "… nor one that is not named": (
        'نشرت صحيفة "معاريف" تقريرا. وذكرت صحيفة محلية أن الحل قريب. وقالت الصحيفة إن الحل ممكن.',
        [("صحيفة محلية", "none")] * 2,
    ),
    "… but the one that did something since": (
        'قالت صحيفة "الأهرام" إن الحل قريب. ونشرت صحيفة "الوطن" تقريرا. وقالت الصحيفة إن الحل ممكن.',
        [("صحيفة الأهرام", "office"), ("صحيفة الوطن", "office")],
    ),
    "… and no site that says itself whose it is": (
        "نشر تنظيم القاعدة على موقع تويتر شريطا. وقال الموقع الرسمي للجيش إن الحل قريب.",
        [("الموقع الرسمي للجيش", "none")],
    ),
    "who issued a document, though nobody knows him": (
        "وذكر بيان لوزارة الدفاع أن الحل قريب. وجاء في بيان صادر عن الجيش أن الحل بعيد. وأضاف البيان أن القتال مستمر.",
        [("وزارة الدفاع", "office"), ("الجيش", "none"), ("الجيش", "none")],
    ),
    "a subject before its verb, whose object stands behind": (
        "لكن روسيا اتهمت أوكرانيا بقصف المحطة.",
        [("روسيا", "office")],
    ),
    "… behind an auxiliary": (
        "وكانت روسيا هددت أوكرانيا بالرد.",
        [("روسيا", "office")],
    ),
    "… behind a verb that only begins": (
        "أخذت روسيا تطالب الولايات المتحدة بضمانات. ولا تزال واشنطن تتهم طهران بدعم الإرهاب.",
        [("روسيا", "office"), ("الولايات المتحدة", "office")],
    ),
    "… but where the verb begins its clause": (
        "وفي موسكو دعت إيران روسيا إلى الحوار. وبعد لقاء بوتين دعا ترامب إيران إلى الحوار.",
        [("إيران", "office"), (TRUMP, "name")],
    ),
    "the United Nations take a feminine verb": (
        "وحثت الأمم المتحدة إسرائيل على التهدئة. وطالب لافروف الأمم المتحدة بالرد.",
        [("الأمم المتحدة", "office"), (LAVROV, "name")],
    ),
    "who did something since speaks next": (
        "قال بيسكوف إن الحوار مستمر.\nوعرض الرئيس الأمريكي دونالد ترامب استضافة القمة.\nوقال إن الأمر ممكن.",
        [(PESKOV, "name"), (TRUMP, "inherited")],
    ),
    "… but whoever spoke goes on adding": (
        "قال بيسكوف إن الحوار مستمر.\nويزور الرئيس الأمريكي دونالد ترامب لندن.\nوأضاف أن الأمر ممكن.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "… and a woman's verb is not his": (
        "قالت زاخاروفا إن الحوار مستمر.\nويزور الرئيس الأمريكي دونالد ترامب لندن.\nوأكدت أن الأمر ممكن.",
        [("ماريا زاخاروفا", "name"), ("ماريا زاخاروفا", "inherited")],
    ),
    "… nor is a thing's deed anybody's": (
        "قال بيسكوف إن الحوار مستمر.\nويظهر الملصق الرئيس ترامب في البيت.\nوقال إن الأمر ممكن.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "who did something adds to it where nobody has spoken": (
        "التقى الرئيس الأمريكي دونالد ترامب عددا من قادة الجيش.\nوأضاف أن الأمر ممكن.",
        [(TRUMP, "inherited")],
    ),
    "… also whoever told that": (
        "زار دونالد ترامب لندن. صرح بذلك وزير الخارجية الروسي سيرغي لافروف، وأضاف أن الأمر ممكن.",
        [(LAVROV, "inherited")],
    ),
    "he who is contrasted is no one named between": (
        "وصف بيسكوف دعوة زميله سيرغي لافروف بأنها خطأ، إلا أنه لفت إلى أن الأمر ممكن.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "a description by what was said behind the name": (
        "زار عادل زايد محافظ القليوبية المصنع. وكشف المحافظ أن المصنع مغلق.",
        [("عادل زايد", "title")],
    ),
    "… by a word that means as much, and the country": (
        "قال العقيد الأمريكي أدريان غالاوي إن القوات باقية. وقال لافروف إنها راحلة. وأضاف الضابط الأمريكي أنها قليلة.",
        [("أدريان غالاوي", "name"), (LAVROV, "name"), ("أدريان غالاوي", "title")],
    ),
    "… never of another country": (
        "قال العقيد الأمريكي أدريان غالاوي إن القوات باقية. وأضاف الضابط الفرنسي أنها قليلة.",
        [("أدريان غالاوي", "name"), ("الضابط الفرنسي", "none")],
    ),
    "… by an adjective of the body": (
        "وصل أندرو غيلمور، مساعد الأمين العام للأمم المتحدة، إلى الحدود. ويقول المبعوث الأممي إن التطهير مستمر.",
        [("أندرو غيلمور", "title")],
    ),
    "… not him whose spokesman it is": (
        "قال متحدث باسم رئيس كوريا الجنوبية، مون جاي إن، إن الموقع سيغلق. وأضاف المتحدث أن الأمر ممكن.",
        [("متحدث باسم رئيس كوريا الجنوبية، مون جاي إن", "none")] * 2,
    ),
    "… nor whom a name behind it tells apart": (
        "حضر السفير محمد جابر الاجتماع. وأضاف السفير بامخرمة أن الأمر ممكن.",
        [("السفير بامخرمة", "none")],
    ),
    "a name between commas behind all that is said of somebody": (
        "وقال المعارض البارز للرئيس السابق معمر القذافي في ذلك الوقت، عبد الحكيم بلحاج، إن الأمر ممكن.",
        [("عبد الحكيم بلحاج", "name")],
    ),
    "… also where more of it stands before the comma": (
        "أعلن المبعوث الدولي لليمن، مارتن غريفيث، السبت، انتهاء مباحثات جنيف إثر عدم حضور الوفد، قائلا إنه حاول.",
        [("مارتن غريفيث", "inherited")],
    ),
    "… not whom a thing's name tells of": (
        "يعدون تقريرا بموت الإعلامي السعودي، جمال خاشقجي، بالخطأ. وأكد الإعلامي التونسي أن الأمر ممكن.",
        [("الإعلامي التونسي", "none")],
    ),
    "to whom it was told is no name": (
        "وأضاف المتحدث، لوكالة فرانس برس، أن الأمر ممكن.",
        [("المتحدث", "none")],
    ),
    "a document of its own is not the last speaker's": (
        "قال بيسكوف إن الحوار قائم. وجاء في البيان المشترك أن الأمر ممكن. وجاء في البيان الواقع في صفحتين أنه صعب.",
        [(PESKOV, "name"), ("البيان المشترك", "none"), ("البيان", "none")],
    ),
    "… but the plain document is": (
        "قالت الخارجية الروسية إن الحوار مستمر. وجاء في البيان أن الأمر ممكن.",
        [("وزارة الخارجية الروسية", "office"), ("وزارة الخارجية الروسية", "inherited")],
    ),
    "the president is the one who speaks": (
        "قال الرئيس الأمريكي دونالد ترامب إن الرئيس السابق باراك أوباما فشل. وأكد الرئيس أن الأمر ممكن.",
        [(TRUMP, "name"), (TRUMP, "title")],
    ),
    "the opposition's leader is no president": (
        "انتقد زعيم المعارضة، كمال كليجدار أوغلو، الرئيس التركي رجب طيب أردوغان. وقال الزعيم المعارض إن الأمر صعب.",
        [("كمال كليجدار أوغلو", "name"), ("كمال كليجدار أوغلو", "title")],
    ),
    "whom a prison holds is not its officer": (
        "نقل البغدادي المحمودي إلى السجن. لكن ضابطا في السجن المحتجز به المحمودي نفى أن يكون قد مات.",
        [("ضابطا في السجن المحتجز به المحمودي", "none")],
    ),
    "an administration is not whom it is called by": (
        "قالت إدارة الرئيس دونالد ترامب إن الأمر ممكن.",
        [("الإدارة الأميركية", "office")],
    ),
    "two by a dual before its genitive": (
        "دعا عالما دين سعوديان إلى الحفاظ على الآثار، ونددا بمحاولات التشويه.",
        [("عالما دين سعوديان", "none"), ("عالما دين سعوديان", "none")],
    ),
    "a sentence that begins with whom it is about": (
        "قالت زاخاروفا إن الحوار مستمر. وطارق رمضان أحد أشهر الكتاب وينفي الاتهامات الموجهة إليه.",
        [("ماريا زاخاروفا", "name"), ("طارق رمضان", "inherited")],
    ),
    "who did something adds to it where none who spoke agrees": (
        "قالت زاخاروفا إن الحوار مستمر.\nويزور الرئيس الأمريكي دونالد ترامب لندن.\nوأضاف أن الأمر ممكن.",
        [("ماريا زاخاروفا", "name"), (TRUMP, "inherited")],
    ),
    "whoever adds to it, whatever they are called": (
        "قال رودي جولياني إن الأمر صعب. وأضاف رئيس بلدية نيويورك السابق أنه ممكن.",
        [("رودي جولياني", "name"), ("رودي جولياني", "title")],
    ),
    "… but she is not he": (
        "قال رودي جولياني إن الأمر صعب. وأضافت رئيسة اللجنة المالية أنه ممكن.",
        [("رودي جولياني", "name"), ("رئيسة اللجنة المالية", "none")],
    ),
    "a description goes on about who speaks": (
        "قال رودي جولياني إن الأمر صعب. وأكد السياسي المخضرم أنه ممكن.",
        [("رودي جولياني", "name"), ("رودي جولياني", "title")],
    ),
    "… an office does not": (
        "قال رودي جولياني إن الأمر صعب. وأكد النائب العام أنه ممكن.",
        [("رودي جولياني", "name"), ("النائب العام", "none")],
    ),
    "… nor a word that is seldom one": (
        "قال رودي جولياني إن الأمر صعب. وأكد القاضي أنه ممكن.",
        [("رودي جولياني", "name"), ("القاضي", "none")],
    ),
    "… nor one of a country not theirs": (
        "قال رودي جولياني إن الأمر صعب. وأكد السياسي الفرنسي أنه ممكن.",
        [("رودي جولياني", "name"), ("السياسي الفرنسي", "none")],
    ),
    "the subject behind an adverbial that a sentence begins with": (
        "قال بيسكوف إن الأمر صعب.\nخلال زيارته للهند، كثف الرئيس إيمانويل ماكرون المبادرات.\nوأعرب عن أمله في ذلك.",
        [(PESKOV, "name"), ("إيمانويل ماكرون", "inherited")],
    ),
    "… in the same sentence": (
        "قال بيسكوف إن الحوار مستمر. وفي وقت سابق من يوم الجمعة، زار الرئيس ترامب لندن، وقال إن الأمر ممكن.",
        [(PESKOV, "name"), (TRUMP, "inherited")],
    ),
    "… where no noun behind its comma is taken for the verb": (
        "قال بيسكوف إن الحوار مستمر. وعقب لقائه ترأس زميله اجتماعا، بمقر الحكومة الروسية، وقال إن الأمر ممكن.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "several who are not definite, before their verb": (
        "قال بيسكوف إن الحوار مستمر، لكن مراقبين في موسكو يقولون إن الأمر صعب.",
        [(PESKOV, "name"), ("مراقبين في موسكو", "none")],
    ),
    "officials of whom it is demanded": (
        "قال بيسكوف إن الحوار مستمر. وطالب المسئولين الأتراك بالعمل على وقف الحرب.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "whose spokesman it is, and then his name": (
        "وقال المتحدث باسم الرئيس التركي رجب طيب أردوغان، إبراهيم كالن، إن الأمر ممكن.",
        [("إبراهيم كالين", "name")],
    ),
    "a document quotes somebody and goes on": (
        "قال الكرملين إن الأمر صعب. ونقل البيان عن سيرغي لافروف قوله إن الحوار مستمر. وقال البيان إن الأمر ممكن.",
        [("الكرملين", "office"), (LAVROV, "name"), ("الكرملين", "inherited")],
    ),
    "who was never named is not made up": (
        "وصلت طائرة الرئيس الأمريكي دونالد ترامب إلى لندن.\nوأضافت أن الأمر ممكن.",
        [(None, "none")],
    ),
    "several do not speak for one": (
        "ويرى منتقدون أن الخطة ستفشل.\nودافع وزير الخارجية الروسي سيرغي لافروف عنها.\nوقال إن الأمر ممكن.",
        [("منتقدون", "none"), (LAVROV, "inherited")],
    ),
    "it went before that he": (
        "وأشار بيسكوف إلى أن الحوار مستمر، إلا أنه قد سبق لترامب أن أعلن أن القمة ممكنة.",
        [(PESKOV, "name"), (TRUMP, "name")],
    ),
    "who is contrasted": (
        "قال بيسكوف إن الحوار مستمر، إلا أن الرئيس ترامب رفض ذلك وقال إن الأمر انتهى.",
        [(PESKOV, "name"), (TRUMP, "inherited")],
    ),
    "an unnamed spokesman in the accusative": (
        "قالت الصحيفة إن البيت الأبيض أكد النبأ. ولكن متحدثا باسم باراك أوباما نفى أن يكون على علم بالأمر.",
        [("الصحيفة", "none"), ("متحدثا باسم باراك أوباما", "none")],
    ),
    "an unnamed spokesman is not the minister": (
        "قال وزير الخارجية الروسي سيرغي لافروف إن الحوار مستمر. وقال متحدث باسم وزارة الخارجية الروسية إن الأمر ممكن.",
        [(LAVROV, "name"), ("متحدث باسم وزارة الخارجية الروسية", "none")],
    ),
    "the police are not their sources": (
        "وذكرت مصادر الشرطة في الولاية أن المهاجم قتل. وأكدت الشرطة مقتل أربعة من الموظفين.",
        [("مصادر الشرطة في الولاية", "none"), ("الشرطة", "none")],
    ),
    "the source is who it was": (
        'تغيرت الخطة كلها اليوم، وفقا لصحيفة "يديعوت أحرونوت" الإسرائيلية. وكل ذلك مهم جدا بحسب المصدر ذاته.',
        [('صحيفة "يديعوت أحرونوت" الإسرائيلية', "none"), ('صحيفة "يديعوت أحرونوت" الإسرائيلية', "none")],
    ),
    "one of several officials speaks on": (
        "قال مسؤولون في وزارة الدفاع الأمريكية إن الخطر كبير. وذكر المسؤول أن القوات مستعدة.",
        [("مسؤولون في وزارة الدفاع الأمريكية", "none"), ("مسؤولون في وزارة الدفاع الأمريكية", "none")],
    ),
    "an object is no part of an unknown subject": (
        'ورفض رئيس حزب المؤتمر اعتبار المظاهرات مؤامرة، قائلا إن "هذا خاطئ".',
        [("رئيس حزب المؤتمر", "none")],
    ),
    "what eyewitnesses tell is no name": (
        "وبحسب شهود عيان، واجه الجنود الإسرائيليون المظاهرة بالقوة، وقتلوا طفلا صغيرا.",
        [("شهود عيان", "none")],
    ),
    "a title between commas after the name": (
        "وأكد السيد الشاذلي، نقيب العاملين بوسائل الإعلام، أن النقابة مستعدة.",
        [("السيد الشاذلي", "none")],
    ),
    "a name between marks after the title": (
        'واستنكر وزير الخارجية البريطاني، "بوريس جونسون"، تجربة كوريا، مشيرا إلى أن الأمر خطير.',
        [("بوريس جونسون", "name")],
    ),
    "sloppy agreement of a participle": (
        "وأعلنت وزارة الخارجية الروسية أن الحوار مستمر، مؤكدا أن القمة ممكنة.",
        [("وزارة الخارجية الروسية", "office"), ("وزارة الخارجية الروسية", "inherited")],
    ),
    "the official who said": (
        "قال مصدر مسؤول في وزارة الخارجية السورية إن الأمر خطير.\nونشرت الوكالة تصريحات المسؤول الذي قال إن الرد قريب.",
        [("مصدر مسؤول في وزارة الخارجية السورية", "none"), ("مصدر مسؤول في وزارة الخارجية السورية", "none")],
    ),
    "according to the expert": (
        "وبحسب الخبير الاقتصادي الإيراني، مهرداد العمادي، فإن القرار يشجع على الهروب.",
        [("مهرداد العمادي", "none")],
    ),
    "a document is its issuer's": (
        "ودعا بيان صادر عن الخارجية الأميركية إلى رد فوري. وأكد البيان أن الأمر خطير.",
        [("وزارة الخارجية الأميركية", "office"), ("وزارة الخارجية الأميركية", "inherited")],
    ),
    "traders say so": (
        "قال بيسكوف إن الحوار مستمر. لكن التجار قالوا إن الأمر صعب.",
        [(PESKOV, "name"), ("التجار", "none")],
    ),
    "a known person's last name": (
        "وصل الرئيس الفلسطيني، محمود عباس، إلى القاهرة. وكان عباس قد قال إن الأمر خطير.",
        [("محمود عباس", "name")],
    ),
    "… is not the minister's of another country": (
        "أكد رياض المالكي وزير الخارجية الفلسطيني أن القمة تأجلت. وأكد المالكي أن العراق حاضر.",
        [("رياض المالكي", "name"), ("رياض المالكي", "name")],
    ),
    "whose spokesman he is stays in the wording": (
        "وقال متحدث باسم رئيس الوزراء الإسرائيلي، بنيامين نتنياهو، إن الأمر خطير.",
        [("متحدث باسم رئيس الوزراء الإسرائيلي، بنيامين نتنياهو", "none")],
    ),
    "past what only leads in": (
        "قال ليبرمان إن الأمر انتهى.\nمن جهته، قدم السفير الروسي فاسيلي نيبينزيا شكوى، مضيفا أن المجلس سينعقد.",
        [("أفيغدور ليبرمان", "name"), ("فاسيلي نيبينزيا", "inherited")],
    ),
    "… and past this and that": (
        "قال بيسكوف إن الحوار مستمر.\nهذا وقد زار وزير الخارجية الروسي سيرغي لافروف القاهرة، مؤكدا أن الأمر مهم.",
        [(PESKOV, "name"), (LAVROV, "inherited")],
    ),
    "but not the verb behind but": (
        "قال بيسكوف إن الحوار مستمر.\nلكن منظمة السلام الأخضر، وهي مستقلة، قالت إن الأمر خطير.",
        [(PESKOV, "name"), ("منظمة غرينبيس", "inherited")],
    ),
    "whose statements came is not said there": (
        "وجاءت تصريحات الرئيس الأمريكي دونالد ترامب في واشنطن، معتبرا أن الأمر ممكن.",
        [(TRUMP, "inherited")],
    ),
    "a source is no person": (
        "ذكرت وكالة تاس أن الأمر انتهى. وقال بيسكوف إن الحوار مستمر. وأضاف المصدر نفسه أن الوفد غادر.",
        [("تاس", "office"), (PESKOV, "name"), ("تاس", "office")],
    ),
    "his critics are not he": (
        "وقال منتقدو ترامب في واشنطن إن الأمر خطير.",
        [("منتقدو ترامب", "none")],
    ),
    "a nationality that is its country's name": (
        "قالت وزارة الخارجية البريطانية إن الأمر خطير. وقالت وزارة الخارجية السعودية إن المملكة منفتحة.",
        [("وزارة الخارجية البريطانية", "office"), ("وزارة الخارجية السعودية", "office")],
    ),
    "another president": (
        "قال الرئيس الأمريكي باراك أوباما إن الأمر مهم. وفي ديسمبر قال الرئيس ثين شين إن الحكم الرشيد قريب.",
        [("باراك أوباما", "name"), ("ثين شين", "name")],
    ),
    "in this connection is nobody": (
        "قال بيسكوف إن الحوار مستمر. وأشار بهذا الصدد إلى أن الأمر مهم.",
        [(PESKOV, "name"), (PESKOV, "inherited")],
    ),
    "whom they accuse": ("واتهم الفلسطينيون باراك أوباما بعدم بذل الجهد الكافي.", [("الفلسطينيون", "none")]),
    "on somebody's tongue": (
        "ونقلت الوكالة الروسية على لسان بيسكوف قوله إن الحوار مستمر.",
        [(PESKOV, "name")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_speaks(name: str) -> None:
    text, expected = CASES[name]
    assert speakers(text) == expected


#: Text, and for whom its only statement's speaker speaks: body and country.
SPOKEN_FOR = {
    "somebody in a body": ("وقال مصدر مسؤول في وزارة الخارجية الروسية إن الحوار مستمر.", "ru-mfa", "ru"),
    "an official of a country": ("وقال مسؤول أمريكي كبير إن الحوار مستمر.", None, "us"),
    "an unknown holder of an office": ("وقال وزير الدفاع الكيني جوزيف ماتشوكا إن الحوار مستمر.", None, "ke"),
    "an ambassador is not of where he serves": ("وقال سفير روسيا لدى تركيا إن الحوار مستمر.", None, "ru"),
    "an expert on a country is not of it": ("وقال خبير في شؤون إيران إن الحوار مستمر.", None, None),
    "near somebody": ("وقال مصدر مقرب من الكرملين إن الحوار مستمر.", None, None),
    "a thing is for nobody": ("وذكرت تقارير عن روسيا أن الحوار مستمر.", None, None),
}


@pytest.mark.parametrize("name", SPOKEN_FOR)
def test_for_whom(name: str) -> None:
    text, body, country = SPOKEN_FOR[name]
    (found,) = said(text)
    assert (found.body_id, found.country_id) == (body, country)


def test_the_wording_is_the_articles_also_where_the_subject_is_silent() -> None:
    first, second = said("قال مستشار الأمن القومي جون بولتون إن الحوار مستمر. وأضاف أن الأمر ممكن.")
    assert (first.speaker_surface, second.speaker_surface) == ("مستشار الأمن القومي جون بولتون",) * 2
    (third,) = said("ورفض الرئيس الروسي بوتن العرض. وقال إن الأمر ممكن.")
    assert third.speaker_surface == "الرئيس الروسي بوتن"
