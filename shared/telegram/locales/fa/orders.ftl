## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

orders-state = { $state ->
    [open] در انتظار پرداخت
    [cancelled] لغو شد
    [refused] فاکتور ساخته نشد
    [settled] پرداخت شد، ممنون
    [refunded] پولش برگردانده شد
   *[other] { $state }
}
orders-expired = پرداخت نشد و فاکتور منقضی شد
orders-part-of = { $received } از { $price }
orders-part = { $received } از { $price } رسیده است
orders-part-confirming = { $received } از { $price } رسیده و پرداخت دیگری در حال تأیید است
orders-part-unconfirmed = { $received } از { $price } رسیده و پرداخت دیگری یک هفته است که تأیید نشده
orders-part-owner-decides = { $received } از { $price } رسیده و مالک تصمیم می‌گیرد
orders-confirming = پرداخت شما در حال تأیید است
orders-unconfirmed = پرداخت شما یک هفته است که تأیید نشده
orders-owner-decides = مالک دربارهٔ پرداخت شما تصمیم می‌گیرد
orders-owner-decides-further = مالک دربارهٔ پرداخت دیگری تصمیم می‌گیرد
orders-paid-other = { $amount } رسید، ممنون
orders-both = { $first }؛ { $second }
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 پرداخت { $amount }
orders-pay-rest = 💳 پرداخت باقی‌مانده: { $amount }
orders-cancel = ✕ لغو
orders-donate-again = 💝 حمایت دوباره
orders-what-happened = 📜 سرگذشت سفارش
orders-back = « اشتراک‌های من

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count } رویداد قدیمی‌تر نشان داده نشده است</i>
orders-story-empty = هنوز اتفاقی نیفتاده است.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
orders-story-created = { $amount ->
    [unknown] سفارش را ثبت کردید.
   *[other] سفارش را با مبلغ { $amount } ثبت کردید.
}
orders-story-invoiced = { $amount ->
    [unknown] فاکتور ساخته شد.
   *[other] فاکتور { $amount } ساخته شد.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] فاکتور باقی‌مانده ساخته شد.
   *[other] فاکتور باقی‌مانده به مبلغ { $amount } ساخته شد.
}

orders-payment-waiting = در انتظار پرداخت.
orders-payment-confirming = { $amount ->
    [unknown] پرداختی دیده شد و در حال تأیید است.
   *[other] پرداخت { $amount } دیده شد و در حال تأیید است.
}
orders-payment-confirmed = { $amount ->
    [unknown] پرداختی تأیید شد.
   *[other] پرداخت { $amount } تأیید شد.
}
orders-payment-sending = { $amount ->
    [unknown] پرداختی در راه رسیدن به مالک است.
   *[other] پرداخت { $amount } در راه رسیدن به مالک است.
}
orders-payment-short = { $amount ->
    [unknown] پرداختی رسید. مبلغ فاکتور بیشتر بود.
   *[other] پرداخت { $amount } رسید. مبلغ فاکتور بیشتر بود.
}
orders-payment-arrived = { $amount ->
    [unknown] پرداختی رسید.
   *[other] پرداخت { $amount } رسید.
}
orders-payment-failed = { $amount ->
    [unknown] پرداختی ناموفق بود.
   *[other] پرداخت { $amount } ناموفق بود.
}
orders-payment-expired = { $amount ->
    [unknown] فاکتور بدون پرداخت منقضی شد.
   *[other] فاکتور بعد از رسیدن { $amount } منقضی شد.
}
orders-payment-refunded = { $amount ->
    [unknown] پرداختی بازگردانده شد.
   *[other] پرداخت { $amount } بازگردانده شد.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] پرداختی با رمزارزی غیر از رمزارز فاکتور رسید.
   *[other] پرداخت { $amount } با رمزارزی غیر از رمزارز فاکتور رسید.
}
orders-payment-repeated = { $amount ->
    [unknown] پرداختی بعد از تسویهٔ سفارش با پرداخت دیگر رسید.
   *[other] پرداخت { $amount } بعد از تسویهٔ سفارش با پرداخت دیگر رسید.
}
orders-payment-late = { $amount ->
    [unknown] پرداختی بعد از انقضای فاکتور رسید.
   *[other] پرداخت { $amount } بعد از انقضای فاکتور رسید.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] پرداختی برای قیمت دیگری رسید.
   *[other] پرداخت { $amount } برای قیمت دیگری رسید.
}
orders-payment-other-payer = { $amount ->
    [unknown] کاربر دیگری برای این سفارش پرداخت کرد.
   *[other] کاربر دیگری { $amount } برای این سفارش پرداخت کرد.
}
orders-payment-closed = { $amount ->
    [unknown] پرداختی بعد از بسته شدن سفارش رسید.
   *[other] پرداخت { $amount } بعد از بسته شدن سفارش رسید.
}
orders-payment-other = { $amount ->
    [unknown] طبق گزارش NOWPayments، وضعیت پرداختی «{ $status }» است.
   *[other] طبق گزارش NOWPayments، وضعیت پرداخت { $amount } «{ $status }» است.
}

orders-payment-pays = سفارش با آن پرداخت شد.
orders-payment-is-donation = حمایت همین است.
orders-payment-counts = به حساب آمد.
orders-payment-undecided = مالک دربارهٔ آن تصمیم می‌گیرد.
orders-payment-no-longer-counts = دیگر به حساب نمی‌آید.

orders-story-decided = { $decision ->
    [accept] مالک یک پرداخت را همان‌طور که هست پذیرفت.
    [credit] مالک یک پرداخت را به اندازهٔ ارزشش به حساب آورد.
    [refund] مالک یک پرداخت را برگرداند.
    [wait] مالک منتظر یک پرداخت است.
   *[other] مالک دربارهٔ یک پرداخت تصمیم گرفت.
}
orders-story-decided-by-default = تا یک هفته کسی تصمیم نگرفت و پرداختی را که کمی کم بود پذیرفتم.
orders-story-extended = { $duration ->
    [unknown] دسترسی بیشتری گرفتید.
    [for_ever] دسترسی همیشگی گرفتید.
   *[other] { $duration } دسترسی گرفتید.
}
orders-story-revoked = { $duration ->
    [unknown] بخشی از دسترسی به‌خاطر بازپرداخت پایان یافت.
    [for_ever] دسترسی همیشگی به‌خاطر بازپرداخت پایان یافت.
   *[other] { $duration } دسترسی به‌خاطر بازپرداخت پایان یافت.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] مالک به بخشی از دسترسی پایان داد.
    [for_ever] مالک به دسترسی همیشگی پایان داد.
   *[other] مالک به { $duration } دسترسی پایان داد.
}
orders-story-link-made = لینک دعوت شما ساخته شد.
orders-story-link-revoked = { $because ->
    [used] از لینک دعوت شما استفاده شد و حالا بسته است.
   *[other] لینک دعوت شما بسته شد.
}
orders-story-join-approved = وارد شدید.
orders-story-join-declined = یک درخواست عضویت با لینک این سفارش رد شد.
orders-story-removed = دسترسی‌تان تمام شده بود و حذف شدید.
orders-story-left = وقتی دسترسی‌تان تمام شد، قبلاً بیرون رفته بودید.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = سفارش را لغو کردید.
orders-story-set-aside = به جای آن سفارش دیگری دادید. مالک دربارهٔ پول تصمیم می‌گیرد.
orders-story-reopened = سفارش را دوباره باز کردید.
orders-story-keypad-decided = مبلغ را تأیید کردید.
orders-story-sent = { $topic ->
    [owner] به مالک پیام دادم.
    [pay_now] فاکتور را برایتان فرستادم.
    [choose_payment] پرسیدم چطور می‌خواهید پرداخت کنید.
    [stars_refused] گفتم که صورتحسابی با ستاره نیست.
    [invoice_delayed] به شما گفتم که فاکتور بیشتر طول می‌کشد.
    [invoice_refused] به شما گفتم که فاکتوری ساخته نشد.
    [case_waiting] به شما گفتم که مالک هنوز تصمیم نگرفته است.
    [case_accepted] به شما گفتم که سفارشتان پرداخت‌شده است.
    [rest_refused] دربارهٔ باقی‌ماندهٔ مبلغ به شما پیام دادم.
    [payment_news] دربارهٔ پرداختتان به شما پیام دادم.
    [thanks] از شما تشکر کردم.
    [access] لینک را برایتان فرستادم.
    [access_delayed] به شما گفتم که لینکتان بیشتر طول می‌کشد.
    [access_ended] به شما گفتم که دسترسی‌تان تمام شده است.
   *[other] به شما پیام دادم.
}
orders-story-not-sent = { $topic ->
    [owner] نتوانستم به مالک پیام بدهم.
    [pay_now] نتوانستم فاکتور را برایتان بفرستم.
    [choose_payment] نتوانستم بپرسم چطور می‌خواهید پرداخت کنید.
    [stars_refused] نتوانستم بگویم که صورتحسابی با ستاره نیست.
    [invoice_delayed] نتوانستم به شما بگویم که فاکتور بیشتر طول می‌کشد.
    [invoice_refused] نتوانستم به شما بگویم که فاکتوری ساخته نشد.
    [case_waiting] نتوانستم به شما بگویم که مالک هنوز تصمیم نگرفته است.
    [case_accepted] نتوانستم به شما بگویم که سفارشتان پرداخت‌شده است.
    [rest_refused] نتوانستم دربارهٔ باقی‌ماندهٔ مبلغ به شما پیام بدهم.
    [payment_news] نتوانستم دربارهٔ پرداختتان به شما پیام بدهم.
    [thanks] نتوانستم از شما تشکر کنم.
    [access] نتوانستم لینک را برایتان بفرستم.
    [access_delayed] نتوانستم به شما بگویم که لینکتان بیشتر طول می‌کشد.
    [access_ended] نتوانستم به شما بگویم که دسترسی‌تان تمام شده است.
   *[other] نتوانستم به شما پیام بدهم.
}
