## The menu. 256 characters at most; apps show about 40.

profile-command-start = آنچه فروش دارد
profile-command-mysubs = اشتراک‌ها و سفارش‌های شما
profile-command-channels = آنچه می‌گردانید
profile-command-language = انتخاب زبان
profile-command-help = کارهایی که ربات بلد است
profile-command-paysupport = راهنمای پرداخت
profile-command-privacy = آنچه از شما نگه داشته می‌شود
profile-command-terms = شرایط فروش

profile-description = من دسترسی به کانال‌ها و گروه‌های خصوصی تلگرام را می‌فروشم و برایشان حمایت مالی دریافت می‌کنم، با هر رمزارزی که بخواهید. برای دیدن آن‌ها روی «شروع» بزنید.
profile-about = دسترسی به کانال‌ها و گروه‌های خصوصی تلگرام و حمایت مالی، با هر رمزارزی که بخواهید.
