support-heading = { $ruling ->
    [grant] <b>🎁 دادن روز · { $title }</b>
    [revoke] <b>✂️ پایان فوری دسترسی · { $title }</b>
    [ban] <b>🚫 مسدود کردن · { $title }</b>
    [unban] <b>✅ رفع مسدودیت · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = چه کسی؟ نام کاربری یا شناسهٔ تلگرامش را برایم بفرستید.
support-ask-days = { $person ->
    [unknown] چند روز می‌دهید؟ روی یک عدد بزنید یا عددی از 1 تا { $max } بفرستید.
   *[other] به { $person } چند روز می‌دهید؟ روی یک عدد بزنید یا عددی از 1 تا { $max } بفرستید.
}
support-about-to = { $ruling ->
    [grant] { $person } به مدت { $time } دسترسی می‌گیرد.
    [grant_for_ever] { $person } دسترسی همیشگی می‌گیرد.
    [revoke] دسترسی { $person } همین حالا پایان می‌یابد.
    [ban] { $person } مسدود می‌شود.
    [unban] مسدودیت { $person } برداشته می‌شود.
   *[none] با { $person } چه کنیم؟
}
support-ask-reason = می‌توانید دلیل را در چند کلمه بفرستید. فقط در تاریخچه می‌ماند و او هرگز آن را نمی‌بیند.
support-skip-reason = رد شدن از دلیل
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = بدون دسترسی.
support-access-until = { $time ->
    [for_ever] دسترسی همیشگی.
   *[other] دسترسی تا { $time }.
}
support-access-ended = دسترسی در { $time } تمام شد.
support-is-banned = 🚫 مسدود است.
support-give-days = 🎁 دادن روز
support-give-for-ever = ♾ دسترسی همیشگی
support-end-access = ✂️ پایان فوری دسترسی
support-lift-ban = ✅ رفع مسدودیت
support-ban = 🚫 مسدود کردن

## The page on which it is confirmed.

support-who = <b>چه کسی:</b> { $person }
support-time = <b>دسترسی اضافه:</b> { $time }
support-why = <b>دلیل:</b> { $reason }
support-means = { $ruling ->
    [grant] مثل کسی که خریده است وارد می‌شود. روزها را به او می‌گویم، دلیل را نه.
    [grant_for_ever] مثل کسی که خریده است وارد می‌شود، بدون یادآوری و بدون پایان. دسترسی را به او می‌گویم، دلیل را نه.
    [revoke] همهٔ روزهایش، حتی روزهای خریده‌شده، از دست می‌رود. اگر حذف خودکار روشن باشد، حذفش می‌کنم و به او خبر می‌دهم. پولی جابه‌جا نمی‌شود.
    [ban] حذفش می‌کنم، هیچ لینکی راهش نمی‌دهد و نمی‌تواند بخرد. روزهایش همچنان می‌گذرد. پولی جابه‌جا نمی‌شود.
   *[unban] دوباره می‌تواند بخرد. اگر روز باقی‌مانده داشته باشد، برایش لینک می‌فرستم.
}
support-confirm = { $ruling ->
    [grant] ✅ بله، { $time } بده
    [grant_for_ever] ✅ بله، برای همیشه
    [revoke] ✅ بله، پایان دسترسی
    [ban] ✅ بله، مسدود کن
   *[unban] ✅ بله، رفع مسدودیت
}
support-done = { $ruling ->
    [revoke] ✔️ دسترسی پایان یافت. اگر حذف خودکار روشن باشد، همین حالا حذفش می‌کنم.
    [ban] ✔️ مسدود شد. دارم حذفش می‌کنم.
   *[unban] ✔️ مسدودیت برداشته شد.
}
support-done-grant = { $until ->
    [unknown] ✔️ { $time } داده شد.
    [for_ever] ✔️ حالا برای همیشه دسترسی دارد.
   *[other] ✔️ { $time } داده شد. تا { $until } دسترسی دارد.
}
support-not-reachable = ⚠️ هنوز نمی‌توانم به او پیام بدهم. از او بخواهید مرا باز کند، روی «شروع» بزند و برای ورود /mysubs را بفرستد.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>نتوانستم کسی را مسدود کنم یا مسدودیتش را بردارم</b>
support-telegram-says = <b>پاسخ تلگرام:</b> { $reason }
support-ban-administrator = تلگرام اجازه نمی‌دهد مدیری را مسدود کنم و برای همین مسدودیت را برداشتم. او را در تلگرام از مدیریت برکنار کنید و بعد دوباره مسدودش کنید.
support-ban-refused = کانال یا گروه را باز کنید، روی نامش بزنید، بعد «مدیران» (در گروه: «ویرایش» ← «مدیران»)، مرا انتخاب کنید و <b>{ $right }</b> را روشن کنید. من باز هم تلاش می‌کنم.

support-not-sold-to-you = 🚫 { $title } برای شما در دسترس نیست. سؤالی دارید؟ /paysupport

## Answers, above a page. Plain text.

support-person-missing = اول شخص را انتخاب کنید. نام کاربری یا شناسهٔ تلگرامش را برایم بفرستید.
support-user-unknown = چنین کاربری وجود ندارد. نام کاربری یا شناسهٔ تلگرامش را برایم بفرستید.
support-username-unknown = با نام کاربری فقط خریداران، اعضا و گردانندگان اینجا را پیدا می‌کنم. به جایش شناسهٔ تلگرامش را بفرستید.
support-nothing-to-confirm = چیزی برای تأیید نمانده است. برای شروع دوباره روی «🎁 دادن دسترسی» بزنید.
support-not-given-days = تعداد روزها را با عددی صحیح از 1 تا { $max } بفرستید، یا «برای همیشه».
support-not-a-reason = دلیل را در 1 تا { $max } نویسه بفرستید.
support-banned-unban-first = این شخص مسدود است. اول مسدودیت را بردارید و بعد روز بدهید.
support-no-private-channel = هنوز کانال یا گروه خصوصی‌ای نیست که راهش بدهم. در ⚙️ تنظیمات یکی انتخاب کنید.
support-no-access-to-end = دسترسی‌ای ندارد که پایان یابد.
support-has-for-ever = همین حالا دسترسی همیشگی دارد و روز بیشتر چیزی را عوض نمی‌کند. برای مدتی معین، اول دسترسی‌اش را پایان دهید.
support-banned-already = از قبل مسدود است.
support-on-team = این شخص در تیم است یا در تلگرام مدیر است. اول نقشش را اینجا و در تلگرام بردارید. بعد مسدودش کنید.
support-not-banned = مسدود نیست.
