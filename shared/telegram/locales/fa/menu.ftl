menu-role = { $role ->
    [owner] مالک
    [manager] گرداننده
   *[read_only] ناظر
}

## The list of channels.

menu-channels-title = 🗂 <b>پیشنهادهای شما</b>
menu-channels-none = هنوز پیشنهادی اینجا ندارید.
menu-channels-choose = یکی را انتخاب کنید.
menu-channels-choose-menu = برای تغییر یک پیشنهاد یا دیدن فروشش، آن را انتخاب کنید.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ پیشنهاد تازه

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ هر کسی می‌تواند با { $name } بدون پرداخت عضو گروه خصوصی شود. در تلگرام بازش کنید ← ویرایش ← نوع گروه ← گروه خصوصی.
   *[channel] ⚠️ هر کسی می‌تواند با { $name } بدون پرداخت عضو کانال خصوصی شود. در تلگرام بازش کنید ← ویرایش ← نوع کانال ← کانال خصوصی.
}
menu-public-channel-of = ⚠️ هر کسی می‌تواند با { $name } بدون پرداخت عضو { $title } شود. در تلگرام بازش کنید ← ویرایش، و خصوصی‌اش کنید.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: گروه خصوصی شما عمومی شده است</b>

        هر کسی می‌تواند با { $name } بدون پرداخت عضو شود. در تلگرام گروه را باز کنید ← ویرایش ← نوع گروه ← گروه خصوصی.
   *[channel] 🚨 <b>{ $title }: کانال خصوصی شما عمومی شده است</b>

        هر کسی می‌تواند با { $name } بدون پرداخت عضو شود. در تلگرام کانال را باز کنید ← ویرایش ← نوع کانال ← کانال خصوصی.
}

## A channel's first page.

menu-you = نقش شما: { $role }
menu-paused = ⏸ <b>موقتاً متوقف.</b> چیزی فروخته نمی‌شود.
menu-stopped = ⏸ <b>فعلاً فروشی نیست.</b> نمی‌توانم کسی را راه بدهم.
menu-on-sale = { $tiers ->
    [0] ✅ <b>در حال دریافت حمایت.</b> طرحی ندارد.
   *[other] ✅ <b>در حال فروش:</b> { $tiers } طرح
}
menu-active = <b>دارای دسترسی:</b> { $count }
menu-link = <b>لینک برای خریداران:</b> { $link }
menu-unreachable = ⚠️ خبرهای فروش به { $chat } نمی‌رسد. بخش 🔔 اعلان‌ها را ببینید.

menu-figures = 📊 آمار
menu-cases = ⚠️ موارد
menu-cases-waiting = ⚠️ موارد ({ $count })
menu-members = 👥 اعضا
menu-orders = 🧾 سفارش‌ها
menu-give-access = 🎁 دادن دسترسی
menu-posts = 📌 پست‌ها
menu-notifications = 🔔 اعلان‌ها
menu-settings = ⚙️ تنظیمات
menu-log = 📓 تاریخچه
menu-resume = ▶️ ازسرگیری فروش
menu-pause = ⏸ توقف موقت فروش
menu-my-channels = « پیشنهادهای من

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = شما این پیشنهاد را نمی‌گردانید. برای دیدن پیشنهادهایتان /channels را بفرستید.
menu-not-allowed = نقش شما در این پیشنهاد اجازهٔ این کار را نمی‌دهد. از مالکش بخواهید.
menu-member-unknown = این عضو را نمی‌شناسم. برای دیدن فهرست، /members را بفرستید.
menu-order-unknown = این سفارش را پیدا نمی‌کنم. برای دیدن فهرست، /orders را بفرستید.
menu-saved = ذخیره شد.
menu-no-such-table = چنین جدولی وجود ندارد.
menu-file-coming = فایل در راه است.
menu-too-many-files = درخواست‌ها پشت‌سرهم بود. { $seconds } ثانیهٔ دیگر دوباره امتحان کنید.
