## The list of channels.

payments-list-empty = چیزی در این فهرست نیست. لینکی را که مالک به شما داده باز کنید.
payments-list-how = برای دیدن طرح‌ها، یکی را انتخاب کنید.
payments-list-stopped = ⏸ { $title }: فعلاً فروش ندارد.
payments-list-commands = اشتراک‌هایتان را در /mysubs و کارهایی را که بلدم در /help می‌بینید.

## The page of a channel, and its post in the public channel.

payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } برای همیشه
   *[other] 💎 { $tier } · { $price } برای { $duration }
}
payments-tier-named-after-time = 💎 { $tier } · قیمت { $price }
payments-tier-stopped = { $label }: فعلاً فروش ندارد
payments-page-has-access = { $until ->
    [for_ever] ✅ برای همیشه دسترسی دارید. نیازی به تمدید نیست.
   *[other] ✅ تا { $until } دسترسی دارید. اگر زودتر تمدید کنید، روزهای باقی‌مانده‌تان حفظ می‌شود.
}
payments-page-renews = ✅ تا { $until } دسترسی دارید. 🔁 خودبه‌خود تمدید می‌شود.
payments-page-paused = ⏸ مالک فروش را موقتاً متوقف کرده است. هر چه پرداخته‌اید سر جایش است.
payments-page-off-held = ⏸ فعلاً پرداخت ممکن نیست. پولتان محفوظ است. وقتی پرداخت دوباره ممکن شود، می‌توانید باقی‌مانده را بپردازید.
payments-page-empty = فعلاً اینجا چیزی برای فروش نیست.
payments-page-stopped = فعلاً نمی‌توانم کسی را راه بدهم. بعداً دوباره امتحان کنید. هر چه پرداخته‌اید سر جایش است.
payments-page-how = مدت را انتخاب کنید. با هر رمزارزی بپردازید و همین‌که رسید، وارد شوید.
payments-page-how-either = مدت را انتخاب کنید. با هر رمزارز یا با ستاره‌های تلگرام بپردازید و همین‌که رسید، وارد شوید.
payments-page-how-stars = مدت را انتخاب کنید. با ستاره‌های تلگرام بپردازید و بی‌درنگ وارد شوید.
payments-page-back = « بازگشت به فهرست
payments-post-how = مدت را انتخاب کنید. با هر رمزارزی بپردازید.
payments-post-how-either = مدت را انتخاب کنید. با هر رمزارز یا با ستاره‌های تلگرام بپردازید.
payments-post-replaced = پست فعلی پایین‌تر است.
payments-post-withdrawn = این پست برداشته شده است.

## Money in an order that is not paid yet, before a new one is made.

payments-held-part = 💰 <b>{ $received } از { $price } رسیده است:</b> { $order }.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = در /mysubs { $count } مورد دیگر می‌بینید.
payments-held-off = پولتان محفوظ است. وقتی پرداخت دوباره ممکن شود، می‌توانید باقی‌مانده را بپردازید.
payments-held-pay-rest = باقی‌مانده را بپردازید تا سفارشتان کامل شود.
payments-held-unconfirmed = لینک تراکنش را برای مالک بفرستید: اول 📜 و بعد ✉️ را بزنید.
payments-held-unconfirmed-or-buy = لینک تراکنش را برای مالک بفرستید (اول 📜 و بعد ✉️ را بزنید) یا دوباره بخرید.
payments-held-safe = پولتان محفوظ است. لازم نیست کاری بکنید.
payments-held-from-scratch = اگر با این حال بخرید ({ $tier } با قیمت { $price })، مالک دربارهٔ پولی که قبلاً رسیده تصمیم می‌گیرد.
payments-held-on-top = می‌توانید این را هم بخرید: { $tier } با قیمت { $price }. پرداخت دیگرتان وقتی تأیید شود، باز هم به حساب می‌آید.
payments-held-buy-from-scratch = 💎 با این حال می‌خرم: { $price }
payments-held-buy-too = 💎 این را هم می‌خرم: { $price }

## The invoice. Its button opens the page of NOWPayments.

payments-paid = ✅ <b>پرداخت شد.</b>
payments-invoice-donation = 💝 <b>حمایت { $amount } شما از { $title }</b>
payments-invoice-donation-how = روی «پرداخت» بزنید و یک رمزارز انتخاب کنید. همین‌که پرداختتان را ببینم، این پیام تغییر می‌کند.
payments-invoice-how = روی «پرداخت» بزنید و یک رمزارز انتخاب کنید. همین‌که پرداختتان برسد، وارد می‌شوید.
payments-invoice-rest = ➕ <b>{ $received } از { $price } رسید.</b>
payments-invoice-rest-how = باقی‌مانده یعنی { $rest } را با هر رمزارزی بپردازید و وارد شوید.
payments-invoice-rest-donation-how = باقی‌مانده یعنی { $rest } را با هر رمزارزی بپردازید تا حمایتتان کامل شود.
payments-invoice-renewal = { $order }. روی «پرداخت» بزنید و یک رمزارز انتخاب کنید.
payments-invoice-renewal-rest = { $order }. تا اینجا { $received } رسیده است. باقی‌مانده را با هر رمزارزی بپردازید.
payments-invoice-not-now = ✕ فعلاً نه
payments-invoice-cancelled = ✕ سفارش لغو شد. هیچ مبلغی کسر نشد.
payments-invoice-cancelled-unconfirmed = ✕ سفارش لغو شد. اگر پرداختتان برسد، باز هم به حساب می‌آید.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>{ $received } از { $price } رسید.</b>
payments-rest-too-small = باقی‌مانده یعنی { $rest } برای ارسال با رمزارز خیلی کم است. پولتان محفوظ است. مالک تصمیم می‌گیرد؛ به او خبر داده‌ام.
payments-rest-refused = باقی‌مانده یعنی { $rest } را فعلاً نمی‌شود پرداخت. پولتان محفوظ است. مالک تصمیم می‌گیرد؛ به او خبر داده‌ام.
payments-rest-accepted-by-default = اگر تا 7 روز جواب ندهد، سفارشتان پرداخت‌شده به حساب می‌آید. لازم نیست کاری بکنید.
payments-rest-try-again = فردا هم می‌توانید دوباره امتحان کنید.
payments-rest-wait = لازم نیست کاری بکنید.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ فاکتور شما بیشتر از همیشه طول کشیده است. هیچ مبلغی کسر نشد. همین‌که آماده شود، فاکتور { $amount } همین‌جا نمایش داده می‌شود.
payments-no-invoice-donation-below = امروز پرداخت با رمزارز از <b>{ $least }</b> شروع می‌شود. هیچ مبلغی کسر نشد. { $suggested } چطور است؟
payments-no-invoice-below = امروز پرداخت با رمزارز از <b>{ $least }</b> شروع می‌شود و قیمت این { $amount } است. هیچ مبلغی کسر نشد. طرح دیگری انتخاب کنید یا از مالک بپرسید.
payments-no-invoice-donation-too-small = فعلاً { $amount } برای ارسال با رمزارز خیلی کم است. هیچ مبلغی کسر نشد. مبلغ بیشتری را امتحان کنید.
payments-no-invoice-too-small = فعلاً { $amount } برای ارسال با رمزارز خیلی کم است. هیچ مبلغی کسر نشد. طرح دیگری انتخاب کنید یا از مالک بپرسید.
payments-no-invoice-unanswered = سرویس پرداخت در سه روز نتوانست فاکتور { $amount } شما را بسازد و دیگر تلاش نکردم. هیچ مبلغی کسر نشد. حالا می‌توانید دوباره امتحان کنید.
payments-no-invoice-refused = سرویس پرداخت نتوانست فاکتور { $amount } شما را بسازد. هیچ مبلغی کسر نشد. یک ساعت دیگر دوباره امتحان کنید. اگر باز هم نشد، از مالک بپرسید.
payments-no-invoice-other-amount = 💝 انتخاب مبلغ دیگر
payments-no-invoice-try-again = 💝 تلاش دوباره
payments-no-invoice-back = « بازگشت به پیشنهاد

payments-outage-title = 🚨 <b>خریداران { $title } نمی‌توانند پرداخت کنند</b>
payments-outage-count = { $count ->
    [one] سرویس پرداخت در یک ساعت گذشته { $count } فاکتور را رد کرد. به خریدار خبر دادم. هیچ مبلغی کسر نشد.
   *[other] سرویس پرداخت در یک ساعت گذشته { $count } فاکتور را رد کرد. به همهٔ خریداران خبر دادم. هیچ مبلغی کسر نشد.
}
payments-outage-channels = این مشکل { $count } پیشنهاد شما را درگیر کرده است.
payments-outage-advice = حساب NOWPayments خود را بررسی کنید: رمزارزهایش روشن است و نشانی واریز دارد؟ آنجا حسابی ندارید؟ به مسئول این ربات خبر بدهید. فروش خودبه‌خود از سر گرفته می‌شود.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>سپاس از شما!</b> حمایت شما از { $title } رسید.
   *[other] 💝 <b>سپاس از شما!</b> حمایت { $amount } شما از { $title } رسید.
}
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>سپاس از شما!</b> بخش دیگری از حمایت شما از { $title } رسید.
   *[other] 💝 <b>سپاس از شما!</b> حمایت شما از { $title } حالا { $amount } است.
}
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>سپاس از شما!</b> حمایت دیگری از شما برای { $title } رسید.
   *[other] 💝 <b>سپاس از شما!</b> حمایت دیگری از شما برای { $title } رسید: { $amount }.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>سپاس از شما!</b> بخش دیگری از حمایت دومتان از { $title } رسید.
   *[other] 💝 <b>سپاس از شما!</b> حمایت دوم شما از { $title } حالا { $amount } است.
}
payments-thanks-more = یعنی { $more } بیشتر از آنچه در نظر داشتید.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 پرداختتان را می‌بینم. شبکه در حال تأیید آن است. ممکن است تا یک ساعت طول بکشد.
   *[other] 👀 پرداخت { $amount } شما را می‌بینم. شبکه در حال تأیید آن است. ممکن است تا یک ساعت طول بکشد.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ پرداخت شما یک هفته است که تأیید نشده. به مالک خبر داده‌ام؛ لینک تراکنش را برایش بفرستید. در این مدت می‌توانید دوباره بخرید یا لغو کنید. اگر پول بعداً برسد، باز هم پیدایش می‌کنم.
   *[other] ⏳ پرداخت { $amount } شما یک هفته است که تأیید نشده. به مالک خبر داده‌ام؛ لینک تراکنش را برایش بفرستید. در این مدت می‌توانید دوباره بخرید یا لغو کنید. اگر پول بعداً برسد، باز هم پیدایش می‌کنم.
}
payments-news-over = { $excess ->
    [unknown] ℹ️ بیشتر از مبلغ فاکتور فرستادید. دسترسی شما تغییری نمی‌کند. به مالک خبر داده‌ام؛ می‌تواند آن را نگه دارد یا برگرداند.
   *[other] ℹ️ { $excess } بیشتر فرستادید. دسترسی شما تغییری نمی‌کند. به مالک خبر داده‌ام؛ می‌تواند آن را نگه دارد یا برگرداند.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ بیشتر از مبلغ فاکتور فرستادید. به مالک خبر داده‌ام؛ می‌تواند آن را نگه دارد یا برگرداند.
   *[other] ℹ️ { $excess } بیشتر فرستادید. به مالک خبر داده‌ام؛ می‌تواند آن را نگه دارد یا برگرداند.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ بخش دیگری از این سفارش بازگردانده شد. مالک دربارهٔ پرداخت شما تصمیم می‌گیرد.
   *[other] ℹ️ بخش دیگری از این سفارش بازگردانده شد. مالک دربارهٔ پرداخت { $amount } شما تصمیم می‌گیرد.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ پرداخت شما رسید، ولی بعد ناموفق ماند.
   *[other] ⚠️ { $amount } رسید، ولی پرداخت بعداً ناموفق ماند.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ پرداخت شما رسید، ولی بعد منقضی شد.
   *[other] ⚠️ { $amount } رسید، ولی پرداخت بعداً منقضی شد.
}
payments-news-short = { $amount ->
    [unknown] ⚠️ پرداخت شما رسید، ولی { $missing } کم است.
   *[other] ⚠️ { $amount } رسید، ولی { $missing } کم است.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ پرداختی رسید، ولی کامل نشد.
   *[other] ⚠️ { $amount } رسید، ولی پرداخت کامل نشد.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ پرداخت شما بعد از انقضای فاکتور رسید و شرایط فروش از آن زمان تغییر کرده است.
   *[other] ⚠️ { $amount } بعد از انقضای فاکتور رسید و شرایط فروش از آن زمان تغییر کرده است.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ پرداخت دومی برای این سفارش رسید.
   *[other] ⚠️ پرداخت دومی برای این سفارش رسید: { $amount }.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ پرداخت شما با رمزارزی غیر از رمزارز فاکتور رسید.
   *[other] ⚠️ { $amount } رسید، ولی فاکتور با رمزارز دیگری بود.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ پرداخت شما رسید، ولی برای قیمتی غیر از قیمت سفارشتان.
   *[other] ⚠️ { $amount } رسید، ولی برای قیمتی غیر از قیمت سفارشتان.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ کاربر دیگری برای سفارش شما پرداخت کرد.
   *[other] ⚠️ کاربر دیگری { $amount } برای سفارش شما پرداخت کرد.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ شما برای سفارش کاربر دیگری پرداخت کردید.
   *[other] ⚠️ شما { $amount } برای سفارش کاربر دیگری پرداخت کردید.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ پرداخت شما بعد از بسته شدن سفارش رسید.
   *[other] ⚠️ { $amount } بعد از بسته شدن سفارش رسید.
}
payments-news-not-lost = پولتان گم نشده است: به مالک خبر داده‌ام و او می‌تواند آن را به حساب بیاورد یا برگرداند.
payments-news-unsure = به مالک خبر داده‌ام و او می‌تواند بررسی کند که به دستش رسیده است یا نه.
payments-news-credited = { $amount ->
    [unknown] ✅ مالک پرداخت شما را به حساب آورد.
   *[other] ✅ مالک پرداخت { $amount } شما را به حساب آورد.
}
payments-news-failed = ❌ پرداخت شما ناموفق بود. چیزی دریافت نشد. می‌توانید از نو شروع کنید.
payments-news-expired = ⌛ این فاکتور بدون پرداخت منقضی شد. قبلاً فرستاده‌اید؟ باز هم پیدایش می‌کنم.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ پرداخت شما بازگردانده شد.
   *[other] ↩️ پرداخت { $amount } شما بازگردانده شد.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ پرداخت شما بازگردانده شد. هر دسترسی‌ای که با آن خریده بودید پایان یافت.
   *[other] ↩️ پرداخت { $amount } شما بازگردانده شد. هر دسترسی‌ای که با آن خریده بودید پایان یافت.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = لغو شد. هیچ مبلغی کسر نشد.
payments-order-cancelled-unconfirmed = لغو شد. اگر پرداختتان برسد، باز هم به حساب می‌آید.
payments-order-settled = این قبلاً پرداخت شده است. ممنون!
payments-order-refunded = پول این سفارش بازگردانده شده است.
payments-nothing-to-cancel = چیزی برای لغو کردن نیست.
payments-on-its-way = پرداختی در راه است و نمی‌توانید این را لغو کنید.
payments-invoice-coming = فاکتورتان در راه است.
payments-pending = پرداخت شما در حال تأیید است. وقتی تأیید شود، همین‌جا می‌بینید.
payments-channel-paused = مالک فروش را موقتاً متوقف کرده است. هر چه پرداخته‌اید سر جایش است.
payments-not-on-sale = این فعلاً فروش ندارد. هیچ مبلغی کسر نشد. هر چه پرداخته‌اید سر جایش است.
payments-tier-not-offered = این طرح دیگر فروخته نمی‌شود. برای دیدن طرح‌های فعلی، پیشنهاد را دوباره باز کنید.
payments-access-ended = دسترسی شما تمام شده است. برای بازگشت، یک طرح انتخاب کنید.
payments-has-for-ever = برای همیشه دسترسی دارید. نیازی به پرداخت نیست.
payments-place-not-included = این دکمه دیگر کار نمی‌کند. /mysubs را بفرستید و از دکمه‌های آنجا استفاده کنید.
payments-entry-tried-again = همین حالا دوباره تلاش می‌کنم.
payments-order-unknown = این سفارش را پیدا نمی‌کنم. برای دیدن سفارش‌هایتان /mysubs را بفرستید.
payments-owner-will-decide = مالک دربارهٔ پرداخت شما تصمیم می‌گیرد. لازم نیست کاری بکنید.
payments-unconfirmed = پرداخت شما یک هفته است که تأیید نشده. لینک تراکنش را از /mysubs برای مالک بفرستید یا دوباره بخرید.
payments-only-owner-decides = فقط مالک و گردانندگان می‌توانند در این باره تصمیم بگیرند.
payments-order-changed = این سفارش تغییر کرده است. دوباره نگاهش کنید و بعد تصمیم بگیرید.
payments-nothing-to-decide = دربارهٔ این پرداخت چیزی برای تصمیم‌گیری نمانده است.
payments-price-too-small = امروز پرداخت با رمزارز از { $least } شروع می‌شود و قیمت این { $price } است. هیچ مبلغی کسر نشد. طرح دیگری انتخاب کنید.
payments-too-many-orders-minutes = سفارش‌های زیادی باز کرده‌اید. سفارش بعدی را { $count } دقیقهٔ دیگر می‌توانید باز کنید.
payments-too-many-orders-hours = سفارش‌های زیادی باز کرده‌اید. سفارش بعدی را { $count } ساعت دیگر می‌توانید باز کنید.
