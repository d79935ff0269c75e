team-title = 👥 <b>تیم شما برای { $title }</b>
team-empty = هنوز کسی نیست.
team-choose = برای تغییر اختیارات هر نفر، روی او بزنید.
team-roles = گردانندگان همه کار می‌توانند بکنند، به‌جز تغییر تیم، انتخاب کانال‌ها و گروه‌ها و نمایش این پیشنهاد در /start. ناظران نمی‌توانند چیزی را تغییر دهند.

team-person = 👤 { $person } ({ $role })
team-add-manager = ➕ افزودن گرداننده
team-add-viewer = ➕ افزودن ناظر
team-make-viewer = 👀 تبدیل به ناظر
team-make-manager = 🛠 تبدیل به گرداننده
team-transfer = 🔑 واگذاری پیشنهاد
team-dismiss = 🗑 حذف از تیم

team-member = 👤 <b>{ $person }</b> در { $title }: { $role }

## An invitation, to be forwarded.

team-invitation = { $role ->
    [manager] ✉️ <b>این لینک را برای گردانندهٔ جدید بفرستید:</b>
   *[read_only] ✉️ <b>این لینک را برای ناظر جدید بفرستید:</b>
}
team-invitation-how = { $role ->
    [manager] اولین کسی که آن را باز کند، گردانندهٔ { $title } می‌شود. یک بار کار می‌کند و تا یک روز اعتبار دارد.
   *[read_only] اولین کسی که آن را باز کند، ناظر { $title } می‌شود. یک بار کار می‌کند و تا یک روز اعتبار دارد.
}
team-forward = ↗️ فوروارد

## Giving the channel away.

team-transfer-asked = 🔑 <b>{ $title } را به { $person } واگذار می‌کنید؟</b>
team-transfer-id = شناسهٔ تلگرام او: <code>{ $id }</code>
team-transfer-means = همه‌چیز به او می‌رسد: تنظیمات، فروش و خبرهایش. شما نقشی نخواهید داشت و فقط او می‌تواند آن را برگرداند.
team-transfer-yes = 🔑 بله، واگذار کن
team-transfer-no = ✕ نه، نگه می‌دارم

## Answers: above a page, or as a message. Plain text.

team-not-on-team = این شخص دیگر در این تیم نیست.
team-too-many = هر تیم حداکثر { $max } نفر دارد. اول یک نفر را حذف کنید.
team-role-changed = تغییر کرد. به او خبر دادم.
team-removed = از تیم حذف شد. به او خبر دادم.
team-invitation-over = این دعوت استفاده شده یا منقضی شده است. از مالک دعوت دیگری بخواهید.
team-full = تعداد گردانندگان این تیم به سقف رسیده است. مالک می‌تواند اول یک نفر را حذف کند.
team-invitation-for-another = { $role ->
    [manager] این لینک برای شخص دیگری است. آن را برای گردانندهٔ جدید «{ $title }» بفرستید.
   *[read_only] این لینک برای شخص دیگری است. آن را برای ناظر جدید «{ $title }» بفرستید.
}
team-invitation-accepted = { $role ->
    [manager] شما حالا گردانندهٔ «{ $title }» هستید. برای باز کردنش /channels را بفرستید.
   *[read_only] شما حالا ناظر «{ $title }» هستید. برای باز کردنش /channels را بفرستید.
}
team-invitation-taken-up = { $role ->
    [manager] دعوت پذیرفته شد: { $person } حالا گردانندهٔ «{ $title }» است.
   *[read_only] دعوت پذیرفته شد: { $person } حالا ناظر «{ $title }» است.
}
team-role-given = { $role ->
    [manager] مالک شما را گردانندهٔ «{ $title }» کرد. برای باز کردنش /channels را بفرستید.
   *[read_only] مالک شما را ناظر «{ $title }» کرد. برای باز کردنش /channels را بفرستید.
}
team-role-taken = دیگر «{ $title }» را نمی‌گردانید. مالک نقش شما را برداشت.
team-heir-not-administrator = این شخص مدیر کانال یا گروه خصوصی نیست. در تلگرام مدیرش کنید و بعد دوباره روی دکمه بزنید.
team-heir-not-poster = این شخص مدیر کانال عمومی نیست. در تلگرام با دسترسی { $right } مدیرش کنید و بعد دوباره روی دکمه بزنید.
team-heir-lacks-rights = { $use ->
    [public] این شخص در کانال عمومی به دسترسی { $rights } نیاز دارد. آن را در تلگرام به او بدهید و بعد دوباره روی دکمه بزنید.
   *[private] این شخص در کانال یا گروه خصوصی به دسترسی { $rights } نیاز دارد. آن را در تلگرام به او بدهید و بعد دوباره روی دکمه بزنید.
}
team-channel-received = «{ $title }» حالا مال شماست. مالک قبلی آن را به شما واگذار کرد. برای باز کردنش /channels را بفرستید.
team-channel-received-without-posts = «{ $title }» حالا مال شماست. مالک قبلی آن را به شما واگذار کرد. من مدیر کانال عمومی‌اش نیستم و دیگر آنجا پست نمی‌گذارم. در ⚙️ تنظیمات کانال دیگری انتخاب کنید. برای باز کردنش /channels را بفرستید.
team-channel-given-away = «{ $title }» دیگر مال شما نیست. آن را واگذار کردید و دیگر خبرهای فروشش را برایتان نمی‌فرستم.
team-transferred = انجام شد. «{ $title }» مالک جدیدی دارد.
