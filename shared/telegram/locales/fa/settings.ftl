## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>تنظیمات { $title }</b>
settings-none = ندارد
settings-private = { $kind ->
    [supergroup] <b>گروه خصوصی:</b> { $value }
   *[channel] <b>کانال خصوصی:</b> { $value }
}
settings-public = <b>کانال عمومی:</b> { $value }
settings-description = <b>توضیحات:</b> { $value }
settings-tiers = <b>طرح‌ها:</b> { $count }
settings-donation-message = <b>پیام به حامیان:</b> { $value }
settings-grace = <b>مهلت تمدید:</b> { $hours ->
    [0] ندارد
   *[other] { $hours } ساعت
}
settings-tolerance = <b>کسری پذیرفته‌شده:</b> { $percent } درصد
settings-removals = <b>حذف خودکار:</b> { $removals ->
    [dry_run] اجرای آزمایشی، کسی حذف نمی‌شود
    [off] خاموش، کسی حذف نمی‌شود
   *[on] روشن، اعضا در پایان دسترسی حذف می‌شوند
}
settings-time-zone = <b>منطقهٔ زمانی:</b> { $timeZone }
settings-language = <b>زبان پست‌ها:</b> { $language }
settings-listed = <b>در فهرست /start:</b> { $listed ->
    [no] نه
    [blocked] نه، چون مسئول این ربات اجازه نمی‌دهد
   *[yes] بله
}

settings-button-title = ✏️ نام
settings-button-description = ✏️ توضیحات
settings-button-tiers = 💎 طرح‌ها
settings-button-donation-message = 💝 پیام به حامیان
settings-button-amounts = 💝 مبلغ‌های حمایت
settings-button-grace = ⏳ مهلت تمدید
settings-button-tolerance = ➗ کسری پرداخت
settings-button-removals = 🚪 حذف خودکار
settings-button-time-zone = 🌍 منطقهٔ زمانی
settings-button-language = 🌐 زبان پست‌ها
settings-button-private = { $kind ->
    [supergroup] 🔒 گروه خصوصی
   *[channel] 🔒 کانال خصوصی
}
settings-button-public = 📢 کانال عمومی
settings-button-unlist = 🙈 حذف از فهرست
settings-button-list = 📃 افزودن به فهرست
settings-button-team = 👥 تیم

## Removals.

settings-removals-title = 🚪 <b>حذف خودکار از { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>اجرای آزمایشی.</b> کسی حذف نمی‌شود. در تاریخچه می‌نویسم چه کسی حذف می‌شد.
    [off] <b>خاموش.</b> کسی حذف نمی‌شود.
   *[on] <b>روشن.</b> اعضا در پایان دسترسی‌شان حذف می‌شوند.
}
settings-removals-on = ✅ روشن کردن
settings-removals-trial = 👀 اجرای آزمایشی
settings-removals-off = ⛔️ خاموش کردن

## The language of the posts.

settings-language-title = 🌐 <b>زبان پست‌های { $title }</b>
settings-language-now = زبان پست‌هایم و آنچه در گروه‌ها دربارهٔ این پیشنهاد می‌نویسم { $language } است. برای تغییر، روی زبان دیگری بزنید.
settings-language-note = برای شما و خریدارانتان به زبانی می‌نویسم که هر کس خودش انتخاب کرده است: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>طرح‌های { $title }</b>
settings-tiers-none = ندارد. فقط حمایت مالی می‌گیرید.
settings-tiers-choose = برای تغییر، روی یک طرح بزنید.
settings-tiers-item = 💎 { $tier } · { $price } برای { $duration }
settings-tiers-add = ➕ افزودن طرح
settings-tier-title = 💎 <b>{ $tier }</b>، طرحی از { $title }
settings-tier-price = { $duration ->
    [for_ever] { $price } برای دسترسی همیشگی.
   *[other] { $price } برای { $duration }.
}
settings-tier-note = تغییرات برای سفارش‌های تازه است. سفارش‌های باز با همان شرایط قبلی می‌مانند.
settings-tier-edit-name = ✏️ نام
settings-tier-edit-price = ✏️ قیمت
settings-tier-edit-days = ✏️ روزها
settings-tier-remove = 🗑 حذف

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
settings-ask-now = <b>فعلی:</b> { $value }
settings-ask-type = بنویسید و بفرستید.
settings-ask-name = نامش چیست؟ خریداران آن را در فهرست، روی فاکتور و در همهٔ پیام‌ها می‌بینند.
settings-ask-description = خریداران چه می‌گیرند؟ چند جمله بنویسید. آن را بالای قیمت‌ها نشان می‌دهم.
settings-ask-donation-message = به حامیان چه می‌خواهید بگویید؟ آن را بالای صفحه‌کلید نشان می‌دهم.
settings-ask-grace = اعضا بعد از پایان دسترسی چند ساعت می‌توانند بمانند؟ از 0 تا 720.
settings-ask-tolerance = چه کسری‌ای را در پرداخت می‌پذیرید، به درصد؟ از 0 تا 20.
settings-ask-time-zone = در کدام منطقهٔ زمانی زندگی می‌کنید؟ روی یکی بزنید یا نام شهر بزرگی نزدیک خودتان را بفرستید.
settings-ask-tier-name = نام طرح چیست؟ مثلاً «طلایی».
settings-ask-tier-price = قیمتش چند دلار آمریکاست؟ مثلاً 29.99. حداقل { $least } است.
settings-ask-tier-days = چند روز طول می‌کشد؟ از 1 تا 3650، یا «برای همیشه».
settings-ask-donation-amounts = حامیان چه مبلغ‌هایی را می‌توانند با یک ضربه بپردازند؟ مثلاً 5 10 25.
settings-ask-case-worth = چند دلار آمریکا می‌ارزید؟ مثلاً 12.50.
settings-ask-days = چند روز می‌دهید؟
settings-ask-reason = چرا؟ چند کلمه برای تاریخچه بنویسید.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>گروه خصوصی { $title }</b>
   *[channel] 🔒 <b>کانال خصوصی { $title }</b>
}
settings-chat-private-ask = دسترسی کدام کانال یا گروه را می‌فروشید؟ فقط وقتی می‌توانید تغییرش دهید که کسی دسترسی ندارد.
settings-chat-public = 📢 <b>کانال عمومی { $title }</b>
settings-chat-public-ask = کجا پست بگذارم؟
settings-chat-none = 🚫 بدون کانال عمومی

## Notifications.

settings-notify-title = 🔔 <b>اعلان‌های { $title }</b>
settings-notify-when-off = <b>فروش:</b> بدون اعلان. مالک همچنان از پرداخت‌های نامعمول و مشکلات اعضا خبردار می‌شود.
settings-notify-when-each = <b>فروش:</b> هر فروش، همان لحظه
settings-notify-when-daily = <b>فروش:</b> در خلاصهٔ روزانه، ساعت { $hour } ({ $timeZone })
settings-notify-when-both = <b>فروش:</b> هر فروش همان لحظه، و خلاصهٔ روزانه ساعت { $hour } ({ $timeZone })
settings-notify-to-you = <b>گیرنده:</b> شما، همین‌جا
settings-notify-to-owner = <b>گیرنده:</b> مالک ({ $chat })
settings-notify-to-chat = <b>گیرنده:</b> { $chat }
settings-notify-reachable = <b>در دسترس:</b> بله
settings-notify-unreachable = ⚠️ از { $since } پیام‌هایم به این گفتگو نمی‌رسد: { $reason }
settings-notify-missed-count = ⚠️ <b>نرسیده در 30 روز:</b> { $count }
settings-notify-switch-on = 🔔 روشن کردن
settings-notify-switch-off = 🔕 خاموش کردن
settings-notify-each = هر فروش
settings-notify-daily = خلاصهٔ روزانه
settings-notify-both = هر دو
settings-notify-hour = 🕘 خلاصه در { $hour }
settings-notify-here = 📩 ارسال به من
settings-notify-owner = 📩 ارسال به مالک
settings-notify-test = 🧪 ارسال آزمایشی
settings-notify-missed = ⚠️ نمایش نرسیده‌ها
settings-digest-title = 🕘 <b>خلاصهٔ روزانهٔ { $title }</b>
settings-digest-ask = چه ساعتی می‌خواهیدش؟ الان ساعت { $hour } می‌آید. منطقهٔ زمانی { $timeZone } است.
settings-missed-title = ⚠️ <b>اعلان‌های نرسیدهٔ { $title }</b>
settings-missed-count = { $count ->
    [0] در 30 روز گذشته همهٔ اعلان‌ها رسیده‌اند.
   *[other] در 30 روز گذشته { $count } اعلان نرسیده است.
}
settings-missed-item = <b>{ $what }</b>، { $at }
settings-missed-item-amount = <b>{ $what }</b>، { $amount }، { $at }
settings-missed-again = 🔁 ارسال دوباره

settings-missed-sold = 🎉 اشتراک
settings-missed-donation = 💝 حمایت مالی
settings-missed-digest = 📊 خلاصهٔ روزانه
settings-missed-odd = ⚠️ پرداخت نامعمول
settings-missed-invoices = 🚨 خریداران نمی‌توانند پرداخت کنند
settings-missed-access = 🚨 مشکل در راه دادن یک عضو
settings-missed-removal = 🚨 مشکل در حذف یک عضو
settings-missed-ban = 🚨 مشکل در مسدود کردن
settings-missed-kept = 👤 عضوی که ماند
settings-missed-braked = 🛑 حذف اعضا کند شد
settings-missed-broken = 🚨 نمی‌توانم در گفتگویی کار کنم
settings-missed-works = ✅ همه‌چیز دوباره کار می‌کند
settings-missed-gone = 🚨 گفتگویی دیگر وجود ندارد
settings-missed-became-public = 🚨 آنچه می‌فروشید عمومی شده است
settings-missed-unreachable = ⚠️ گفتگویی در دسترس نبود

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = خالی است. چند کلمه بنویسید.
settings-typed-too-long = این متن { $length } نویسه است. حداکثر { $max } نویسه جا می‌شود.
settings-typed-days = تعداد روزها را با عددی صحیح از { $min } تا { $max } بنویسید، یا «برای همیشه».
settings-typed-hours = تعداد ساعت‌ها را با عددی صحیح از { $min } تا { $max } بنویسید.
settings-typed-percent = درصد را با عددی صحیح از { $min } تا { $max } بنویسید.
settings-typed-price = این قیمت نیست. مبلغ را به دلار بنویسید، مثلاً 29.99.
settings-typed-worth = مبلغ را به دلار بنویسید، مثلاً 12.50. حداکثر { $most } است.
settings-typed-price-high = حداکثر { $most } است.
settings-typed-price-low = امروز پرداخت با رمزارز از { $least } شروع می‌شود و کسی نمی‌تواند { $price } بپردازد. { $suggested } چطور است؟
settings-typed-time-zone = این منطقهٔ زمانی را نمی‌شناسم. نام شهر بزرگی نزدیک خودتان را بفرستید، مثلاً Berlin.
settings-typed-time-zones = چند منطقهٔ زمانی این نام را دارند. یکی را انتخاب کنید یا نام کامل‌تری بفرستید.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = فروش موقتاً متوقف شد. زمانی که اعضا برایش پرداخته‌اند حفظ می‌شود.
settings-resumed = فروش از سر گرفته شد.
settings-listed-now = این پیشنهاد حالا در فهرست /start است.
settings-listed-if-allowed = وقتی مسئول این ربات اجازه بدهد، این پیشنهاد در فهرست /start می‌آید.
settings-unlisted = این پیشنهاد دیگر در فهرست /start نیست. لینک‌هایش همچنان کار می‌کنند.
settings-removals-set = { $removals ->
    [dry_run] این اجرای آزمایشی است. کسی حذف نمی‌شود. یادداشت می‌کنم چه کسی حذف می‌شد.
    [off] حذف خودکار خاموش است. کسی حذف نمی‌شود.
   *[on] حذف خودکار روشن است. اعضا در پایان دسترسی‌شان حذف می‌شوند.
}
settings-tier-gone = این طرح دیگر وجود ندارد.
settings-tier-removed = حذف شد. خریداران تازه نمی‌توانند انتخابش کنند.
settings-tier-saved = ذخیره شد. سفارش‌های باز با همان شرایط قبلی می‌مانند.
settings-tier-added = به طرح‌های شما اضافه شد.
settings-tier-lost = این طرح از دست رفت. لطفاً دوباره اضافه‌اش کنید.
settings-tiers-most = حداکثر { $max } طرح می‌توانید داشته باشید. اول یکی را حذف کنید.
settings-notify-saved = ✔️ ذخیره شد.
settings-notify-no-digest = خلاصهٔ روزانه خاموش است. اول روشنش کنید.
settings-test-begun = دارم پیام آزمایشی می‌فرستم.
settings-missed-coming = ✔️ دارم دوباره می‌فرستمشان.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ پیام آزمایشی به شما رسید.
    [owner] ✅ پیام آزمایشی به مالک رسید.
   *[chat] ✅ پیام آزمایشی به گفتگوی { $chat } رسید.
}
settings-test-not-started = { $to ->
    [you] ❌ پیام آزمایشی به شما نرسید، چون هنوز مرا شروع نکرده‌اید. { $link } را باز کنید و روی «شروع» بزنید.
    [owner] ❌ پیام آزمایشی به مالک نرسید، چون هنوز مرا شروع نکرده است. از او بخواهید { $link } را باز کند و روی «شروع» بزند.
   *[chat] ❌ پیام آزمایشی به گفتگوی { $chat } نرسید، چون آنجا هنوز کسی مرا شروع نکرده است. بخواهید { $link } را باز کنند و روی «شروع» بزنند.
}
settings-test-blocked = { $to ->
    [you] ❌ پیام آزمایشی به شما نرسید، چون مسدودم. مرا از حالت مسدود درآورید و دوباره امتحان کنید.
    [owner] ❌ پیام آزمایشی به مالک نرسید، چون مرا مسدود کرده است. از او بخواهید مرا از حالت مسدود درآورد.
   *[chat] ❌ پیام آزمایشی به گفتگوی { $chat } نرسید، چون آنجا مسدودم.
}
settings-test-gone = { $to ->
    [you] ❌ پیام آزمایشی به شما نرسید، چون حسابتان دیگر وجود ندارد.
    [owner] ❌ پیام آزمایشی به مالک نرسید، چون حسابش دیگر وجود ندارد.
   *[chat] ❌ پیام آزمایشی به گفتگوی { $chat } نرسید، چون دیگر وجود ندارد.
}
settings-test-no-right = { $to ->
    [you] ❌ پیام آزمایشی به شما نرسید، چون اجازه ندارم به شما پیام بدهم.
    [owner] ❌ پیام آزمایشی به مالک نرسید، چون اجازه ندارم به او پیام بدهم.
   *[chat] ❌ پیام آزمایشی به گفتگوی { $chat } نرسید، چون آنجا نیستم یا اجازهٔ نوشتن ندارم.
}
settings-test-delayed = ⏳ تلگرام فعلاً آن را نمی‌پذیرد: { $reason }. مدتی به تلاش ادامه می‌دهم.
settings-test-refused = ❌ تلگرام آن را نپذیرفت: { $reason }
