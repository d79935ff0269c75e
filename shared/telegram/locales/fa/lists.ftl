## Parts of a line. No capital, no full stop.

lists-donation = حمایت مالی
lists-open = ⏳ در انتظار پرداخت
lists-cancelled = ✖️ لغوشده
lists-refused = ✖️ فاکتور ساخته نشد
lists-settled = ✅ پرداخت‌شده
lists-refunded = ↩️ بازگردانده‌شده
lists-paid-never = بدون پرداخت
lists-paid-until = { $time ->
    [for_ever] دسترسی همیشگی
   *[other] پرداخت‌شده تا { $time }
}
lists-paid-grace = پایان‌یافته در { $time }، در مهلت تمدید
lists-paid-grace-until = پایان‌یافته در { $time }، در مهلت تمدید تا { $until }
lists-paid-ended = پایان‌یافته در { $time }
lists-paid-by-other = { $time ->
    [for_ever] با { $offer } برای همیشه دسترسی دارد
   *[other] با { $offer } تا { $time } دسترسی دارد
}
lists-administrator = مدیر
lists-joined-admitted = من راهش دادم
lists-joined-before = پیش از پرداخت عضو بود
lists-joined-unknown = شخص دیگری راهش داد
lists-link-live = لینکش کار می‌کند
lists-link-ended = لینکش دیگر کار نمی‌کند
lists-link-none = هنوز لینک ندارد
lists-link-banned = در تلگرام مسدود است
lists-in-of = داخل { $inside } از { $places }

## The members.

lists-members-title = 👥 <b>اعضای { $title }</b>
lists-members-counts = عضو: { $in } · بدون پرداخت: { $unpaid } · پرداخته، عضو نشده: { $out }
lists-members-in = ✅ عضو
lists-members-unpaid = ⚠️ بدون پرداخت
lists-members-out = 🚪 پرداخته، عضو نشده
lists-members-in-empty = هنوز عضوی نیست.
lists-members-unpaid-empty = همهٔ اعضایی که می‌شناسم یا پرداخت کرده‌اند یا نیازی به پرداخت ندارند.
lists-members-out-empty = همهٔ کسانی که پرداخت کرده‌اند عضو شده‌اند.
lists-member-line = { $symbol } { $person }: { $about }
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
lists-more-than = { $count }+
lists-cut = <i>این فهرست تا { $count } مورد است. جدول‌های /stats موارد بیشتری دارند.</i>
lists-members-limit = <i>فقط اعضایی را می‌بینم که بعد از من آمده‌اند.</i>
lists-members-main = <i>فهرست‌ها اعضای { $place } را می‌شمارند. برای دیدن هر کانال و گروه، روی یک عضو بزنید.</i>
lists-members-limit-counted = <i>فقط اعضایی را می‌بینم که بعد از من آمده‌اند. تلگرام در { $time } تعداد اعضا را { $count } نفر شمرد.</i>

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> در { $title }
lists-member-id = <b>شناسهٔ تلگرام:</b> <code>{ $id }</code>
lists-member-now = <b>اکنون:</b> { $place }
lists-member-now-seen = <b>اکنون:</b> { $place } (آخرین بررسی: { $time })
lists-member-in = داخل
lists-member-administrator = داخل، مدیر
lists-member-out = بیرون
lists-member-banned = مسدود
lists-member-unseen = هرگز داخل دیده نشده
lists-member-access = <b>دسترسی:</b> { $paid }
lists-member-link = <b>لینک دعوت:</b> { $link }
lists-member-joined = <b>ورود:</b> { $joined }
lists-member-joined-protected = <b>ورود:</b> { $joined }. فقط اگر شما بگویید، حذفش می‌کنم.
lists-place = <b>{ $place }</b>: { $about }
lists-place-seen = تا { $time }
lists-place-protected = فقط اگر بگویید حذفش می‌کنم
lists-place-too-many = نمی‌تواند وارد شود: تعداد کانال‌ها و گروه‌هایش به سقف تلگرام رسیده است
lists-place-refused = تلگرام اجازه نمی‌دهد اضافه‌اش کنم
lists-place-removing = در حال حذف
lists-place-removed = در { $time } حذف شد
lists-place-removal-trouble = نمی‌توانم حذفش کنم: { $reason }
lists-member-granted = { $count ->
    [0] <b>روزهای داده‌شده:</b> هیچ
   *[other] <b>روزهای داده‌شده:</b> در مجموع { $count } روز
}
lists-member-granted-for-ever = <b>روزهای داده‌شده:</b> برای همیشه
lists-member-orders = { $count ->
    [0] <b>سفارش‌ها:</b> هیچ
   *[other] <b>سفارش‌ها:</b> { $count }
}
lists-member-orders-latest = <b>سفارش‌ها:</b> { $count }، { $shown } سفارش آخر در پایین
lists-member-manage = 🛟 مدیریت دسترسی

## The orders.

lists-orders-title = 🧾 <b>سفارش‌های { $title }</b>
lists-orders-all = همه
lists-orders-open = ⏳ باز
lists-orders-settled = ✅ پرداخت‌شده
lists-orders-unpaid = ✖️ پرداخت‌نشده
lists-orders-refunded = ↩️ بازگردانده‌شده
lists-orders-donations = 💝 حمایت‌ها
lists-orders-empty = هنوز سفارشی اینجا نیست.
lists-orders-hint = برای دیدن سرگذشت هر سفارش، روی آن بزنید.
lists-orders-shown = <b>{ $filter }:</b> { $count }
lists-order-line = • <b>{ $amount }</b>، { $item }، { $person }: { $state }، { $time }
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }، { $item }

## The story of an order, for the owner.

lists-story-title = 📜 <b>{ $order }</b> در { $title }
lists-story-state = <b>وضعیت:</b> { $state }
lists-story-created = سفارش با مبلغ { $amount } ثبت شد.
lists-story-created-unknown = سفارش ثبت شد.
lists-story-decided-accept = { $person } یک پرداخت را همان‌طور که بود پذیرفت.
lists-story-decided-credit = { $person } یک پرداخت را به حساب آورد.
lists-story-decided-refund = { $person } یک پرداخت را بازگردانده‌شده اعلام کرد.
lists-story-decided-wait = { $person } تصمیم گرفت منتظر یک پرداخت بماند.
lists-story-decided = { $person } دربارهٔ یک پرداخت تصمیم گرفت.
lists-story-decided-nobody = تا یک هفته کسی تصمیم نگرفت و پرداختی را که کمی کم بود پذیرفتم.
lists-story-extended = { $duration ->
    [unknown] خریدار زمان بیشتری گرفت.
    [for_ever] خریدار دسترسی همیشگی گرفت.
   *[other] خریدار { $duration } دسترسی گرفت.
}
lists-story-link-made = برای خریدار لینک دعوت ساختم.
lists-story-link-used = لینک استفاده و بسته شد.
lists-story-link-closed = لینک بسته شد.
lists-story-approved = خریدار عضو شد.
lists-story-removed = خریدار حذف شد.
lists-story-left = وقتی دسترسی تمام شد، خریدار قبلاً بیرون رفته بود.
lists-story-cancelled = خریدار سفارش را لغو کرد.
lists-story-set-aside = خریدار به جای آن سفارش دیگری داد. دربارهٔ پول شما تصمیم می‌گیرید.
lists-story-reopened = خریدار سفارش را دوباره باز کرد.
lists-story-confirmed = حامی مبلغ را تأیید کرد.
lists-story-told = { $topic ->
    [pay_now] فاکتور را برای خریدار فرستادم.
    [choose_payment] از خریدار پرسیدم چطور می‌خواهد پرداخت کند.
    [stars_refused] به خریدار گفتم که صورتحسابی با ستاره نیست.
    [invoice_delayed] به خریدار گفتم که فاکتور بیشتر طول می‌کشد.
    [invoice_refused] به خریدار گفتم که فاکتوری ساخته نشد.
    [case_waiting] به خریدار گفتم که هنوز تصمیم نگرفته‌اید.
    [case_accepted] به خریدار گفتم که پرداختش پذیرفته شد.
    [rest_refused] دربارهٔ باقی‌ماندهٔ مبلغ به خریدار پیام دادم.
    [payment_news] دربارهٔ پرداخت به خریدار پیام دادم.
    [thanks] از خریدار تشکر کردم.
    [access] لینک دعوت را برای خریدار فرستادم.
    [access_delayed] به خریدار گفتم که لینک دعوت بیشتر طول می‌کشد.
    [access_ended] به خریدار گفتم که دسترسی‌اش تمام شده است.
   *[other] به خریدار پیام دادم.
}
lists-story-not-told = { $topic ->
    [pay_now] نتوانستم فاکتور را برای خریدار بفرستم.
    [choose_payment] نتوانستم از خریدار بپرسم چطور می‌خواهد پرداخت کند.
    [stars_refused] نتوانستم به خریدار بگویم که صورتحسابی با ستاره نیست.
    [invoice_delayed] نتوانستم به خریدار بگویم که فاکتور بیشتر طول می‌کشد.
    [invoice_refused] نتوانستم به خریدار بگویم که فاکتوری ساخته نشد.
    [case_waiting] نتوانستم به خریدار بگویم که هنوز تصمیم نگرفته‌اید.
    [case_accepted] نتوانستم به خریدار بگویم که پرداختش پذیرفته شد.
    [rest_refused] نتوانستم دربارهٔ باقی‌ماندهٔ مبلغ به خریدار پیام بدهم.
    [payment_news] نتوانستم دربارهٔ پرداخت به خریدار پیام بدهم.
    [thanks] نتوانستم از خریدار تشکر کنم.
    [access] نتوانستم لینک دعوت را برای خریدار بفرستم.
    [access_delayed] نتوانستم به خریدار بگویم که لینک دعوت بیشتر طول می‌کشد.
    [access_ended] نتوانستم به خریدار بگویم که دسترسی‌اش تمام شده است.
   *[other] نتوانستم به خریدار پیام بدهم.
}
lists-story-told-owner = به مالک پیام دادم.
lists-story-not-told-owner = نتوانستم به مالک پیام بدهم.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = امروز
lists-last-7-days = 7 روز گذشته
lists-last-30-days = 30 روز گذشته
lists-revenue = درآمد
lists-gross = ناخالص: { $gross }
lists-sent-back = ↩️ بازگردانده‌شده: { $count } مورد، { $amount }
lists-period = { $period }، خالص: { $net }
lists-period-gross = { $period }، خالص: { $net } (ناخالص { $gross }، بازگردانده‌شده { $amount })
lists-net = <b>{ $of }: { $net }</b>
lists-tally = { $of }: { $amount }
lists-sales = { $count } فروش: { $amount }
lists-gifts = { $count } حمایت: { $amount }
lists-counted = { $count } پرداخت نامعمولِ به‌حساب‌آمده: { $amount }
lists-donations = حمایت‌ها
lists-unknown-coin = رمزارز نامعلوم
lists-more = و { $count } مورد دیگر: { $amount }
lists-change = 👥 جدید: { $new } · تمدید: { $renewed } · ریزش: { $lost }
lists-active-for-ever = ♾ <b>برای همیشه:</b> { $count }
lists-for-ever-sold = ♾ فروش همیشگی: { $count }، { $amount }
lists-as-of = 🕒 به‌روز تا { $time }
lists-zone = روزها از نیمه‌شب به وقت { $zone } شروع می‌شوند.
lists-tables-hint = با این دکمه‌ها، جدول کامل سفارش‌ها، پرداخت‌ها یا اعضا (CSV) برایتان فرستاده می‌شود.
lists-table-orders = 🧾 سفارش‌ها (CSV)
lists-table-payments = 💳 پرداخت‌ها (CSV)
lists-table-members = 👥 اعضا (CSV)
lists-file-payments = 💳 <b>پرداخت‌های { $title }</b>
lists-file-rows = { $count } ردیف، از جدید به قدیم.
lists-file-cut = تعداد بیشتر است. فقط جدیدترین‌ها در یک فایل جا می‌شوند.
lists-file-rows-members = { $count } ردیف، از بزرگ‌ترین شناسهٔ تلگرام به کوچک‌ترین.
lists-file-cut-members = تعداد بیشتر است. فقط اعضایی با بزرگ‌ترین شناسه‌های تلگرام در یک فایل جا می‌شوند.

## The picture of a channel's figures. Short, because the space is small.

lists-chart-revenue = درآمد پس از بازپرداخت‌ها، { $days } روز
lists-chart-members = { $active } عضو: { $new } تازه، { $lost } ازدست‌رفته

## The daily digest.

lists-digest-title = 📊 <b>خلاصهٔ روزانهٔ { $title }</b>
lists-digest-time = از { $from } تا { $until }
lists-digest-sales = { $count ->
    [0] <b>اشتراک‌ها:</b> هیچ
   *[other] <b>اشتراک‌ها:</b> { $count }، به مبلغ { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>حمایت‌ها:</b> هیچ
   *[other] <b>حمایت‌ها:</b> { $count }، به مبلغ { $amount }
}
lists-digest-counted = <b>پرداخت‌های نامعمولِ به‌حساب‌آمده:</b> { $count }، به مبلغ { $amount }
lists-digest-for-ever = ♾ <b>فروش همیشگی:</b> { $count }، { $amount }
lists-digest-refunds = <b>بازپرداخت‌ها:</b> { $count }
lists-digest-joined = <b>اعضای جدید:</b> { $count }
lists-digest-lost = <b>ریزش اعضا:</b> { $count }
lists-digest-lapsed = <b>تمدید نکردند:</b> { $count } – { $names }
lists-digest-removed = <b>حذف شدند:</b> { $count } – { $names }
lists-digest-turned-away = <b>درخواستشان رد شد:</b> { $count } – { $names }
lists-digest-more = { $count } نفر دیگر
lists-digest-cases = ⚠️ <b>منتظر تصمیم شما:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>تاریخچهٔ { $title }</b>
lists-log-order = از جدید به قدیم.
lists-log-empty = هنوز کاری انجام نشده است.
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « جدیدتر
lists-log-older = قدیمی‌تر »
lists-log-bot = ربات
lists-log-channel-set-up = { $by } پیشنهاد را راه‌اندازی کرد
lists-log-private-channel-changed = { $by } کانال یا گروه خصوصی دیگری انتخاب کرد
lists-log-public-channel-changed = { $by } کانال عمومی دیگری انتخاب کرد
lists-log-tier-added = { $by } یک طرح اضافه کرد
lists-log-tier-changed = { $by } یک طرح را تغییر داد
lists-log-tier-removed = { $by } یک طرح را حذف کرد
lists-log-removals-set = { $by } تعیین کرد با اعضایی که تمدید نمی‌کنند چه شود
lists-log-administrator-invited = { $by } کسی را به تیم دعوت کرد
lists-log-administrator-added = { $by } دعوت به تیم را پذیرفت
lists-log-administrator-removed = { $by } به نقش یک نفر پایان داد
lists-log-role-changed = { $by } یک نقش را تغییر داد
lists-log-ownership-transferred = { $by } پیشنهاد را واگذار کرد
lists-log-ownership-claimed = { $by } پیشنهاد را به‌عنوان سازندهٔ گفتگویش پس گرفت
lists-log-notifications-changed = { $by } اعلان‌ها را تغییر داد
lists-log-notification-tried = { $by } یک اعلان آزمایشی فرستاد
lists-log-missed-sent-again = { $by } اعلان‌های نرسیده را دوباره فرستاد
lists-log-posts-published = { $by } پست‌ها را منتشر کرد
lists-log-posts-scheduled = { $by } پست روزانه را زمان‌بندی کرد
lists-log-posts-unscheduled = { $by } پست روزانه را متوقف کرد
lists-log-posts-refreshed = { $by } پست‌ها را به‌روز کرد
lists-log-posts-removed = { $by } پست‌ها را حذف کرد
lists-log-post-switched = { $by } یک پست را روشن یا خاموش کرد
lists-log-table-exported = { $by } یک جدول خروجی گرفت
lists-log-channel-paused = { $by } فروش را موقتاً متوقف کرد
lists-log-channel-resumed = { $by } فروش را از سر گرفت
lists-log-setting-changed = { $by } یک تنظیم را تغییر داد
lists-log-access-granted = { $by } چند روز دسترسی داد
lists-log-access-revoked = { $by } به یک دسترسی پایان داد
lists-log-renewal-ended = { $by } یک تمدید را متوقف کرد
lists-log-banned = { $by } یک کاربر را مسدود کرد
lists-log-unbanned = { $by } مسدودیت یک کاربر را برداشت
lists-log-ban-failed = { $by } هنوز نتوانسته کاربری را در تلگرام مسدود کند
lists-log-ban-given-up = { $by } از مسدود کردن منصرف شد، چون تلگرام مدیران را مسدود نمی‌کند
lists-log-order-set-aside = { $by } سفارش دیگری داد و پرداختی ناتمام را به مالک سپرد
lists-log-case-accept = { $by } یک پرداخت را همان‌طور که بود پذیرفت
lists-log-case-credit = { $by } یک پرداخت را به حساب آورد
lists-log-case-refund = { $by } یک پرداخت را بازگردانده‌شده اعلام کرد
lists-log-case-wait = { $by } تصمیم گرفت منتظر یک پرداخت بماند
lists-log-protection-ended = { $by } اجازهٔ حذف عضوی را داد که پیش از ربات آمده بود
lists-log-brake-released = { $by } اجازه داد حذف اعضا یک ساعت ادامه یابد
lists-log-removals-stopped = { $by } حذف خودکار را خاموش کرد
lists-log-join-approved = { $by } یک عضو را راه داد
lists-log-join-declined = { $by } یک درخواست عضویت را رد کرد
lists-log-join-refusal-said = { $by } توضیح داد که چرا یک لینک کار نمی‌کند
lists-log-left = { $by } متوجه شد که عضوی خارج شده است
lists-log-removed = { $by } عضوی را که دسترسی‌اش تمام شده بود حذف کرد
lists-log-removal-dry-run = { $by } عضوی را حذف می‌کرد، ولی حذف خودکار خاموش است
lists-log-removal-failed = { $by } نتوانست عضوی را حذف کند
lists-log-removal-undone = { $by } برای عضوی که به اشتباه حذف شده بود لینک فرستاد
lists-log-place-opened = { $by } یک گفتگو به پیشنهاد اضافه کرد
lists-log-place-closed = { $by } یک گفتگو را از پیشنهاد برداشت
lists-log-takeover-confirmed = { $by } فهرستی از اعضا را وارد کرد
lists-log-takeover-undone = { $by } فهرستی از اعضا را پس گرفت
lists-log-access-listed = { $by } دسترسی را از روی فهرست تعیین کرد
lists-log-access-unlisted = { $by } دسترسیِ داده‌شده از فهرست را پس گرفت
lists-log-member-kept = { $by } عضوی را که دسترسی‌اش تمام شده نگه داشت، چون پیش از پرداخت عضو شده بود
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = از { $from } به { $to }
lists-detail-to = به { $to }
lists-detail-until = تا { $to }
lists-detail-cause = { $cause ->
    [expired] تمدید نشد
    [refunded] پول برگردانده شد
    [ended_by_owner] مالک به دسترسی پایان داد
    [banned] مسدود شد
   *[other] { $cause }
}
lists-detail-reason = دلیل: { $reason }
lists-detail-tier = طرح { $tier }
lists-detail-payment = پرداخت { $payment }
lists-detail-hour = ساعت { $hour }
lists-detail-place = در «{ $place }»
lists-detail-setting = { $setting ->
    [title] نام
    [description] توضیحات
    [donation_message] پیام به حامیان
    [time_zone] منطقهٔ زمانی
    [grace_hours] مهلت تمدید
    [tolerance_percent] کسری پذیرفته‌شده
    [listed] فهرست عمومی
    [name] نام
    [price_cents] قیمت
    [price_stars] قیمت به Stars
    [donation_stars] حمایت با Stars
    [days] مدت
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] مالک
    [manager] گرداننده
    [read_only] ناظر
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] حذف خودکار روشن
    [dry_run] اجرای آزمایشی
    [off] حذف خودکار خاموش
   *[other] { $removals }
}
lists-detail-news = { $news ->
    [on] روشن
    [off] خاموش
    [here] به این شخص
    [owner] به مالک
    [each] هر فروش
    [digest] خلاصهٔ روزانه
    [both] هر فروش و خلاصهٔ روزانه
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] پست فروش
    [donate] دکمهٔ حمایت
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] سفارش‌ها
    [payments] پرداخت‌ها
    [members] اعضا
   *[other] { $table }
}
lists-detail-other = { $name }: { $value }
