### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>دسترسی شما به { $title } هر ۳۰ روز خودبه‌خود با { $stars } تمدید می‌شود.</b>
renewals-begun-how = پرداخت بعدی: { $end }. برای توقف، در تلگرام «تنظیمات» › «ستاره‌های من» را باز کنید، یا اینجا /mysubs را بزنید.
renewals-resumed = 🔁 <b>دسترسی شما به { $title } دوباره خودبه‌خود تمدید می‌شود.</b>
renewals-resumed-how = { $end ->
    [over] پرداخت بعدی { $stars } همین حالا انجام می‌شود.
   *[other] پرداخت بعدی { $stars }: { $end }.
}
renewals-canceled = ✋ <b>دسترسی شما به { $title } دیگر خودبه‌خود تمدید نمی‌شود.</b>
renewals-by-owner = ✋ <b>مالک { $title } تمدید شما را متوقف کرد.</b>
renewals-stays = { $end ->
    [over] دیگر چیزی برداشت نمی‌شود.
    [for_ever] دیگر چیزی برداشت نمی‌شود. برای همیشه دسترسی دارید.
   *[other] دیگر چیزی برداشت نمی‌شود. تا { $end } دسترسی دارید.
}
renewals-failed = ⚠️ <b>تلگرام نتوانست { $stars } برای تمدید { $title } برداشت کند.</b>
renewals-failed-how = { $until ->
    [over] چیزی برداشت نشد. در تلگرام «تنظیمات» › «ستاره‌های من» ستاره اضافه کنید، یا همین‌جا تمدید کنید.
   *[other] چیزی برداشت نشد. در تلگرام «تنظیمات» › «ستاره‌های من» ستاره اضافه کنید، یا همین‌جا تمدید کنید. می‌توانید تا { $until } بمانید.
}
# A question, and its two buttons.
renewals-question = ✋ <b>تمدید { $title } متوقف شود؟</b>
renewals-question-how = { $end ->
    [over] فقط با خرید تازه دوباره خودبه‌خود تمدید می‌شود.
    [for_ever] دسترسی شما برای همیشه می‌ماند.
   *[other] دسترسی شما تا { $end } می‌ماند. فقط با خرید تازه دوباره خودبه‌خود تمدید می‌شود.
}
renewals-stop = ✋ توقف تمدید
renewals-keep = ↩️ ادامهٔ تمدید
# Toasts.
renewals-stopping = در حال توقف. وقتی انجام شد خبر می‌دهم.
renewals-nothing = خودبه‌خود تمدید نمی‌شود.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 خودبه‌خود با { $stars } تمدید می‌شود.
renewals-off = ✋ خودبه‌خود تمدید نمی‌شود.
renewals-last-failed = ⚠️ آخرین تمدید انجام نشد.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person } نتوانست { $stars } برای تمدید { $title } بپردازد.</b>
renewals-owner-failed-how = { $until ->
    [over] به او گفتم چطور تمدید کند.
   *[other] به او گفتم چطور تمدید کند. می‌تواند تا { $until } بماند.
}
renewals-owner-not-ended = 🚨 <b>نمی‌توانم تمدید { $person } در { $title } را متوقف کنم.</b>
renewals-owner-not-ended-how = از او بخواهید در تلگرام «تنظیمات» › «ستاره‌های من» آن را متوقف کند. هرچه برداشت شود می‌توانید پس بدهید.
renewals-owner-question = ✋ <b>تمدید { $person } در { $title } متوقف شود؟</b>
renewals-owner-question-how = { $end ->
    [over] دیگر چیزی برداشت نمی‌شود. خودش نمی‌تواند دوباره روشنش کند.
    [for_ever] دیگر چیزی برداشت نمی‌شود و دسترسی او برای همیشه می‌ماند.
   *[other] دیگر چیزی برداشت نمی‌شود و دسترسی او تا { $end } می‌ماند. خودش نمی‌تواند دوباره روشنش کند.
}
# پاسخ به مدیر.
renewals-owner-stopping = در حال توقف. اگر تلگرام نپذیرد، به مالک خبر می‌دهم.
