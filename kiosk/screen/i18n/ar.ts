<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AttractPage</name>
    <message>
        <source>I am an automated assistant. Our staff are only a tap away.</source>
        <translation>أنا مساعد آلي. وموظفونا على بُعد لمسة واحدة.</translation>
    </message>
    <message>
        <source>Looking for something?</source>
        <translation>هل تبحث عن شيء؟</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>عرض خاص</translation>
    </message>
    <message>
        <source>Touch to begin, then tap or talk. I know every shelf in the store.</source>
        <translation>المس الشاشة للبدء، ثم اضغط أو تحدّث. أعرف كل رف في المتجر.</translation>
    </message>
    <message>
        <source>Touch to begin. I know every shelf in the store.</source>
        <translation>المس الشاشة للبدء. أعرف كل رف في المتجر.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>المس للبدء</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>أهلاً وسهلاً</translation>
    </message>
</context>
<context>
    <name>AwayOverlay</name>
    <message>
        <source>One moment, I’m coming back</source>
        <translation>لحظة من فضلك، سأعود حالاً</translation>
    </message>
    <message>
        <source>One moment, I’m getting ready</source>
        <translation>لحظة من فضلك، أنا أستعد</translation>
    </message>
    <message>
        <source>This takes a few seconds. If you need help now, any member of staff is glad to help.</source>
        <translation>يستغرق هذا بضع ثوانٍ. إن كنت بحاجة إلى المساعدة الآن، فأي موظف يسعده أن يساعدك.</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Ask me</source>
        <translation>اسألني</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>استدعاء موظف</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>قائمتي</translation>
    </message>
    <message>
        <source>Tap to stop</source>
        <translation>اضغط للإيقاف</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>اضغط وتحدّث</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>لقد ساعدك %1. شكراً لك!</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>استلم %1 طلبك.</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 في الطريق إليك.</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>لم يتمكن أحد من الحضور. يُرجى التوجه إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>أُرسل النداء العاجل. تم تنبيه الموظفين.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>لقد استدعينا أحد الموظفين.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1, bay %2</source>
        <translation>خريطة المتجر مع الطريق إلى الممر %1، الوحدة %2</translation>
    </message>
    <message>
        <source>The map is not here yet.</source>
        <translation>الخريطة غير متاحة بعد.</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>أنت هنا</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 each</source>
        <translation>%1 للقطعة</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 غ</translation>
    </message>
    <message>
        <source>%1 kJ</source>
        <translation>%1 كيلوجول</translation>
    </message>
    <message>
        <source>%1 kcal</source>
        <translation>%1 سعرة حرارية</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 لكل %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1، %2، %3</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجاً</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>غير متوفر</numerusform>
            <numerusform>متوفر: %n</numerusform>
            <numerusform>متوفر: %n</numerusform>
            <numerusform>متوفر: %n</numerusform>
            <numerusform>متوفر: %n</numerusform>
            <numerusform>متوفر: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>منتج واحد</numerusform>
            <numerusform>منتجان</numerusform>
            <numerusform>%n منتجات</numerusform>
            <numerusform>%n منتجاً</numerusform>
            <numerusform>%n منتج</numerusform>
        </translation>
    </message>
    <message>
        <source>A helping hand</source>
        <translation>مساعدة عامة</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>التحقق من العمر</translation>
    </message>
    <message>
        <source>Aisle %1</source>
        <translation>الممر %1</translation>
    </message>
    <message>
        <source>Aisle %1, bay %2</source>
        <translation>الممر %1، الوحدة %2</translation>
    </message>
    <message>
        <source>Aisles %1</source>
        <translation>الممرات %1</translation>
    </message>
    <message>
        <source>Allergy question</source>
        <translation>سؤال عن الحساسية</translation>
    </message>
    <message>
        <source>Ask a member of staff</source>
        <translation>اسأل أحد الموظفين</translation>
    </message>
    <message>
        <source>Carbohydrate</source>
        <translation>الكربوهيدرات</translation>
    </message>
    <message>
        <source>Checking stock</source>
        <translation>التحقق من التوفّر</translation>
    </message>
    <message>
        <source>Closed right now</source>
        <translation>مغلق الآن</translation>
    </message>
    <message>
        <source>Did you say one of these?</source>
        <translation>هل قلت واحدة من هذه؟</translation>
    </message>
    <message>
        <source>Did you say “%1” or “%2”?</source>
        <translation>هل قلت «%1» أم «%2»؟</translation>
    </message>
    <message>
        <source>Did you say “%1”?</source>
        <translation>هل قلت «%1»؟</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>حالة طارئة</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>الطاقة</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>الدهون</translation>
    </message>
    <message>
        <source>Fiber</source>
        <translation>الألياف</translation>
    </message>
    <message>
        <source>Finding something</source>
        <translation>العثور على منتج</translation>
    </message>
    <message>
        <source>Health and medicine</source>
        <translation>الصحة والأدوية</translation>
    </message>
    <message>
        <source>Help at checkout</source>
        <translation>مساعدة عند الدفع</translation>
    </message>
    <message>
        <source>I am listening …</source>
        <translation>أنا أستمع …</translation>
    </message>
    <message>
        <source>I can’t answer right now. Please try again in a moment, or call a member of staff.</source>
        <translation>لا أستطيع الإجابة الآن. حاول مرة أخرى بعد لحظات أو استدعِ أحد الموظفين.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>لا أستطيع السمع حالياً. يمكنك الكتابة أو استدعاء موظف.</translation>
    </message>
    <message>
        <source>I can’t listen just yet. Please try again in a moment, or type your question.</source>
        <translation>لا أستطيع الاستماع بعد. حاول بعد لحظات أو اكتب سؤالك.</translation>
    </message>
    <message>
        <source>I did not hear anything. Please try again, or type your question.</source>
        <translation>لم أسمع شيئاً. حاول مرة أخرى أو اكتب سؤالك.</translation>
    </message>
    <message>
        <source>I don’t feel safe</source>
        <translation>لا أشعر بالأمان</translation>
    </message>
    <message>
        <source>I read your language, but I do not hear it here. Please type your question.</source>
        <translation>أقرأ لغتك لكنني لا أفهمها مسموعةً هنا. اكتب سؤالك من فضلك.</translation>
    </message>
    <message>
        <source>Lost child</source>
        <translation>طفل تائه</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة …</translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>غير متوفر</numerusform>
            <numerusform>بقيت قطعة واحدة فقط</numerusform>
            <numerusform>بقيت قطعتان فقط</numerusform>
            <numerusform>بقيت %n قطع فقط</numerusform>
            <numerusform>بقيت %n قطعة فقط</numerusform>
            <numerusform>بقيت %n قطعة فقط</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a locked case</source>
        <translation>فتح خزانة مقفلة</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>مفتوح حتى %1</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>غير متوفر</translation>
    </message>
    <message>
        <source>Please say it once more, or type it.</source>
        <translation>قلها مرة أخرى من فضلك أو اكتبها.</translation>
    </message>
    <message>
        <source>Please say it once more.</source>
        <translation>قلها مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>Product advice</source>
        <translation>نصيحة عن منتج</translation>
    </message>
    <message>
        <source>Protein</source>
        <translation>البروتين</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>الملح</translation>
    </message>
    <message>
        <source>Say which one, or tap it.</source>
        <translation>قل أيّها تقصد أو اضغط عليه.</translation>
    </message>
    <message>
        <source>Someone is hurt</source>
        <translation>هناك مصاب</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>حدثت مشكلة</translation>
    </message>
    <message>
        <source>Sorry, I could not hear you. Please try again, or type your question.</source>
        <translation>عذراً، لم أسمعك. حاول مرة أخرى أو اكتب سؤالك.</translation>
    </message>
    <message>
        <source>Sorry, I lost what you said. Please say it again in a moment, or type it.</source>
        <translation>عذراً، ضاع ما قلته. أعده بعد لحظات أو اكتبه.</translation>
    </message>
    <message>
        <source>Sorry, that did not work. Shall I call a member of staff?</source>
        <translation>عذراً، لم ينجح ذلك. هل أستدعي أحد الموظفين؟</translation>
    </message>
    <message>
        <source>Speak to a manager</source>
        <translation>التحدث إلى المدير</translation>
    </message>
    <message>
        <source>That was a bit loud for me. A little further away, please.</source>
        <translation>كان الصوت عالياً قليلاً. ابتعد قليلاً من فضلك.</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>a date without its year, as Qt writes formats</comment>
        <translation>dddd، d MMMM</translation>
    </message>
    <message>
        <source>of which saturates</source>
        <translation>منها المشبعة</translation>
    </message>
    <message>
        <source>of which sugars</source>
        <translation>منها السكريات</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>اليوم الساعة %1</translation>
    </message>
</context>
<context>
    <name>HearingLight</name>
    <message>
        <source>Listening</source>
        <translation>أستمع</translation>
    </message>
    <message>
        <source>You can speak</source>
        <translation>يمكنك التحدث</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>About the store</source>
        <translation>عن المتجر</translation>
    </message>
    <message>
        <source>Can I pay with my phone?</source>
        <translation>هل يمكنني الدفع بهاتفي؟</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Do you cut keys?</source>
        <translation>هل تنسخون المفاتيح؟</translation>
    </message>
    <message>
        <source>Do you deliver?</source>
        <translation>هل توصلون إلى المنازل؟</translation>
    </message>
    <message>
        <source>Hello! What are you looking for?</source>
        <translation>مرحباً! عمّ تبحث؟</translation>
    </message>
    <message>
        <source>How do I return something?</source>
        <translation>كيف أعيد منتجاً؟</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type what you need, in your own words.</source>
        <translation>أنا مساعد آلي. اكتب ما تحتاجه بكلماتك.</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type, or tap the microphone and talk.</source>
        <translation>أنا مساعد آلي. اكتب، أو اضغط على الميكروفون وتحدّث.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>عرض خاص</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>الأكثر طلباً</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>ابحث عن المنتجات والعلامات</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>ابحث في المتجر</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>عرض الكل</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>ما أوقات العمل؟</translation>
    </message>
    <message>
        <source>Where are the restrooms?</source>
        <translation>أين دورات المياه؟</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>I’m finished</source>
        <translation>انتهيت</translation>
    </message>
    <message>
        <source>To keep your visit private, I forget everything when the time is up.</source>
        <translation>حفاظاً على خصوصيتك، أنسى كل شيء عند انتهاء الوقت.</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>نعم، أنا هنا</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>100 g</source>
        <translation>100 غ</translation>
    </message>
    <message>
        <source>100 ml</source>
        <translation>100 مل</translation>
    </message>
    <message>
        <source>100 pieces</source>
        <comment>after &apos;per&apos;</comment>
        <translation>100 قطعة</translation>
    </message>
    <message>
        <source>Active ingredient</source>
        <translation>المادة الفعالة</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Alcohol by volume</source>
        <translation>نسبة الكحول</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>الأطفال الرضّع</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>المخبوزات</translation>
    </message>
    <message>
        <source>Batteries</source>
        <translation>البطاريات</translation>
    </message>
    <message>
        <source>Battery size</source>
        <translation>مقاس البطارية</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Burn time</source>
        <translation>مدة الاشتعال</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>السعة</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>الكرفس</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>التركيب الكيميائي</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Color temperature</source>
        <translation>درجة حرارة اللون</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>الموصل</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>يغطي</translation>
    </message>
    <message>
        <source>Crustaceans</source>
        <translation>القشريات</translation>
    </message>
    <message>
        <source>Dairy &amp; Eggs</source>
        <translation>الألبان والبيض</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>القطر</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>الأبعاد</translation>
    </message>
    <message>
        <source>Dimmable</source>
        <translation>قابل لخفض الإضاءة</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>المشروبات</translation>
    </message>
    <message>
        <source>Eggs</source>
        <translation>البيض</translation>
    </message>
    <message>
        <source>Electronics &amp; Batteries</source>
        <translation>الإلكترونيات والبطاريات</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>الأسماك</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>النكهة</translation>
    </message>
    <message>
        <source>Food Cupboard</source>
        <translation>المؤونة</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>المجمدات</translation>
    </message>
    <message>
        <source>Fruit &amp; Vegetables</source>
        <translation>الفواكه والخضروات</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>الحديقة</translation>
    </message>
    <message>
        <source>Gluten</source>
        <translation>الغلوتين</translation>
    </message>
    <message>
        <source>Gluten-free</source>
        <translation>خالٍ من الغلوتين</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>حلال</translation>
    </message>
    <message>
        <source>Hardware &amp; DIY</source>
        <translation>الأدوات والعُدد</translation>
    </message>
    <message>
        <source>Health &amp; Beauty</source>
        <translation>الصحة والجمال</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Household &amp; Cleaning</source>
        <translation>المنزل والتنظيف</translation>
    </message>
    <message>
        <source>Kitchen &amp; Home</source>
        <translation>المطبخ والبيت</translation>
    </message>
    <message>
        <source>Kosher</source>
        <translation>كوشير</translation>
    </message>
    <message>
        <source>Lactose-free</source>
        <translation>خالٍ من اللاكتوز</translation>
    </message>
    <message>
        <source>Lamp base</source>
        <translation>قاعدة المصباح</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Life stage</source>
        <translation>المرحلة العمرية</translation>
    </message>
    <message>
        <source>Light Bulbs &amp; Lighting</source>
        <translation>المصابيح والإضاءة</translation>
    </message>
    <message>
        <source>Lupin</source>
        <translation>الترمس</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>المادة</translation>
    </message>
    <message>
        <source>Meat, Fish &amp; Deli</source>
        <translation>اللحوم والأسماك</translation>
    </message>
    <message>
        <source>Milk</source>
        <translation>الحليب</translation>
    </message>
    <message>
        <source>Molluscs</source>
        <translation>الرخويات</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>الخردل</translation>
    </message>
    <message>
        <source>Nut-free</source>
        <translation>خالٍ من المكسرات</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>المناسبة</translation>
    </message>
    <message>
        <source>Organic</source>
        <translation>عضوي</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Peanuts</source>
        <translation>الفول السوداني</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>الحيوانات الأليفة</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>عدد القطع</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>القدرة</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>بديل عن</translation>
    </message>
    <message>
        <source>Scent</source>
        <translation>الرائحة</translation>
    </message>
    <message>
        <source>Sesame</source>
        <translation>السمسم</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>عدد الأوراق</translation>
    </message>
    <message>
        <source>Shellfish</source>
        <translation>المحار والقشريات</translation>
    </message>
    <message>
        <source>Snacks &amp; Sweets</source>
        <translation>الوجبات الخفيفة والحلويات</translation>
    </message>
    <message>
        <source>Soy</source>
        <translation>الصويا</translation>
    </message>
    <message>
        <source>Stationery &amp; Gifts</source>
        <translation>القرطاسية والهدايا</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>التركيز</translation>
    </message>
    <message>
        <source>Sugar-free</source>
        <translation>خالٍ من السكر</translation>
    </message>
    <message>
        <source>Suitable for</source>
        <translation>مناسب لـ</translation>
    </message>
    <message>
        <source>Sulphites</source>
        <translation>الكبريتيت</translation>
    </message>
    <message>
        <source>Tree nuts</source>
        <translation>المكسرات</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>الاستخدام</translation>
    </message>
    <message>
        <source>Vegan</source>
        <translation>نباتي صرف</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>نباتي</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>الجهد الكهربائي</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Wattage</source>
        <translation>القدرة بالواط</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الوزن</translation>
    </message>
    <message>
        <source>Wheat</source>
        <translation>القمح</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>fl oz</source>
        <comment>fluid ounce, after &apos;per&apos;</comment>
        <translation>أونصة سائلة</translation>
    </message>
    <message>
        <source>ft</source>
        <comment>foot, after &apos;per&apos;</comment>
        <translation>قدم</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>كغ</translation>
    </message>
    <message>
        <source>l</source>
        <comment>liter</comment>
        <translation>لتر</translation>
    </message>
    <message>
        <source>lb</source>
        <comment>pound, after &apos;per&apos;</comment>
        <translation>رطل</translation>
    </message>
    <message>
        <source>m</source>
        <comment>meter</comment>
        <translation>متر</translation>
    </message>
    <message>
        <source>oz</source>
        <comment>ounce, after &apos;per&apos;</comment>
        <translation>أونصة</translation>
    </message>
    <message>
        <source>qt</source>
        <comment>quart, after &apos;per&apos;</comment>
        <translation>كوارت</translation>
    </message>
    <message>
        <source>sq ft</source>
        <comment>square foot, after &apos;per&apos;</comment>
        <translation>قدم مربعة</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1: in the basket</source>
        <translation>%1: في السلة</translation>
    </message>
    <message>
        <source>%1: not in the basket after all</source>
        <translation>%1: ليس في السلة</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Find a product and tap “Add to my list”. I keep the list until you leave.</source>
        <translation>ابحث عن منتج واضغط «أضف إلى قائمتي». أحتفظ بالقائمة حتى تغادر.</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>قائمتي</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>هل تمسحها فعلاً؟</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>ابحث في المتجر</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Your list is empty</source>
        <translation>قائمتك فارغة</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>On your list</source>
        <translation>في قائمتك</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>خريطة المتجر</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>I can hear you, and answer in writing for now.</source>
        <translation>أسمعك، وسأجيب كتابةً حالياً.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>لا أستطيع السمع حالياً. يمكنك الكتابة أو استدعاء موظف.</translation>
    </message>
    <message>
        <source>I can’t hear you at this kiosk. Please tap or type, I will answer aloud.</source>
        <translation>لا أستطيع سماعك في هذا الكشك. اضغط أو اكتب وسأجيب بصوت مسموع.</translation>
    </message>
    <message>
        <source>I can’t hear you just yet. It takes a moment; touch works as always.</source>
        <translation>لا أستطيع سماعك بعد. لحظة من فضلك، اللمس يعمل كالمعتاد.</translation>
    </message>
    <message>
        <source>Product information is away for a moment. A member of staff can help you.</source>
        <translation>معلومات المنتجات غير متاحة للحظات. يمكن لأحد الموظفين مساعدتك.</translation>
    </message>
    <message>
        <source>This kiosk works by touch: please tap or type.</source>
        <translation>هذا الكشك يعمل باللمس: اضغط أو اكتب من فضلك.</translation>
    </message>
</context>
<context>
    <name>OperatorInside</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look each visit begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>صوت أعلى</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>صوت أخفض</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume each shopper begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>was %1</source>
        <translation>كان %1</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>About this product</source>
        <translation>عن هذا المنتج</translation>
    </message>
    <message>
        <source>Allergens and diet</source>
        <translation>مسببات الحساسية والحمية</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>يحتوي على</translation>
    </message>
    <message>
        <source>From the product label. If you have an allergy, please read the pack too.</source>
        <translation>من ملصق المنتج. إن كانت لديك حساسية فاقرأ العبوة أيضاً.</translation>
    </message>
    <message>
        <source>Ingredients</source>
        <translation>المكونات</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>قد يحتوي على آثار من</translation>
    </message>
    <message>
        <source>No allergens are named on the label.</source>
        <translation>لا يذكر الملصق أي مسببات للحساسية.</translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation>القيم الغذائية</translation>
    </message>
    <message>
        <source>Nutrition per %1</source>
        <translation>القيم الغذائية لكل %1</translation>
    </message>
</context>
<context>
    <name>ProductHero</name>
    <message>
        <source>As of %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>For ages %1 and up. We check ID at checkout.</source>
        <translation>لمن عمره %1 سنة فأكثر. نتحقق من الهوية عند الدفع.</translation>
    </message>
    <message>
        <source>Offer ends %1</source>
        <translation>ينتهي العرض %1</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>A member of staff will gladly check it for you.</source>
        <translation>سيسرّ أحد الموظفين أن يتحقق لك.</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>أضف إلى قائمتي</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>اسأل موظفاً</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>اسأل عنه</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>يناسبه أيضاً</translation>
    </message>
    <message>
        <source>I can’t look this up right now.</source>
        <translation>لا أستطيع البحث عن هذا الآن.</translation>
    </message>
    <message>
        <source>I don’t know this product.</source>
        <translation>لا أعرف هذا المنتج.</translation>
    </message>
    <message>
        <source>On your list, add one more</source>
        <translation>في قائمتك، أضف واحداً آخر</translation>
    </message>
    <message>
        <source>Other sizes</source>
        <translation>أحجام أخرى</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>حاول مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>منتجات مشابهة</translation>
    </message>
    <message>
        <source>Take one of these instead</source>
        <translation>جرّب أحد هذه بدلاً منه</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Large map</source>
        <translation>خريطة كبيرة</translation>
    </message>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>الرف %1 من الأسفل</translation>
    </message>
</context>
<context>
    <name>ProductTile</name>
    <message>
        <source>Aisle %1</source>
        <translation>الممر %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Ask a person</source>
        <translation>اسأل موظفاً</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>اسأل المساعد</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>هل تقصد</translation>
    </message>
    <message>
        <source>I can’t search right now.</source>
        <translation>لا أستطيع البحث الآن.</translation>
    </message>
    <message>
        <source>I found nothing for “%1”</source>
        <translation>لم أجد شيئاً عن «%1»</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>عرض خاص</translation>
    </message>
    <message>
        <source>Please try again in a moment, or ask a member of staff.</source>
        <translation>حاول مرة أخرى بعد لحظات أو اسأل أحد الموظفين.</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>الأكثر طلباً</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>ابحث عن المنتجات والعلامات</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>نتائج «%1»</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Try fewer or other words. A member of staff can also check for you.</source>
        <translation>جرّب كلمات أقل أو أخرى. ويمكن لأحد الموظفين أن يتحقق لك أيضاً.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Ask the assistant</source>
        <translation>اسأل المساعد</translation>
    </message>
    <message>
        <source>Back, it is not urgent</source>
        <translation>رجوع، ليس الأمر عاجلاً</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>استدعاء موظف</translation>
    </message>
    <message>
        <source>I could not call anybody just now.</source>
        <translation>لم أتمكن من استدعاء أحد الآن.</translation>
    </message>
    <message>
        <source>If a life is in danger, call the emergency services too.</source>
        <translation>إذا كانت هناك حياة في خطر فاتصل بالطوارئ أيضاً.</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>في هذه الأثناء</translation>
    </message>
    <message>
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>حاول مرة أخرى، أو تحدّث إلى أي موظف أو إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>ابحث في المتجر</translation>
    </message>
    <message>
        <source>See the offers</source>
        <translation>عرض العروض</translation>
    </message>
    <message>
        <source>Tap a reason. Somebody comes to this kiosk.</source>
        <translation>اضغط على السبب. سيأتي أحدهم إلى هذا الكشك.</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>مساعدة عاجلة</translation>
    </message>
    <message>
        <source>What can we help you with?</source>
        <translation>كيف يمكننا مساعدتك؟</translation>
    </message>
    <message>
        <source>What is happening? Everyone in the store is alerted at once.</source>
        <translation>ماذا يحدث؟ سيُنبَّه جميع الموظفين فوراً.</translation>
    </message>
</context>
<context>
    <name>StaffStatus</name>
    <message>
        <source>%1 has your call</source>
        <translation>استلم %1 طلبك</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 في الطريق</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>تم استدعاء أحد الموظفين</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>حسناً</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>تم الاستدعاء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Glad we could help</source>
        <translation>يسعدنا أننا ساعدناك</translation>
    </message>
    <message>
        <source>Help is being called right now</source>
        <translation>يجري استدعاء المساعدة الآن</translation>
    </message>
    <message>
        <source>I don’t need help any more</source>
        <translation>لم أعد بحاجة إلى المساعدة</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>هل من شيء آخر؟ ما عليك إلا السؤال.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>لم يتمكن أحد من الحضور هذه المرة</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>لن يأتي أحد. يمكنك الطلب مجدداً في أي وقت.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>ابقَ قرب هذا الكشك من فضلك، سيجدك %1 هنا.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk. You can go on using it meanwhile.</source>
        <translation>ابقَ قرب هذا الكشك من فضلك. يمكنك متابعة استخدامه في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>تم الاستلام</translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>نأسف لذلك. يُرجى التوجه إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>أُلغي طلبك</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less of %1</source>
        <translation>أنقص واحداً من %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>أضف واحداً من %1</translation>
    </message>
</context>
<context>
    <name>TalkChoices</name>
    <message>
        <source>No, something else</source>
        <translation>لا، شيء آخر</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>لا شيء منها</translation>
    </message>
    <message>
        <source>Type it instead</source>
        <translation>أفضّل الكتابة</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Ask me anything about the store</source>
        <translation>اسألني أي شيء عن المتجر</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>المساعد</translation>
    </message>
    <message>
        <source>Automated, not a person</source>
        <translation>آلي، وليس إنساناً</translation>
    </message>
    <message>
        <source>Call a person</source>
        <translation>استدعاء شخص</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>I am an automated assistant; nothing you say is recorded.</source>
        <translation>أنا مساعد آلي، ولا يُسجَّل شيء مما تقوله.</translation>
    </message>
    <message>
        <source>I need a gift for a child</source>
        <translation>أحتاج إلى هدية لطفل</translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation>انتهيت</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>أوقف الكلام</translation>
    </message>
    <message>
        <source>Tap the microphone and talk, or type below. I am an automated assistant; nothing you say is recorded.</source>
        <translation>اضغط على الميكروفون وتحدّث، أو اكتب في الأسفل. أنا مساعد آلي، ولا يُسجَّل شيء مما تقوله.</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>اضغط وتحدّث</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Type below in your own words. I am an automated assistant.</source>
        <translation>اكتب في الأسفل بكلماتك. أنا مساعد آلي.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>الكتابة بدلاً من ذلك</translation>
    </message>
    <message>
        <source>Type your question</source>
        <translation>اكتب سؤالك</translation>
    </message>
    <message>
        <source>What is on offer?</source>
        <translation>ما العروض الحالية؟</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>ما أوقات العمل؟</translation>
    </message>
    <message>
        <source>Where is the oat milk?</source>
        <translation>أين حليب الشوفان؟</translation>
    </message>
</context>
<context>
    <name>TalkTurn</name>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>مساعد آلي</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>إجابة سيئة</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>استدعاء أحد الموظفين</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>إجابة جيدة</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>صوت أعلى</translation>
    </message>
    <message>
        <source>Open my list</source>
        <translation>افتح قائمتي</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>صوت أخفض</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>كرّر الإجابة</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>عرض %1 أخرى</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>Something is not true</source>
        <translation>معلومة غير صحيحة</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>شكراً لك.</translation>
    </message>
    <message>
        <source>The wrong product</source>
        <translation>المنتج الخطأ</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>ما الخطأ؟</translation>
    </message>
    <message>
        <source>You did not understand me</source>
        <translation>لم تفهمني</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Hello, I am an automated assistant. Ask me where something is, what it costs, or for a person.</source>
        <translation>مرحباً، أنا مساعد آلي. اسألني عن مكان منتج أو سعره، أو اطلب موظفاً.</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>أوقف الكلام</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>symbols</name>
    <message>
        <source>abc</source>
        <translation>أبج</translation>
    </message>
</context>
</TS>
