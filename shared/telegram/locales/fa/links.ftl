links-button = 🔗 لینک‌های من
links-title = 🔗 <b>لینک‌های { $title }</b>
links-how = این لینک‌ها را برای مخاطبانتان بفرستید یا در پروفایلتان بگذارید. با باز کردن هر لینک، صفحهٔ فروش یا صفحه‌کلید حمایت شما باز می‌شود.
links-offer = <b>فروش:</b> { $link }
links-donate = <b>حمایت مالی:</b> { $link }
links-post-now = { $post ->
    [donate] <b>دکمهٔ حمایت را همین حالا در { $channel } منتشر کنم؟</b>
   *[offer] <b>پست فروش را همین حالا در { $channel } منتشر کنم؟</b>
}

links-post-yes = ✅ بله، منتشر کن
links-post-no = فعلاً نه
links-copy-offer = 📋 کپی لینک فروش
links-share-offer = ↗️ اشتراک‌گذاری فروش
links-picture-offer = 🔳 کد QR فروش
links-copy-donate = 📋 کپی لینک حمایت
links-share-donate = ↗️ اشتراک‌گذاری حمایت
links-picture-donate = 🔳 کد QR حمایت

links-caption-offer = 🔳 <b>فروش اشتراک { $title }</b>
links-caption-donate = 🔳 <b>حمایت مالی از { $title }</b>
