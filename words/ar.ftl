# The words of the interface in Arabic, as written in Morocco. In braces stands what is filled in.
# A message with { $count } is chosen for every number that can occur when a story is built.

comma = ،

kind = الصنف
all = الكل
members = الأعضاء
operations = العمليات
venues = الأماكن
member = عضو
operation = عملية
venue = مكان
kicker = { $kind } · { $type }

filters = التصفية
card-type = النوع
source = المصدر
topic = الموضوع
place = المكان
year = السنة
speaker = صاحب التصريح
search = البحث في الوقائع
clear = مسح الكل
chosen = { $count ->
    [zero] لا اختيار
    [one] اختيار واحد
    [two] اختياران
    [few] { $count } اختيارات
    [many] { $count } اختياراً
   *[other] { $count } اختيار
}
remove = إزالة التصفية: { $what }
close = إغلاق
open-all = فتح الكل
close-all = إغلاق الكل
show-fewer = عرض أقل
fact-menu = المصدر والرابط والاستشهاد
show-cards = { $count ->
    [zero] لا بطاقات للعرض
    [one] عرض بطاقة واحدة
    [two] عرض بطاقتين
    [few] عرض { $count } بطاقات
    [many] عرض { $count } بطاقة
   *[other] عرض { $count } بطاقة
}
show-all = { $count ->
    [zero] لا بطاقات للعرض
    [one] عرض بطاقة واحدة
    [two] عرض البطاقتين
    [few] عرض البطاقات الـ { $count } كلها
    [many] عرض البطاقات الـ { $count } كلها
   *[other] عرض البطاقات الـ { $count } كلها
}

more-values = ذات بطاقات أقل، خارج القائمة: { $number }

sort = الترتيب
sort-story = حسب السرد
sort-name = حسب الاسم
sort-date = الأحدث أولاً

pages = الصفحات
previous-page = السابقة
next-page = التالية

view = العرض
view-cards = البطاقات
view-timeline = الخط الزمني
view-map = الخريطة
view-figures = الأرقام
view-sources = المصادر
nothing-dated = لا شيء من المعروض له تاريخ.
nothing-placed = لا شيء من المعروض له مكان.
nothing-counted = لا أرقام في المعروض.
nothing-reported = لا توجد واقعة مطابقة بعينها.
undated = { $facts } بلا تاريخ
unplaced = { $facts } بلا مكان
not-on-map = خارج الخريطة: { $places }
about-figures = الأشرطة المتجاورة تشترك في مقياس واحد يبدأ من 0. والسهم يعني «أكثر من».
said-then = تصريح
in-several = أوردها أكثر من مقال
written-differently = كتابات مختلفة

copy-link = رابط
cite = اقتباس
share-picture = صورة (PNG)
embed-card = أدرج هذه البطاقة
copied = تم النسخ
copy-by-hand = للنسخ يدوياً:
download = حفظ المعروض

cards = { $count ->
    [zero] لا بطاقات
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $count } بطاقات
    [many] { $count } بطاقة
   *[other] { $count } بطاقة
}
facts = { $count ->
    [zero] لا وقائع
    [one] واقعة واحدة
    [two] واقعتان
    [few] { $count } وقائع
    [many] { $count } واقعة
   *[other] { $count } واقعة
}
articles = { $count ->
    [zero] { $count } مقال
    [one] مقال واحد
    [two] مقالين
    [few] { $count } مقالات
    [many] { $count } مقالاً
   *[other] { $count } مقال
}
extent = { $facts } من { $articles }
status = { $cards }، { $facts } من { $articles }
nothing-found = لا بطاقة تطابق { $what }.
applied-search = «{ $text }»
showing-results-for = هذه نتائج البحث عن «{ $text }».

also-written = بكتابة أخرى
more-facts = { $count ->
    [zero] لا وقائع أخرى
    [one] واقعة أخرى
    [two] واقعتان أخريان
    [few] { $count } وقائع أخرى
    [many] { $count } واقعة أخرى
   *[other] { $count } واقعة أخرى
}
related = بطاقات ذات صلة
two-steps = على بعد خطوتين
via = عبر { $card }
in-both = في المقالين معاً
in-articles = { $count ->
    [zero] في { $count } مقال
    [one] في مقال واحد
    [two] في مقالين
    [few] في { $count } مقالات
    [many] في { $count } مقالاً
   *[other] في { $count } مقال
}

source-marker = { $article } ¶{ $paragraph }
paragraph = الفقرة { $paragraph } من { $paragraphs }
published = نُشر في { $date }
date-not-given = تاريخ النشر غير مذكور
read-article = قراءة المقال

relaxed-filters = أُلغيت التصفية والبحث لعرض بطاقة { $card }.
put-back = استرجاعهما

more-than = { $number }+
from-to = { $from } ← { $to }
more-than-spoken = أكثر من { $number }
from-to-spoken = من { $from } إلى { $to }
period = { $from }–{ $to }

years = { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
months = { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهراً
   *[other] { $count } شهر
}
days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوماً
   *[other] { $count } يوم
}

changes = تصحيحات وتعديلات
withdrawn = مسحوبة
revised-on = تعديل في { $date }:
corrected-on = تصحيح في { $date }:
withdrawn-on = سُحبت في { $date }:
fact-left-out-on = سُحبت واقعة في { $date }:
card-left-out-on = سُحبت بطاقة في { $date }:
earlier-changes = { $count ->
    [zero] لا تغييرات أقدم.
    [one] تغيير واحد أقدم مذكور في موضعه فقط.
    [two] تغييران أقدمان مذكوران في موضعيهما فقط.
    [few] { $count } تغييرات أقدم مذكورة في مواضعها فقط.
    [many] { $count } تغييراً أقدم تُذكر في مواضعها فقط.
   *[other] { $count } تغيير أقدم تُذكر في مواضعها فقط.
}

languages = اللغة
this-language = العربية

embed-link = أدرج هذه البطاقات في صفحتك

cannot-start = البحث ومعظم أدوات التصفية لا تعمل حالياً. ويمكن مع ذلك قراءة جميع الوقائع.

# The pages of single cards and facts, and the feed of changes.
on-card = على البطاقة
also-on = وترد أيضاً على
in-story = افتحها ضمن الملف
card-gone = لم تعد هذه البطاقة جزءاً من هذا الملف.
fact-gone = لم تعد هذه الواقعة جزءاً من هذا الملف.
feed-link = تابع التغييرات في قارئ الخلاصات
added-on = أُضيفت في { $date }:
