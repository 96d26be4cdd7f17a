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
        <source>I know every shelf in the store.</source>
        <translation>أعرف كل رف في المتجر.</translation>
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
        <source>Or just say “%1”.</source>
        <translation>أو قل فقط «%1».</translation>
    </message>
    <message>
        <source>Tap or talk: I know every shelf in the store.</source>
        <translation>اضغط أو تحدّث: أعرف كل رف في المتجر.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>المس للبدء</translation>
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
    <name>CallWords</name>
    <message>
        <source>%1 came and found nobody.</source>
        <translation>جاء %1 ولم يجد أحداً.</translation>
    </message>
    <message>
        <source>%1 could not come after all. I am calling again.</source>
        <translation>لم يتمكن %1 من الحضور. سأنادي من جديد.</translation>
    </message>
    <message>
        <source>%1 has asked a colleague.</source>
        <translation>طلب %1 من زميل أن يأتي إليك.</translation>
    </message>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>لقد ساعدك %1. شكراً لك!</translation>
    </message>
    <message>
        <source>%1 has your call</source>
        <translation>استلم %1 طلبك</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>استلم %1 طلبك.</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 في الطريق</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 في الطريق إليك.</translation>
    </message>
    <message>
        <source>%1 looked: we do not have it.</source>
        <translation>بحث %1: ليس لدينا هذا المنتج.</translation>
    </message>
    <message>
        <source>%1 takes longer than usual.</source>
        <translation>يتأخر %1 أكثر من المعتاد.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>أحد الموظفين</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>تم استدعاء أحد الموظفين</translation>
    </message>
    <message>
        <source>As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.</source>
        <translation>ما إن يستلم أحد الموظفين طلبك حتى يظهر اسمه هنا. ابقَ قرب هذا الكشك من فضلك، ويمكنك متابعة استخدامه.</translation>
    </message>
    <message>
        <source>Call again any time.</source>
        <translation>نادِ من جديد متى شئت.</translation>
    </message>
    <message>
        <source>Everyone in the store is being alerted.</source>
        <translation>يجري تنبيه جميع الموظفين.</translation>
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
        <source>I am on my way to you.</source>
        <translation>أنا في الطريق إليك.</translation>
    </message>
    <message>
        <source>I am ringing everyone once more.</source>
        <translation>أنادي جميع الموظفين من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.</source>
        <translation>
            <numerusform>آسف، لم يُجب أحد بعد. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
            <numerusform>آسف، لم يُجب أحد منذ دقيقة. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
            <numerusform>آسف، لم يُجب أحد منذ دقيقتين. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
            <numerusform>آسف، لم يُجب أحد منذ %n دقائق. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
            <numerusform>آسف، لم يُجب أحد منذ %n دقيقة. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
            <numerusform>آسف، لم يُجب أحد منذ %n دقيقة. قد تُساعَد أسرع في مكتب الخدمة.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am sorry, nobody has answered yet. At the service desk you may be helped sooner.</source>
        <translation>آسف، لم يُجب أحد بعد. قد تُساعَد أسرع في مكتب الخدمة.</translation>
    </message>
    <message>
        <source>I am sorry, this takes longer than it should. If %1 is not here yet, the service desk can help you too.</source>
        <translation>آسف، هذا يستغرق أطول مما ينبغي. إن لم يصل %1 بعد فيمكن لمكتب الخدمة مساعدتك أيضاً.</translation>
    </message>
    <message>
        <source>I am sorry, we have none left.</source>
        <translation>آسف، لم يبقَ لدينا منه شيء.</translation>
    </message>
    <message>
        <source>I am sorry. Shall I show you something like it?</source>
        <translation>آسف. هل أعرض عليك شيئاً مشابهاً؟</translation>
    </message>
    <message>
        <source>I have rung them again.</source>
        <translation>ناديتهم مرة أخرى.</translation>
    </message>
    <message>
        <source>I will be with you in five minutes.</source>
        <translation>سأكون عندك خلال خمس دقائق.</translation>
    </message>
    <message>
        <source>I will be with you in two minutes.</source>
        <translation>سأكون عندك خلال دقيقتين.</translation>
    </message>
    <message>
        <source>I will have a look for you.</source>
        <translation>سأبحث لك عنه.</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>هل من شيء آخر؟ ما عليك إلا السؤال.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. I can still ring; at the service desk you may be helped sooner.</source>
        <translation>لا يوجد موظف يتابع النداءات على هاتفه الآن. يمكنني أن أواصل النداء، وقد تُساعَد أسرع في مكتب الخدمة.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.</source>
        <translation>لا يوجد موظف يتابع النداءات على هاتفه الآن. يستمر النداء، وقد تُساعَد أسرع في مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>لم يتمكن أحد من الحضور هذه المرة</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>لم يتمكن أحد من الحضور. يُرجى التوجه إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. Call out for help, or call the emergency services.</source>
        <translation>لم يُجب أحد بعد. اطلب المساعدة بصوت عالٍ أو اتصل بالطوارئ.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. See what else you can do.</source>
        <translation>لم يُجب أحد بعد. انظر ماذا يمكنك أن تفعل أيضاً.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: I have called the shift lead, too.</source>
        <translation>لم يُجب أحد بعد: ناديت مسؤول الوردية أيضاً.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: everyone in the store is being called now.</source>
        <translation>لم يُجب أحد بعد: يُنادى الآن جميع الموظفين.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now, so please do not wait for us: if a life is in danger, call the emergency services at once.</source>
        <translation>لا يوجد أحد في الخدمة الآن، فلا تنتظرنا: إن كانت حياة أحد في خطر فاتصل فوراً بالطوارئ.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. You can still call: your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>لا يوجد أحد في الخدمة الآن. يمكنك النداء مع ذلك: نداؤك محفوظ أربع ساعات، وسيرنّ حالما يصل أحد.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>لا يوجد أحد في الخدمة الآن. نداؤك محفوظ أربع ساعات، وسيرنّ حالما يصل أحد.</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>لن يأتي أحد. يمكنك الطلب مجدداً في أي وقت.</translation>
    </message>
    <message>
        <source>Please come to the service desk.</source>
        <translation>يُرجى الحضور إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>ابقَ قرب هذا الكشك من فضلك، سيجدك %1 هنا.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, we will find you here.</source>
        <translation>ابقَ قرب هذا الكشك من فضلك، سنجدك هنا.</translation>
    </message>
    <message>
        <source>Somebody has already called for this. Whoever comes helps you, too.</source>
        <translation>سبق أن نادى أحدهم للأمر نفسه. من سيأتي سيساعدك أنت أيضاً.</translation>
    </message>
    <message>
        <source>Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.</source>
        <translation>ابقَ عند هذا الكشك إن كان المكان آمناً كي نجدك. إذا كانت هناك حياة في خطر فاتصل بالطوارئ أيضاً.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>أُرسل النداء العاجل. تم تنبيه الموظفين.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody answers within about %n minute(s).</source>
        <translation>
            <numerusform>عادةً يجيب أحدهم حالاً.</numerusform>
            <numerusform>عادةً يجيب أحدهم خلال دقيقة تقريباً.</numerusform>
            <numerusform>عادةً يجيب أحدهم خلال دقيقتين تقريباً.</numerusform>
            <numerusform>عادةً يجيب أحدهم خلال %n دقائق تقريباً.</numerusform>
            <numerusform>عادةً يجيب أحدهم خلال %n دقيقة تقريباً.</numerusform>
            <numerusform>عادةً يجيب أحدهم خلال %n دقيقة تقريباً.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually somebody answers within half a minute.</source>
        <translation>عادةً يجيب أحدهم خلال نصف دقيقة.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody is here within about %n minute(s) of a call.</source>
        <translation>
            <numerusform>عادةً يصل أحدهم حالاً.</numerusform>
            <numerusform>عادةً يصل أحدهم خلال دقيقة تقريباً من النداء.</numerusform>
            <numerusform>عادةً يصل أحدهم خلال دقيقتين تقريباً من النداء.</numerusform>
            <numerusform>عادةً يصل أحدهم خلال %n دقائق تقريباً من النداء.</numerusform>
            <numerusform>عادةً يصل أحدهم خلال %n دقيقة تقريباً من النداء.</numerusform>
            <numerusform>عادةً يصل أحدهم خلال %n دقيقة تقريباً من النداء.</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>نأسف لذلك. يُرجى التوجه إلى مكتب الخدمة.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>لقد استدعينا أحد الموظفين.</translation>
    </message>
    <message>
        <source>You need not wait here. Write what it is about, for whoever comes.</source>
        <translation>لا حاجة إلى الانتظار هنا. اكتب عن الموضوع لمن سيأتي.</translation>
    </message>
    <message>
        <source>Your call is kept</source>
        <translation>نداؤك محفوظ</translation>
    </message>
    <message>
        <source>Your call is kept: nobody is on shift right now.</source>
        <translation>نداؤك محفوظ: لا يوجد أحد في الخدمة الآن.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>أُلغي طلبك</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>%1 %</source>
        <translation>%1٪</translation>
    </message>
    <message>
        <source>All buttons in the lower half of the screen.</source>
        <translation>كل الأزرار في النصف السفلي من الشاشة.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>تسهيل الاستخدام</translation>
    </message>
    <message>
        <source>Everything within reach</source>
        <translation>كل شيء في المتناول</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>I wait longer before I ask whether you are still there.</source>
        <translation>أنتظر وقتاً أطول قبل أن أسأل إن كنت ما زلت هنا.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>وقت أطول</translation>
    </message>
    <message>
        <source>Nothing slides, fades or blinks.</source>
        <translation>لا انزلاق ولا تلاشٍ ولا وميض.</translation>
    </message>
    <message>
        <source>Read this page aloud</source>
        <translation>اقرأ هذه الصفحة بصوت مسموع</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>Compare %n product(s)</source>
        <translation>
            <numerusform>لا منتجات للمقارنة</numerusform>
            <numerusform>قارن منتجاً واحداً</numerusform>
            <numerusform>قارن منتجين</numerusform>
            <numerusform>قارن %n منتجات</numerusform>
            <numerusform>قارن %n منتجاً</numerusform>
            <numerusform>قارن %n منتج</numerusform>
        </translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>لا داعي</translation>
    </message>
    <message>
        <source>Pick two at least</source>
        <translation>اختر اثنين على الأقل</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>ابدأ من جديد</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>أزل %1 من المقارنة</translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 مقابل %2</translation>
    </message>
    <message>
        <source>%1 in 100 g or ml</source>
        <translation>%1 في 100 غ أو مل</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 لكل %2</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>أفضل قيمة</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>يحتوي على</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>الحمية</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>أقل سعر</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>قد يحتوي على آثار من</translation>
    </message>
    <message>
        <source>None named</source>
        <translation>غير مذكورة</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Price by amount</source>
        <translation>السعر حسب الكمية</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>المخزون</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>مكانه</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>مختلف</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Add another</source>
        <translation>أضف آخر</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>الاختلافات فقط</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>ابحث عن منتجات</translation>
    </message>
    <message>
        <source>From the product labels. If you have an allergy, please read the pack too.</source>
        <translation>من ملصقات المنتجات. إن كانت لديك حساسية فاقرأ العبوة أيضاً.</translation>
    </message>
    <message>
        <source>I can’t compare these right now.</source>
        <translation>لا أستطيع مقارنتها الآن.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>ابدأ من جديد</translation>
    </message>
    <message>
        <source>Tap one to compare it</source>
        <translation>اضغط على منتج لمقارنته</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>What shall I compare?</source>
        <translation>ماذا أقارن؟</translation>
    </message>
    <message>
        <source>With what shall I compare it?</source>
        <translation>بماذا أقارنه؟</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>Map of the store with the way past everything on your list</source>
        <translation>خريطة المتجر مع الطريق المار بكل ما في قائمتك</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1</source>
        <translation>خريطة المتجر مع الطريق إلى الممر %1</translation>
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
        <source>%n item(s)</source>
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
        <source>Closed now, opens %1 at %2</source>
        <comment>a weekday and a time</comment>
        <translation>مغلق الآن، يفتح %1 الساعة %2</translation>
    </message>
    <message>
        <source>Closed now, opens at %1</source>
        <translation>مغلق الآن، يفتح الساعة %1</translation>
    </message>
    <message>
        <source>Closed now, opens tomorrow at %1</source>
        <translation>مغلق الآن، يفتح غداً الساعة %1</translation>
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
        <source>Open day and night</source>
        <translation>مفتوح ليلاً ونهاراً</translation>
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
        <source>Ask me, for example</source>
        <translation>اسألني مثلاً</translation>
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
        <source>On offer</source>
        <translation>عرض خاص</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>الأكثر طلباً الآن</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>امسح منتجاً</translation>
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
        <source>Shopping list</source>
        <translation>قائمة التسوق</translation>
    </message>
    <message>
        <source>Store information</source>
        <translation>معلومات المتجر</translation>
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
    <message>
        <source>You can say “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>يمكنك أن تقول بالإنجليزية مثلاً: ⁦“Where is the oat milk?”⁩</translation>
    </message>
    <message>
        <source>You can type “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>يمكنك أن تكتب بالإنجليزية مثلاً: ⁦“Where is the oat milk?”⁩</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Give me more time</source>
        <translation>أحتاج إلى وقت أطول</translation>
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
    <name>InfoPage</name>
    <message>
        <source>%1 to %2</source>
        <comment>from a time to a time</comment>
        <translation>%1 إلى %2</translation>
    </message>
    <message>
        <source>About the store</source>
        <translation>عن المتجر</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>ليلاً ونهاراً</translation>
    </message>
    <message>
        <source>Forget everything now</source>
        <translation>انسَ كل شيء الآن</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>معلومات مفيدة</translation>
    </message>
    <message>
        <source>I am an automated assistant, not a person. What you say is worked out on this machine; no sound is kept or sent away. When you leave I forget your questions and your list.</source>
        <translation>أنا مساعد آلي ولست إنساناً. يُعالَج ما تقوله على هذا الجهاز، ولا يُحفظ أي صوت ولا يُرسل. وعندما تغادر أنسى أسئلتك وقائمتك.</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>This kiosk and you</source>
        <translation>هذا الكشك وأنت</translation>
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
    <name>LanguageNote</name>
    <message>
        <source>The assistant understands and answers English only. A person can help you at any time.</source>
        <translation>المساعد يفهم الإنجليزية فقط ويجيب بها. يمكن لأحد الموظفين مساعدتك في أي وقت.</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
</context>
<context>
    <name>ListLine</name>
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
        <source>Remove %1</source>
        <translation>إزالة %1</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1, %2 in the basket</source>
        <translation>%1، منها %2 في السلة</translation>
    </message>
    <message>
        <source>As I added it</source>
        <translation>بترتيب الإضافة</translation>
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
        <source>In the order of the walk</source>
        <translation>بترتيب المسار</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>قائمتي</translation>
    </message>
    <message>
        <source>Offers on several are taken off at the checkout.</source>
        <translation>تُخصم عروض الكميات عند الدفع.</translation>
    </message>
    <message>
        <source>Offers save you %1</source>
        <translation>توفّر لك العروض %1</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>هل تمسحها فعلاً؟</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>ابحث في المتجر</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>أرني الطريق</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>خذها معك</translation>
    </message>
    <message>
        <source>That could not be changed just now. Your list is as you see it here.</source>
        <translation>تعذّر التغيير الآن. قائمتك كما تراها هنا.</translation>
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
    <name>ListTake</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As a message</source>
        <translation>كرسالة</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>كنص</translation>
    </message>
    <message>
        <source>Code %1 of %2</source>
        <translation>الرمز %1 من %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Point a scanner app at the code: it shows your list as text. No network is needed.</source>
        <translation>وجّه تطبيق مسح نحو الرمز ليعرض قائمتك نصاً. لا حاجة إلى شبكة.</translation>
    </message>
    <message>
        <source>Point your phone’s camera at the code. It opens a message with your list: keep it as a draft or send it to yourself. No network is needed.</source>
        <translation>وجّه كاميرا هاتفك نحو الرمز. ستُفتح رسالة فيها قائمتك: احفظها كمسودة أو أرسلها إلى نفسك. لا حاجة إلى شبكة.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>اطبعها</translation>
    </message>
    <message>
        <source>QR code with your list</source>
        <translation>رمز QR فيه قائمتك</translation>
    </message>
    <message>
        <source>Shopping list, %1</source>
        <translation>قائمة التسوق، %1</translation>
    </message>
    <message>
        <source>Take your list along</source>
        <translation>خذ قائمتك معك</translation>
    </message>
    <message>
        <source>That did not work just now. Please try again, or ask a member of staff.</source>
        <translation>لم ينجح ذلك الآن. حاول مرة أخرى أو اسأل أحد الموظفين.</translation>
    </message>
    <message>
        <source>The code before</source>
        <translation>الرمز السابق</translation>
    </message>
    <message>
        <source>The next code</source>
        <translation>الرمز التالي</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>Your list is being printed.</source>
        <translation>تجري طباعة قائمتك.</translation>
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
    <name>MapAisles</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>All aisles</source>
        <translation>كل الممرات</translation>
    </message>
    <message>
        <source>Along my list</source>
        <translation>بحسب قائمتي</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>الطريق</translation>
    </message>
    <message>
        <source>The way along my list</source>
        <translation>الطريق بحسب قائمتي</translation>
    </message>
</context>
<context>
    <name>MapStops</name>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Down</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation>المتجر كله</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>إلى اليسار</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>إلى اليمين</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى الأعلى</translation>
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
        <translation>%1٪</translation>
    </message>
    <message>
        <source>%1 GB free</source>
        <translation>%1 غ.ب متاحة</translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation>تجري إعادة تشغيل %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>عمره يوم واحد</numerusform>
            <numerusform>عمره يومان</numerusform>
            <numerusform>عمره %n أيام</numerusform>
            <numerusform>عمره %n يوماً</numerusform>
            <numerusform>عمره %n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>عمره ساعة واحدة</numerusform>
            <numerusform>عمره ساعتان</numerusform>
            <numerusform>عمره %n ساعات</numerusform>
            <numerusform>عمره %n ساعة</numerusform>
            <numerusform>عمره %n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>A phone was let in.</source>
        <translation>تمت إضافة هاتف.</translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation>Aislewise</translation>
    </message>
    <message>
        <source>Calls beyond the staff page</source>
        <translation>النداءات خارج صفحة الموظفين</translation>
    </message>
    <message>
        <source>Calls by a program</source>
        <translation>النداءات عبر برنامج</translation>
    </message>
    <message>
        <source>Calls by messenger</source>
        <translation>النداءات عبر تطبيقات المراسلة</translation>
    </message>
    <message>
        <source>Calls over MQTT</source>
        <translation>النداءات عبر MQTT</translation>
    </message>
    <message>
        <source>Calls to a web server</source>
        <translation>النداءات إلى خادم ويب</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>الفهرس</translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation>عمر الفهرس</translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation>أغلق Aislewise الآن</translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation>إغلاق Aislewise …</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>إغلاق الكشك</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation>كل شيء عدا الشاشة</translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation>آخر اتصال بالمركز</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>أبقه مفتوحاً</translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation>تم الحفظ. يسري من الآن.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>الكشك</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>نموذج اللغة</translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation>لغات المتسوقين</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation>المخزون والأسعار المباشرة</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>صوت أعلى</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>مكبر الصوت</translation>
    </message>
    <message>
        <source>Messenger %1</source>
        <translation>تطبيق مراسلة %1</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>صوت أخفض</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation>التعرف على الكلام</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>الماسح</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>Shift roster</source>
        <translation>جدول المناوبات</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>أجهزة الصوت</translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation>صفحة الموظفين</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>State file</source>
        <translation>ملف الحالة</translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation>أخذ السجلات</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>لم ينجح ذلك: %1</translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation>السجلات في %1</translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation>تُغلق الشاشة والصوت وصفحة الموظفين، ويجب على أحدهم تشغيلها من الجهاز.</translation>
    </message>
    <message>
        <source>The store’s hub</source>
        <translation>مركز المتجر</translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation>لا تحتوي على أي شيء عن المتسوقين. وصّل ذاكرة USB لتظهر هنا.</translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation>إلى الذاكرة %1</translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation>إلى قرص هذا الكشك</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation>كلمة التنبيه</translation>
    </message>
    <message>
        <source>is down</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>is starting</source>
        <translation>قيد التشغيل</translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation>أقل من ساعة</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبداً</translation>
    </message>
    <message>
        <source>works</source>
        <translation>يعمل</translation>
    </message>
</context>
<context>
    <name>OperatorPhones</name>
    <message numerus="yes">
        <source>%n phone(s) may sign in. A new one needs a code from here, once.</source>
        <translation>
            <numerusform>لا هاتف يمكنه تسجيل الدخول بعد. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
            <numerusform>هاتف واحد يمكنه تسجيل الدخول. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
            <numerusform>هاتفان يمكنهما تسجيل الدخول. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
            <numerusform>%n هواتف يمكنها تسجيل الدخول. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
            <numerusform>%n هاتفًا يمكنها تسجيل الدخول. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
            <numerusform>%n هاتف يمكنها تسجيل الدخول. يحتاج كل هاتف جديد إلى رمز من هنا مرة واحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>رمز آخر</translation>
    </message>
    <message>
        <source>Fingerprint of the store’s certificate: %1</source>
        <translation>بصمة شهادة المتجر: %1</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>إخفاء الرمز</translation>
    </message>
    <message>
        <source>Phones for staff</source>
        <translation>هواتف الموظفين</translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation>رمز QR لهاتف</translation>
    </message>
    <message numerus="yes">
        <source>Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).</source>
        <translation>
            <numerusform>امسحه بكاميرا الهاتف. لم يعد صالحًا.</numerusform>
            <numerusform>امسحه بكاميرا الهاتف. يصلح لهاتف واحد، لدقيقة واحدة أخرى.</numerusform>
            <numerusform>امسحه بكاميرا الهاتف. يصلح لهاتف واحد، لدقيقتين أخريين.</numerusform>
            <numerusform>امسحه بكاميرا الهاتف. يصلح لهاتف واحد، لـ%n دقائق أخرى.</numerusform>
            <numerusform>امسحه بكاميرا الهاتف. يصلح لهاتف واحد، لـ%n دقيقة أخرى.</numerusform>
            <numerusform>امسحه بكاميرا الهاتف. يصلح لهاتف واحد، لـ%n دقيقة أخرى.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a code for a phone</source>
        <translation>إظهار رمز لهاتف</translation>
    </message>
    <message>
        <source>Without a camera, open %1 and type</source>
        <translation>بدون كاميرا، افتح %1 واكتب</translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation>
            <numerusform>لا أرقام</numerusform>
            <numerusform>رقم واحد</numerusform>
            <numerusform>رقمان</numerusform>
            <numerusform>%n أرقام</numerusform>
            <numerusform>%n رقماً</numerusform>
            <numerusform>%n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation>العودة إلى المتسوقين</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation>لمشغّل هذا الكشك</translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation>لم يُحدَّد رقم سري. في طرفية هذا الجهاز شغّل: aislewise operator pin</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation>الرقم السري غير صحيح. حاول مجدداً بعد %1 ث.</translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation>لا يمكن التحقق من الرقم السري الآن. هل القرص ممتلئ؟</translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation>ملف الرقم السري تالف. حدّد رقماً جديداً من طرفية هذا الجهاز: aislewise operator pin</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation>محاولات خاطئة كثيرة. حاول مجدداً بعد %1 ث.</translation>
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
    <name>ProductMissing</name>
    <message>
        <source>Ask a person</source>
        <translation>اسأل موظفاً</translation>
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
        <source>It may be new, or from another store. Scan it once more with the whole barcode in the light, or search for it by its name.</source>
        <translation>قد يكون جديداً أو من متجر آخر. امسحه مرة أخرى والباركود كله في الضوء، أو ابحث عنه باسمه.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>حاول مرة أخرى بعد لحظات.</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>ابحث بالاسم</translation>
    </message>
    <message>
        <source>The code that I read: %1</source>
        <translation>الرمز الذي قرأته: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Add to my list</source>
        <translation>أضف إلى قائمتي</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>اسأل عنه</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>يناسبه أيضاً</translation>
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
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>منتجات مشابهة</translation>
    </message>
    <message>
        <source>Something wrong here?</source>
        <translation>هل هناك خطأ هنا؟</translation>
    </message>
    <message>
        <source>Take one of these instead</source>
        <translation>جرّب أحد هذه بدلاً منه</translation>
    </message>
    <message>
        <source>The like for less</source>
        <translation>مشابه بسعر أقل</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>الرف %1 من الأسفل</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>أرني الطريق</translation>
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
    <name>ProductWrong</name>
    <message>
        <source>I could not keep that just now. Please try again, or tell a member of staff.</source>
        <translation>تعذّر حفظ ذلك الآن. حاول مرة أخرى أو أخبر أحد الموظفين.</translation>
    </message>
    <message>
        <source>Ingredients, allergens or nutrition are wrong</source>
        <translation>المكونات أو مسببات الحساسية أو القيم الغذائية خاطئة</translation>
    </message>
    <message>
        <source>It is not on the shelf</source>
        <translation>ليس على الرف</translation>
    </message>
    <message>
        <source>It stands somewhere else</source>
        <translation>إنه في مكان آخر</translation>
    </message>
    <message>
        <source>Name, size or picture are wrong</source>
        <translation>الاسم أو الحجم أو الصورة خطأ</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>Tap what is wrong. Nothing about you is kept.</source>
        <translation>اضغط على الخطأ. لا يُحفظ شيء عنك.</translation>
    </message>
    <message>
        <source>Tell a member of staff</source>
        <translation>أخبر أحد الموظفين</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>شكراً لك!</translation>
    </message>
    <message>
        <source>The price on the shelf is another</source>
        <translation>السعر على الرف مختلف</translation>
    </message>
    <message>
        <source>The store will check it. Nothing about you was kept.</source>
        <translation>سيتحقق المتجر من ذلك. لم يُحفظ شيء عنك.</translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation>ما الخطأ هنا؟</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>I am an automated assistant. Everything to touch is below.</source>
        <translation>أنا مساعد آلي. كل ما يُلمس في الأسفل.</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Read this page aloud</source>
        <translation>اقرأ هذه الصفحة بصوت مسموع</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>أوقف القراءة</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Ask a person</source>
        <translation>اسأل موظفاً</translation>
    </message>
    <message>
        <source>Hold the barcode in front of the scanner.</source>
        <translation>ضع الباركود أمام الماسح.</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>امسح منتجاً</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>ابحث بالاسم أو الرقم</translation>
    </message>
    <message>
        <source>You see its price, what is in it and where it belongs. You can scan on any page.</source>
        <translation>سترى سعره ومكوناته ومكانه. يمكنك المسح من أي صفحة.</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>Compare</source>
        <translation>قارن</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>تصفية وترتيب</translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation>تصفية وترتيب (%1)</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>متوفر</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>مخفّض</translation>
    </message>
    <message>
        <source>Tap to lift this filter</source>
        <translation>اضغط لإزالة هذه التصفية</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>حتى %1</translation>
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
    <name>SearchFilters</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>الأنسب</translation>
    </message>
    <message>
        <source>Best value by amount</source>
        <translation>أفضل سعر بحسب الكمية</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>الحمية</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>تصفية وترتيب</translation>
    </message>
    <message>
        <source>In stock (%1)</source>
        <translation>متوفر (%1)</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>إزالة كل التصفيات</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>أقل سعر</translation>
    </message>
    <message>
        <source>Name A to Z</source>
        <translation>الاسم من A إلى Z</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Reduced (%1)</source>
        <translation>مخفّض (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Show %n product(s)</source>
        <translation>
            <numerusform>لا منتجات</numerusform>
            <numerusform>اعرض منتجاً واحداً</numerusform>
            <numerusform>اعرض منتجين</numerusform>
            <numerusform>اعرض %n منتجات</numerusform>
            <numerusform>اعرض %n منتجاً</numerusform>
            <numerusform>اعرض %n منتج</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>اعرض فقط</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>عرض النتائج</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Up to %1 (%2)</source>
        <translation>حتى %1 (%2)</translation>
    </message>
</context>
<context>
    <name>SearchNothing</name>
    <message>
        <source>Ask a person</source>
        <translation>اسأل موظفاً</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>اسأل المساعد</translation>
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
        <source>Lift all filters</source>
        <translation>إزالة كل التصفيات</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>لا شيء يطابق هذه التصفيات.</translation>
    </message>
    <message>
        <source>Perhaps one of these</source>
        <translation>ربما أحد هذه</translation>
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
        <source>There is nothing here at the moment.</source>
        <translation>لا شيء هنا حالياً.</translation>
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
    <name>SearchPage</name>
    <message>
        <source>Back up</source>
        <translation>العودة إلى الأعلى</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>المزيد في الأسفل</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>عرض خاص</translation>
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
        <source>Tap two to four products to compare them.</source>
        <translation>اضغط على منتجين إلى أربعة لمقارنتها.</translation>
    </message>
</context>
<context>
    <name>SearchStart</name>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>الأكثر طلباً</translation>
    </message>
</context>
<context>
    <name>ShellBar</name>
    <message>
        <source>Ask me</source>
        <translation>اسألني</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>استدعاء موظف</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>تسهيل الاستخدام</translation>
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
    <name>StaffElse</name>
    <message>
        <source>Ask the assistant</source>
        <translation>اسأل المساعد</translation>
    </message>
    <message>
        <source>Look at the map</source>
        <translation>عرض الخريطة</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>في هذه الأثناء</translation>
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
        <source>Take my list along</source>
        <translation>خذ قائمتي معي</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>ما يمكنك فعله أيضاً</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
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
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>حاول مرة أخرى، أو تحدّث إلى أي موظف أو إلى مكتب الخدمة.</translation>
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
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>حسناً</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>نادِ من جديد</translation>
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
        <source>I don’t need help any more</source>
        <translation>لم أعد بحاجة إلى المساعدة</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>في الطريق</translation>
    </message>
    <message>
        <source>Show me something like it</source>
        <translation>اعرض شيئاً مشابهاً</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>تم الاستلام</translation>
    </message>
    <message numerus="yes">
        <source>called %n minute(s) ago</source>
        <translation>
            <numerusform>نودي الآن</numerusform>
            <numerusform>نودي قبل دقيقة</numerusform>
            <numerusform>نودي قبل دقيقتين</numerusform>
            <numerusform>نودي قبل %n دقائق</numerusform>
            <numerusform>نودي قبل %n دقيقة</numerusform>
            <numerusform>نودي قبل %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>نودي الآن</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>For example: a red jacket, by the door</source>
        <translation>مثلاً: سترة حمراء، عند الباب</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Tell them what it is about</source>
        <translation>أخبرهم عن الموضوع</translation>
    </message>
    <message>
        <source>That did not reach them. Please try again.</source>
        <translation>لم يصلهم ذلك. حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation>اكتبه هنا</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>قلت: %1</translation>
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
    <name>StoreMark</name>
    <message>
        <source>Welcome</source>
        <translation>أهلاً وسهلاً</translation>
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
    <name>TalkFeedback</name>
    <message>
        <source>Bad answer</source>
        <translation>إجابة سيئة</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>إجابة جيدة</translation>
    </message>
    <message>
        <source>Rude or offensive</source>
        <translation>مسيئة أو غير لائقة</translation>
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
        <source>Thank you. The store can look at what went wrong; who you are is not kept.</source>
        <translation>شكراً لك. يمكن للمتجر مراجعة الخطأ، ولا تُحفظ هويتك.</translation>
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
        <source> and </source>
        <translation> و</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>قبل أقل من ساعة</numerusform>
            <numerusform>قبل ساعة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل %n ساعات</numerusform>
            <numerusform>قبل %n ساعة</numerusform>
            <numerusform>قبل %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>الآن</numerusform>
            <numerusform>قبل دقيقة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل %n دقائق</numerusform>
            <numerusform>قبل %n دقيقة</numerusform>
            <numerusform>قبل %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>مساعد آلي</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>استدعاء أحد الموظفين</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>قارن جنباً إلى جنب</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>المصدر: %1</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>المصدر: %1، %2</translation>
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
        <source>Show me the way</source>
        <translation>أرني الطريق</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>the current offers</source>
        <translation>العروض الحالية</translation>
    </message>
    <message>
        <source>the shelf label</source>
        <translation>ملصق الرف</translation>
    </message>
    <message>
        <source>the store plan</source>
        <translation>خريطة المتجر</translation>
    </message>
    <message>
        <source>the store’s opening hours</source>
        <translation>أوقات عمل المتجر</translation>
    </message>
    <message>
        <source>the store’s own information</source>
        <translation>معلومات المتجر</translation>
    </message>
    <message>
        <source>the store’s own rules</source>
        <translation>سياسات المتجر</translation>
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
    <name>WayWords</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 قدماً</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 م</translation>
    </message>
    <message>
        <source>Bay %1 is in front of you.</source>
        <translation>الوحدة %1 أمامك.</translation>
    </message>
    <message>
        <source>Bay %1 is on your left.</source>
        <translation>الوحدة %1 على يسارك.</translation>
    </message>
    <message>
        <source>Bay %1 is on your right.</source>
        <translation>الوحدة %1 على يمينك.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1 towards %2.</source>
        <translation>من هذا الكشك امشِ %1 باتجاه %2.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1.</source>
        <translation>من هذا الكشك امشِ %1.</translation>
    </message>
    <message>
        <source>Turn around and walk %1.</source>
        <translation>استدر وامشِ %1.</translation>
    </message>
    <message>
        <source>Turn left and walk %1 to %2.</source>
        <translation>انعطف يساراً وامشِ %1 حتى %2.</translation>
    </message>
    <message>
        <source>Turn left and walk %1.</source>
        <translation>انعطف يساراً وامشِ %1.</translation>
    </message>
    <message>
        <source>Turn right and walk %1 to %2.</source>
        <translation>انعطف يميناً وامشِ %1 حتى %2.</translation>
    </message>
    <message>
        <source>Turn right and walk %1.</source>
        <translation>انعطف يميناً وامشِ %1.</translation>
    </message>
    <message>
        <source>aisle %1</source>
        <translation>الممر %1</translation>
    </message>
</context>
<context>
    <name>style</name>
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
