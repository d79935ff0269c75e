### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 گفتگوها

## The list.

offerplaces-title = 🚪 <b>گفتگوهای { $title }</b>
offerplaces-about = هر کس دسترسی دارد، وارد همهٔ آن‌ها می‌شود.
# $count: people, or "1,000+".
offerplaces-people = <b>اکنون با دسترسی:</b> { $count }
# $count: people.
offerplaces-cut = عددهای زیر دربارهٔ { $count } نفری است که دسترسی‌شان دیرتر از همه تمام می‌شود.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: کانال اصلی
    [main_group] 👥 <b>{ $chat }</b>: گروه اصلی
    [discussion] 💬 <b>{ $chat }</b>: گروه گفت‌وگوی کانال
    [group] 👥 <b>{ $chat }</b>: گروه
   *[channel] 📣 <b>{ $chat }</b>: کانال
}
# $inside, $waiting: people.
offerplaces-counts = <b>داخل:</b> { $inside } · <b>هنوز بیرون:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ لینک‌های فرستاده‌شده: { $done } از { $total }
offerplaces-closing = ⏳ دسترسی‌های گرفته‌شده: { $done } از { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 آنجا چیزی کم است. رویش بزنید.
# A button.
offerplaces-add = ➕ افزودن گفتگو
# $count: chats.
offerplaces-full = { $count } گفتگو دارید و بیشتر از این نمی‌شود. برای افزودن گفتگویی دیگر، یکی را بردارید.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ کسانی که دسترسی‌شان تمام می‌شود هنوز می‌توانند در گروه گفت‌وگوی «{ $chat }» بخوانند و بنویسند. من هنوز به آن رسیدگی نمی‌کنم.
offerplaces-linked-unnamed = ⚠️ کسانی که دسترسی‌شان تمام می‌شود هنوز می‌توانند در گروه گفت‌وگوی کانالتان بخوانند و بنویسند. من هنوز به آن رسیدگی نمی‌کنم.
offerplaces-include = 💬 افزودن این گروه
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = برای افزودن آن، وقتی کانال در حال فروش است در صفحهٔ کانال { $button } را بزنید.
offerplaces-unlinked = ⚠️ «{ $chat }» دیگر گروه گفت‌وگوی کانال شما نیست. تا وقتی آن را برندارید در پیشنهادتان می‌ماند.

## One chat.

offerplaces-main-stays = این همان چیزی است که می‌فروشید، پس نمی‌توانید آن را بردارید. برای فروش چیز دیگر، ⚙️ تنظیمات را بزنید و آنجا انتخاب کنید. برای نفروختن، فروش را موقتاً متوقف کنید.
offerplaces-take-away = 🗑 برداشتن

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>افزودن گفتگو به { $title }</b>
offerplaces-choose-ask = یک کانال خصوصی یا گروه خصوصی انتخاب کنید. من و شما هر دو آنجا به { $rights } نیاز داریم.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>گروه «{ $chat }» به { $title } اضافه شود؟</b>
   *[channel] 📣 <b>کانال «{ $chat }» به { $title } اضافه شود؟</b>
}
offerplaces-open-touches = { $count ->
    [0] اکنون کسی دسترسی ندارد، پس لینکی نمی‌فرستم.
   *[other] با این کار { $count } نفر راه پیدا می‌کنند و هر کدام لینک خودش را می‌گیرد.
}
# How long it takes.
offerplaces-minutes = این کار حدود { $minutes } دقیقه طول می‌کشد.
offerplaces-open-later = هر کس بعداً دسترسی بخرد هم وارد می‌شود. وقتی دسترسی کسی تمام شود، او را از آنجا هم حذف می‌کنم. مدیران را هرگز حذف نمی‌کنم.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>گروه «{ $chat }» از { $title } برداشته شود؟</b>
   *[channel] 🗑 <b>کانال «{ $chat }» از { $title } برداشته شود؟</b>
}
offerplaces-close-touches = { $count ->
    [0] لازم نیست کسی بیرون برود.
   *[other] به { $count } نفر مربوط می‌شود: کسانی را که داخل‌اند حذف می‌کنم و لینک بقیه را می‌بندم.
}
offerplaces-close-stays = مدیران می‌مانند، و هر کس با پیشنهاد دیگری از شما به آن دسترسی دارد هم می‌ماند. گفتگوهای دیگرتان تغییری نمی‌کنند.
offerplaces-yes-open = ✅ بله، اضافه شود
offerplaces-yes-close = 🗑 بله، برداشته شود
offerplaces-no = ✕ نه

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>راه دادن افراد به گروه «{ $chat }»</b>
   *[channel] 📣 <b>راه دادن افراد به کانال «{ $chat }»</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>حذف افراد از گروه «{ $chat }»</b>
   *[channel] 🗑 <b>حذف افراد از کانال «{ $chat }»</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>لینک‌های فرستاده‌شده:</b> { $done } از { $total }
offerplaces-removed = <b>انجام شد:</b> { $done } از { $total }
offerplaces-done-open = ✅ <b>همهٔ کسانی که دسترسی دارند لینک «{ $chat }» را دارند</b>
offerplaces-done-close = ✅ <b>«{ $chat }» دیگر جزو { $title } نیست</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = اضافه شد. اگر کسی اکنون دسترسی دارد، لینکش را می‌فرستم و وقتی تمام شد خبرتان می‌کنم.
offerplaces-closed = برداشته شد. اگر کسی باید خارج شود، او را از آنجا حذف می‌کنم و وقتی تمام شد خبرتان می‌کنم.
offerplaces-has-it = این گفتگو از پیش در پیشنهاد شما هست.
offerplaces-posts = در آن کانال پیشنهادها برای همه منتشر می‌شوند، پس کسی برایش پول نمی‌دهد. یک کانال یا گروه خصوصی انتخاب کنید.
offerplaces-other-owner = کس دیگری اینجا دسترسی به این گفتگو را می‌فروشد. گفتگوی دیگری انتخاب کنید.
offerplaces-discussion-without-bot = من در گروه گفت‌وگو مدیر نیستم. «افزودن به گروه» را بزنید، آن را انتخاب کنید و دسترسی‌ها را روشن بگذارید. بعد «بررسی دوباره» را بزنید.
# $max: chats.
offerplaces-too-many = { $max } گفتگو دارید و بیشتر از این نمی‌شود. اول یکی را بردارید.
offerplaces-not-there = آن گفتگو دیگر در پیشنهاد شما نیست.
offerplaces-asked-again = پاسخ «بله» دیر رسید، یا در این میان چیزی تغییر کرد. اکنون وضعیت این است.
