places-right-invite = «دعوت کاربران با لینک»
places-right-ban = «مسدود کردن کاربران»
places-right-post = «ارسال پیام»
places-right-other = «{ $right }»

places-chat = «{ $title }»
places-chat-unnamed = گفتگوی { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>من در کانال خصوصی «{ $chat }» مدیر نیستم</b>
    [group] 🚨 <b>من در گروه خصوصی «{ $chat }» مدیر نیستم</b>
    [extra] 🚨 <b>من در «{ $chat }» مدیر نیستم</b>
   *[public] 🚨 <b>من در کانال عمومی «{ $chat }» مدیر نیستم</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>در کانال خصوصی «{ $chat }» به دسترسی { $rights } نیاز دارم</b>
    [group] 🚨 <b>در گروه خصوصی «{ $chat }» به دسترسی { $rights } نیاز دارم</b>
    [extra] 🚨 <b>در «{ $chat }» به دسترسی { $rights } نیاز دارم</b>
   *[public] 🚨 <b>در کانال عمومی «{ $chat }» به دسترسی { $rights } نیاز دارم</b>
}
places-no-posts = نمی‌توانم پست فروش شما را آنجا منتشر یا به‌روز کنم. فروش ادامه دارد.
places-no-entry = نمی‌توانم کسی را راه بدهم و برای همین چیزی فروخته نمی‌شود. همین‌که بتوانم، همهٔ کسانی که پرداخت کرده‌اند وارد می‌شوند.
places-no-entry-extra = نمی‌توانم کسی را آنجا راه بدهم. همین‌که بتوانم، همهٔ کسانی که پرداخت کرده‌اند وارد می‌شوند. فروش ادامه دارد.
places-no-removals = نمی‌توانم اعضا را در پایان دسترسی‌شان حذف کنم. فروش ادامه دارد.
places-add-me = { $kind ->
    [supergroup] گروه را باز کنید، روی نامش بزنید، بعد «ویرایش» ← «مدیران» ← «افزودن مدیر» و مرا انتخاب کنید.
   *[channel] کانال را باز کنید، روی نامش بزنید، بعد «مدیران» ← «افزودن مدیر» و مرا انتخاب کنید.
}
places-switch-on = { $kind ->
    [supergroup] گروه را باز کنید، روی نامش بزنید، بعد «ویرایش» ← «مدیران»، مرا انتخاب کنید و { $rights } را روشن کنید.
   *[channel] کانال را باز کنید، روی نامش بزنید، بعد «مدیران»، مرا انتخاب کنید و { $rights } را روشن کنید.
}

places-works = { $use ->
    [private] ✅ <b>در کانال خصوصی «{ $chat }» همه‌چیز دوباره کار می‌کند</b>
    [group] ✅ <b>در گروه خصوصی «{ $chat }» همه‌چیز دوباره کار می‌کند</b>
    [extra] ✅ <b>در «{ $chat }» همه‌چیز دوباره کار می‌کند</b>
   *[public] ✅ <b>در کانال عمومی «{ $chat }» همه‌چیز دوباره کار می‌کند</b>
}
places-works-means = { $use ->
    [private] می‌توانم افراد را راه بدهم و حذف کنم. هر کس پرداخت کرده باشد، همین حالا وارد می‌شود.
    [extra] می‌توانم افراد را راه بدهم و حذف کنم. هر کس پرداخت کرده باشد، همین حالا وارد می‌شود.
   *[public] می‌توانم پست فروش شما را آنجا منتشر کنم.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>تلگرام کانال خصوصی «{ $chat }» را پیدا نمی‌کند</b>
    [group] 🚨 <b>تلگرام گروه خصوصی «{ $chat }» را پیدا نمی‌کند</b>
    [extra] 🚨 <b>تلگرام «{ $chat }» را پیدا نمی‌کند</b>
   *[public] 🚨 <b>تلگرام کانال عمومی «{ $chat }» را پیدا نمی‌کند</b>
}
places-gone-means = { $use ->
    [private] یا حذف شده یا من هرگز در آن نبوده‌ام. چیزی فروخته نمی‌شود و دیگر کسی را راه نمی‌دهم یا حذف نمی‌کنم.
    [group] یا حذف شده یا من هرگز در آن نبوده‌ام. چیزی فروخته نمی‌شود و دیگر کسی را راه نمی‌دهم یا حذف نمی‌کنم.
    [extra] یا حذف شده یا من هرگز در آن نبوده‌ام. دیگر کسی را آنجا راه نمی‌دهم یا حذف نمی‌کنم. فروش ادامه دارد.
   *[public] یا حذف شده یا من هرگز در آن نبوده‌ام و برای همین پست فروش شما منتشر نمی‌شود. فروش ادامه دارد.
}
places-gone-nobody = کسی روز باقی‌مانده ندارد.
places-gone-people = { $count } مشترک هنوز روز باقی‌مانده دارند:
places-gone-person = { $time ->
    [for_ever] • { $person }: برای همیشه
   *[other] • { $person }: تا { $time }
}
places-gone-more = و { $count } نفر دیگر
places-gone-next = { $use ->
    [private] کانال خصوصی دیگری انتخاب کنید تا لینکش را برای همهٔ کسانی که روز باقی‌مانده دارند بفرستم. یا فروش را موقتاً متوقف کنید و پول‌ها را برگردانید.
    [group] گروه یا کانال خصوصی دیگری انتخاب کنید تا لینکش را برای همهٔ کسانی که روز باقی‌مانده دارند بفرستم. یا فروش را موقتاً متوقف کنید و پول‌ها را برگردانید.
    [extra] برای برداشتنش یا اضافه کردن گفتگویی دیگر، روی { $button } بزنید.
   *[public] کانال عمومی دیگری انتخاب کنید، یا هیچ‌کدام.
}
places-choose-another = 📣 انتخاب کانال دیگر

## The same in one line, on the channel's page.

places-line-gone = { $use ->
    [private] 🚨 کانال خصوصی دیگر وجود ندارد. بخش ⚙️ تنظیمات را ببینید.
    [group] 🚨 گروه خصوصی دیگر وجود ندارد. بخش ⚙️ تنظیمات را ببینید.
    [extra] 🚨 تلگرام «{ $chat }» را پیدا نمی‌کند.
   *[public] 🚨 کانال عمومی دیگر وجود ندارد. بخش ⚙️ تنظیمات را ببینید.
}
places-line-absent = { $use ->
    [private] 🚨 من در کانال خصوصی مدیر نیستم.
    [group] 🚨 من در گروه خصوصی مدیر نیستم.
    [extra] 🚨 من در «{ $chat }» مدیر نیستم.
   *[public] 🚨 من در کانال عمومی مدیر نیستم.
}
places-line-lacking = { $use ->
    [private] 🚨 در کانال خصوصی به دسترسی { $rights } نیاز دارم.
    [group] 🚨 در گروه خصوصی به دسترسی { $rights } نیاز دارم.
    [extra] 🚨 در «{ $chat }» به دسترسی { $rights } نیاز دارم.
   *[public] 🚨 در کانال عمومی به دسترسی { $rights } نیاز دارم.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>خبرهای فروش به { $chat } نمی‌رسد</b>
places-unreachable-reason = <b>دلیل:</b> { $reason }
places-unreachable-not-started = باید مرا باز کند و روی «شروع» بزند.
places-unreachable-blocked = باید مرا از حالت مسدود درآورد.
places-unreachable-gone = دیگر وجود ندارد. گفتگوی دیگری برای خبرهایتان انتخاب کنید.
places-unreachable-no-right = اگر از آنجا حذف شده‌ام، دوباره اضافه‌ام کنید، اجازهٔ نوشتن بدهید و اگر تاپیکش بسته است، بازش کنید. یا گفتگوی دیگری برای خبرهایتان انتخاب کنید.
places-unreachable-kept = خبرهای نرسیده را نگه می‌دارم و وقتی این گفتگو دوباره کار کند می‌فرستم. فهرستشان در 🔔 اعلان‌ها است و همین حالا هم می‌توانید از آنجا بفرستیدشان.

## A channel that changed its owner and opens chats that offers of another owner open, too.

# $title: the channel.
places-shared = 🔗 <b>{ $title } مالک تازه‌ای دارد و گفتگوهایی مشترک با مالکی دیگر</b>
# $chat: the title of a chat. $other: the other owner's channel.
places-shared-chat = • «{ $chat }» که { $other } هم آن را باز می‌کند
places-shared-next = هیچ‌کس دسترسی‌اش را از دست نمی‌دهد: هر گفتگو برای اعضای هر دو باز می‌ماند. برای پایان دادن به این وضع، یکی از شما آن گفتگو را از پیشنهادش برمی‌دارد. گردانندهٔ این ربات هم می‌تواند این کار را بکند.

## A main place that is a group, and the discussion group of a channel.

places-linked-group = ⚠️ این گروه، گروه گفتگوی یک کانال است. همهٔ اعضای آن کانال می‌توانند بدون پرداخت بازش کنند. در تلگرام اتصالش را بردارید یا دسترسی به کانال را بفروشید.
