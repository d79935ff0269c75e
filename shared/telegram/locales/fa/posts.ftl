posts-title = 📌 <b>پست‌های { $title }</b>
posts-no-channel = ⚠️ هنوز کانال عمومی برای انتشار پست ندارید. در ⚙️ تنظیمات یکی انتخاب کنید.
posts-channel-paused = ⏸ فروش موقتاً متوقف است. تا آن را از سر نگیرید، چیزی منتشر نمی‌کنم.
posts-absent = { $post ->
    [donate] <b>دکمهٔ حمایت:</b> منتشر نشده
   *[offer] <b>پست فروش:</b> منتشر نشده
}
posts-live = { $post ->
    [donate] <b>دکمهٔ حمایت:</b> { $place } از { $since }
   *[offer] <b>پست فروش:</b> { $place } از { $since }
}
posts-live-place = در کانال
posts-pending = ⏳ در حال انتشار
posts-last-failed = ❌ پست آخر منتشر نشد. { $why }
posts-every-day = <b>پست روزانه:</b> ساعت { $hour } ({ $timeZone })
posts-every-day-never = <b>پست روزانه:</b> خاموش

posts-button-offer = پست فروش
posts-button-donate = دکمهٔ حمایت
posts-button-publish = 📤 انتشار همین حالا
posts-button-hour = 🕘 هر روز ساعت { $hour }
posts-button-no-hour = 🕘 پست روزانه: خاموش
posts-button-refresh = 🔁 به‌روزرسانی پست‌ها
posts-button-remove = 🗑 حذف پست‌ها
posts-button-see = 👀 دیدن پست

## The hour of the daily posts.

posts-hours-title = 🕘 <b>پست روزانهٔ { $title }</b>
posts-hours-ask = چه ساعتی پست بگذارم؟ همان موقع پست‌های قدیمی را حذف می‌کنم. منطقهٔ زمانی { $timeZone } است.
posts-hours-never = هیچ‌وقت

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: دکمهٔ حمایت منتشر نشد</b>
   *[offer] ❌ <b>{ $title }: پست فروش منتشر نشد</b>
}
posts-no-right = اجازه ندارم آنجا پست بگذارم. مرا با اجازهٔ ارسال پیام مدیر کنید.
posts-not-there = در آن کانال نیستم. مرا به‌عنوان مدیر اضافه کنید.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: شاید دکمهٔ حمایت دو بار منتشر شده باشد</b>
   *[offer] ⚠️ <b>{ $title }: شاید پست فروش دو بار منتشر شده باشد</b>
}
posts-doubted-how = هنگام انتشار، تلگرام جواب نداد و دوباره منتشرش کردم. اگر کمی بالاتر نسخهٔ دومی هست، لطفاً حذفش کنید. من نمی‌توانم آن را از پست‌های دیگر تشخیص بدهم.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = پیش‌نمایش در پیامی جداگانه می‌آید.
posts-coming = دارم منتشر می‌کنم.
posts-refreshing = دارم پست‌ها را به‌روز می‌کنم.
posts-removing = دارم پست‌ها را حذف می‌کنم.
posts-unscheduled = پست روزانه خاموش است.
posts-scheduled = هر روز ساعت { $hour } ({ $timeZone }) پست می‌گذارم.
posts-paused = فروش موقتاً متوقف است. تا آن را از سر نگیرید، چیزی منتشر نمی‌کنم.
posts-no-public-channel = هنوز کانال عمومی برای انتشار پست ندارید. در ⚙️ تنظیمات یکی انتخاب کنید.
posts-nothing = چیزی برای انتشار نیست. یک پست را روشن کنید یا طرحی اضافه کنید.
posts-not-on-sale = چیزی فروخته نمی‌شود، چون نمی‌توانم کسی را راه بدهم. صفحهٔ اول می‌گوید چه چیزی کم است.
posts-too-soon = همین چند لحظه پیش پست گذاشتم. { $seconds } ثانیهٔ دیگر می‌توانید دوباره منتشر کنید.
