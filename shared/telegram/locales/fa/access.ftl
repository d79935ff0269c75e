## To the buyer, with the link or without it.

access-paid = ✅ <b>پرداخت شما برای { $title } رسید.</b>
access-credited = ➕ <b>مالک { $title } در ازای پرداخت شما، زمان دسترسی‌تان را بیشتر کرد.</b>
access-link = 🔓 <b>لینک شما برای { $title }</b>
access-inside = ✅ <b>شما عضو { $title } هستید.</b>
access-given = { $duration ->
    [for_ever] 🎁 <b>مالک { $title } به شما دسترسی همیشگی داد.</b>
   *[other] 🎁 <b>مالک { $title } به شما { $duration } دسترسی داد.</b>
}
access-unbanned = ✅ <b>مالک { $title } مسدودیت شما را برداشت.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>{ $title } به گروه تازه‌ای منتقل شد.</b>
   *[channel] 🚚 <b>{ $title } به کانال تازه‌ای منتقل شد.</b>
}
access-readmitted = 🙏 <b>ببخشید! تمدید { $title } درست وقتی رسید که داشتم شما را حذف می‌کردم.</b>
access-place = 🔓 <b>{ $place } بخشی از { $title } است.</b>
access-place-added = ➕ <b>{ $place } به { $title } اضافه شد.</b>
access-places-opened = { $inside } از { $places } باز شده است.
access-until = { $until ->
    [for_ever] برای همیشه دسترسی دارید.
   *[other] تا { $until } دسترسی دارید.
}
access-renewed-until = { $until ->
    [for_ever] حالا برای همیشه دسترسی دارید.
   *[other] تمدید شد. تا { $until } دسترسی دارید.
}
access-join-how = روی «{ $button }» بزنید و بعد روی «درخواست عضویت». در یک ثانیه وارد می‌شوید. این لینک فقط برای شما کار می‌کند.
access-join = 🔓 عضویت در { $title }

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>دسترسی شما به { $title } همیشگی است.</b>
   *[other] ⏳ <b>دسترسی شما به { $title } تا { $until } پرداخت شده است.</b>
}
access-delayed-too-many-chats = تعداد کانال‌ها و گروه‌های شما به سقف تلگرام رسیده است و هنوز نمی‌توانم شما را راه بدهم. از یکی از آن‌ها خارج شوید تا حداکثر دو ساعت بعد راهتان بدهم. اگر می‌خواهید همین حالا وارد شوید، روی «{ $button }» بزنید.
access-delayed-owner-told = تلگرام فعلاً اجازه نمی‌دهد شما را اضافه کنم. به مالک خبر داده‌ام و همین‌که درست شود، لینک را برایتان می‌فرستم. لازم نیست دوباره پرداخت کنید.
access-delayed-trying = تلگرام فعلاً اجازه نمی‌دهد شما را اضافه کنم. باز هم تلاش می‌کنم و همین‌که درست شود، لینک را برایتان می‌فرستم. لازم نیست دوباره پرداخت کنید.
access-my-subscriptions = 📜 اشتراک‌های من
access-try-again = 🔁 تلاش دوباره

access-link-refused = 🙏 <b>این لینک { $title } مال شخص دیگری است یا اعتبارش تمام شده است.</b>
access-link-refused-offer = هیچ مبلغی کسر نشد. می‌توانید برای خودتان دسترسی بگیرید.
access-see-offer = 💎 دیدن طرح‌ها

## Reminders.

access-reminder = ⏰ <b>دسترسی شما به { $title } تا { $days } روز دیگر تمام می‌شود: { $end }.</b>
access-reminder-ended = ⏰ <b>دسترسی شما به { $title } تمام شد.</b>
access-reminder-grace = ⏰ <b>دسترسی شما به { $title } تمام شد. می‌توانید تا { $until } بمانید.</b>
access-renew-early = اگر زودتر تمدید کنید، روزهای باقی‌مانده‌تان حفظ می‌شود.
access-renew-any-time = هر وقت بخواهید می‌توانید تمدید کنید.
access-renew-paused = مالک فروش را موقتاً متوقف کرده است و فعلاً نمی‌توانید تمدید کنید. بعداً در /mysubs دوباره امتحان کنید.
access-renew-stopped = فعلاً فروشی ندارد و نمی‌توانید تمدید کنید. بعداً در /mysubs دوباره امتحان کنید.
access-renew = 💎 تمدید

## After the end.

access-ended = 👋 <b>دسترسی شما به { $title } تمام شد.</b>
access-ended-thanks = ممنون که همراه بودید. هر وقت بخواهید می‌توانید برگردید.
access-ended-owed-title = 🙏 <b>شما برای { $title } پرداخت کردید و من نتوانستم راهتان بدهم.</b>
access-ended-owed = متأسفم. به مالک خبر داده‌ام؛ او می‌تواند زمان یا پولتان را به شما برگرداند. سفارش شما در /mysubs است.
access-ended-by-owner = 👋 <b>مالک { $title } به دسترسی شما پایان داد.</b>
access-ended-by-owner-questions = سؤالی دارید؟ /paysupport
access-come-back = 💎 بازگشت

## A buyer's subscriptions and orders.

access-mine = <b>اشتراک‌های شما</b>
access-mine-none = هنوز اشتراکی ندارید.
access-show-channels = 📣 دیدن پیشنهادها
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: برای همیشه
   *[other] ✅ <b>{ $title }</b>: تا { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: در { $end } تمام شد. می‌توانید تا { $until } بمانید.
access-mine-ended = ⌛ <b>{ $title }</b>: در { $end } تمام شد
access-mine-places = { $inside } از { $places } باز شده است:
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: هنوز وارد نشده‌اید
access-mine-place-too-many = ⏳ { $place }: تعداد کانال‌ها و گروه‌های شما به سقف تلگرام رسیده است. از یکی خارج شوید و بعد روی «{ $button }» بزنید.
access-mine-place-owner-told = ⏳ { $place }: تلگرام اجازه نمی‌دهد شما را اضافه کنم. به مالک خبر داده‌ام.
access-mine-place-trying = ⏳ { $place }: تلگرام هنوز اجازه نمی‌دهد شما را اضافه کنم. باز هم تلاش می‌کنم.
access-renew-title = 💎 تمدید { $title }
access-come-back-title = 💎 بازگشت به { $title }
access-open-channel = 🔓 باز کردن کانال
access-open-group = 🔓 باز کردن گروه
access-mine-orders = <b>سفارش‌های شما</b>
access-mine-order = • { $order } – وضعیت: { $progress }
access-mine-more = و { $count } مورد دیگر
access-mine-story-hint = برای دیدن سرگذشت هر سفارش، روی 📜 بزنید.
access-mine-story = 📜 { $amount } برای { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>{ $person } برای { $title } پرداخت کرده است و نمی‌توانم راهش بدهم.</b>
access-trouble-too-late = 🚨 <b>{ $person } برای { $title } پرداخت کرد و هیچ‌وقت نتوانست وارد شود.</b>
access-advice-right = { $kind ->
    [supergroup] گروه را باز کنید، روی نامش بزنید، بعد «ویرایش» ← «مدیران» و بعد من (اگر آنجا نیستم، اضافه‌ام کنید) و <b>دعوت کاربران با لینک</b> را روشن کنید. من باز هم تلاش می‌کنم. تا آن موقع، هیچ خریداری نمی‌تواند وارد شود.
   *[channel] کانال خصوصی را باز کنید، روی نامش بزنید، بعد «مدیران» و بعد من (اگر آنجا نیستم، اضافه‌ام کنید) و <b>دعوت کاربران با لینک</b> را روشن کنید. من باز هم تلاش می‌کنم. تا آن موقع، هیچ خریداری نمی‌تواند وارد شود.
}
access-advice-full = { $kind ->
    [supergroup] تعداد اعضای گروه به سقف تلگرام رسیده است. چند نفر را حذف کنید تا همهٔ کسانی را که پرداخت کرده‌اند راه بدهم. یا پول را برگردانید.
   *[channel] تعداد اعضای کانال خصوصی به سقف تلگرام رسیده است. چند نفر را حذف کنید تا همهٔ کسانی را که پرداخت کرده‌اند راه بدهم. یا پول را برگردانید.
}
access-advice-banned = { $kind ->
    [supergroup] این شخص در گروه مسدود است. گروه را باز کنید، روی نامش بزنید، بعد «کاربران حذف‌شده» و او را از فهرست بردارید تا راهش بدهم. یا پول را برگردانید.
   *[channel] این شخص در کانال خصوصی مسدود است. کانال را باز کنید، روی نامش بزنید، بعد «کاربران حذف‌شده» و او را از فهرست بردارید تا راهش بدهم. یا پول را برگردانید.
}
access-advice-no-channel = کانال یا گروه خصوصی تعیین نشده است و جایی نیست که راهش بدهم. در /channels یکی تعیین کنید تا همه را راه بدهم.
access-advice-about-user = { $kind ->
    [supergroup] گروه شما مشکلی ندارد. تلگرام فقط این خریدار را نمی‌پذیرد. من باز هم تلاش می‌کنم. اگر ادامه داشت، پولش را برگردانید.
   *[channel] کانال شما مشکلی ندارد. تلگرام فقط این خریدار را نمی‌پذیرد. من باز هم تلاش می‌کنم. اگر ادامه داشت، پولش را برگردانید.
}
access-advice-too-late = زمانی که برایش پرداخت شده بود تمام شده است. همان زمان را دوباره بدهید یا پول را برگردانید.

## To the owner: removals.

access-removal-trouble = 🚨 <b>{ $person } دیگر به { $title } دسترسی ندارد و نمی‌توانم حذفش کنم.</b>
access-removal-right = { $kind ->
    [supergroup] گروه را باز کنید، روی نامش بزنید، بعد «ویرایش» ← «مدیران» و بعد من (اگر آنجا نیستم، اضافه‌ام کنید) و <b>مسدود کردن کاربران</b> را روشن کنید. من باز هم تلاش می‌کنم. تا آن موقع نمی‌توانم کسی را حذف کنم.
   *[channel] کانال خصوصی را باز کنید، روی نامش بزنید، بعد «مدیران» و بعد من (اگر آنجا نیستم، اضافه‌ام کنید) و <b>مسدود کردن کاربران</b> را روشن کنید. من باز هم تلاش می‌کنم. تا آن موقع نمی‌توانم کسی را حذف کنم.
}
access-removal-administrator = این شخص مدیر است و مدیرها را فقط شما می‌توانید حذف کنید. از مدیریت برکنارش کنید تا حذفش کنم. یا بگذارید بماند.
access-removal-unanswered = یک روز است که تلگرام این کار را انجام نداده. من باز هم تلاش می‌کنم. لازم نیست کاری بکنید.
access-removal-unclear = ببینید هنوز عضو است یا نه و اگر هست، خودتان حذفش کنید. من هم باز تلاش می‌کنم.
access-kept = 👤 <b>{ $person } دیگر به { $title } دسترسی ندارد و گذاشتم بماند.</b>
access-kept-why = من راهش نداده بودم: پیش از پرداخت عضو شده یا کسی اضافه‌اش کرده است. فقط اگر شما بگویید، حذفش می‌کنم.
access-remove = 🚪 حذف
access-brake = 🛑 <b>حذف اعضا از { $title } کند شد.</b>
access-brake-why = در یک ساعت { $removed } عضو را که دسترسی‌شان تمام شده بود حذف کردم. این تعداد غیرعادی است. بقیه هم به‌تدریج حذف می‌شوند، حداکثر { $most } نفر در ساعت.
access-brake-release-does = <b>ادامهٔ حذف:</b> همهٔ کسانی که دسترسی‌شان تمام شده، همین حالا حذف می‌شوند. محدودیت برای یک ساعت برداشته می‌شود.
access-brake-stop-does = <b>توقف حذف:</b> تا وقتی حذف خودکار را دوباره روشن نکنید، کسی حذف نمی‌شود.
access-brake-release = ▶️ ادامهٔ حذف
access-brake-stop = ⏹ توقف حذف

## Answers to the owner about removals. Plain text.

access-removal-now = دارم حذفش می‌کنم.
access-removal-at-end = حالا دوباره دسترسی دارد. اگر تمدید نکند، در پایان دسترسی حذفش می‌کنم.
access-removal-never = دسترسی‌اش همیشگی است، پس می‌ماند.
access-removal-switched-off = حذف خودکار خاموش است. وقتی دوباره روشنش کنید، حذفش می‌کنم.
access-removals-released = حذف ادامه پیدا می‌کند. محدودیت برای یک ساعت برداشته شد.
access-removals-stopped = تا وقتی حذف خودکار را دوباره روشن نکنید، کسی حذف نمی‌شود.
