common-days = { $count } روز
common-months = { $count } ماه
common-years = { $count } سال
common-for-ever = نامحدود
common-for-ever-button = ♾ برای همیشه

## Buttons that many pages have.

common-back = « بازگشت
common-cancel = ✕ لغو
common-previous = « قبلی
common-next = بعدی »
common-look-again = 🔄 به‌روزرسانی
common-check-again = 🔄 بررسی دوباره
common-pay-now = 💳 پرداخت

## Lines that many pages have.

common-channel = <b>پیشنهاد:</b> { $title }
common-place = { $kind ->
    [supergroup] { $title } (گروه)
   *[channel] { $title } (کانال)
}
common-from = <b>از طرف:</b> { $person }
common-telegram-says = پاسخ تلگرام: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = این دکمه دیگر کار نمی‌کند.
common-button-unknown = این دکمه دیگر کار نمی‌کند. برای دیدن کارهایی که بلدم، /help را بفرستید.
common-too-fast = کمی سریع بود. چند لحظه صبر کنید و دوباره بزنید.
common-not-sold-to-you = این برای شما در دسترس نیست. سؤالی دارید؟ /paysupport
common-telegram-silent = تلگرام جواب نمی‌دهد. چیزی از دست نرفته است. کمی بعد دوباره بزنید.
common-payments-off = فعلاً پرداخت ممکن نیست. هیچ مبلغی کسر نشد. بعداً دوباره امتحان کنید.

## An order and its people, in parts of a line.

common-tier = { $tier } به مدت { $duration }
common-order-donation = حمایت از { $title } با { $amount }
common-order-subscription = { $tier } در { $title } با قیمت { $amount }
common-either-price = { $dollars } یا { $stars }
common-order-reference = سفارش <code>{ $reference }</code>
common-series = { $first }، { $next }
common-facts = { $first } · { $next }
common-numbered = { $label } ({ $count })
common-person-unnamed = کاربر { $id }
common-person-anonymous = یک ناشناس
common-person-with-id = { $person } (شناسه <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = کمی دیر رسید. اشکالی ندارد، به حساب آمد.
common-odd-partial = چند تکه یا کمی کمتر رسید. اشکالی ندارد، به حساب آمد.
common-odd-repeated = پرداخت دوم بود. به حساب آمد.
common-odd-wrong-asset = با رمزارز دیگری رسید. اشکالی ندارد، به حساب آمد.
common-odd-amount-mismatch = برای قیمت دیگری بود. به حساب آمد.
common-odd-other-payer = کاربر دیگری به جای شما پرداخت کرد. به حساب آمد.
common-odd-closed = بعد از بسته شدن سفارش رسید. به حساب آمد.
common-odd-over = { $excess ->
    [unknown] بیشتر از مبلغ فاکتور فرستادید. مالک این را می‌بیند.
   *[other] { $excess } بیشتر فرستادید. مالک این را می‌بیند.
}

## The same for the owner.

common-odd-owner-late = بعد از انقضای فاکتور رسید و پرداخت‌شده به حساب آمد.
common-odd-owner-partial = چند تکه یا کمی کمتر رسید و پرداخت‌شده به حساب آمد.
common-odd-owner-repeated = پرداخت دوم بود و پرداخت‌شده به حساب آمد.
common-odd-owner-wrong-asset = با رمزارز دیگری رسید و پرداخت‌شده به حساب آمد.
common-odd-owner-amount-mismatch = برای قیمت دیگری بود و پرداخت‌شده به حساب آمد.
common-odd-owner-other-payer = کاربر دیگری پرداخت کرد و پرداخت‌شده به حساب آمد.
common-odd-owner-closed = بعد از بسته شدن سفارش رسید و پرداخت‌شده به حساب آمد.
common-odd-owner-over = { $excess ->
    [unknown] بیشتر از مبلغ فاکتور بود.
   *[other] { $excess } بیشتر از مبلغ فاکتور بود.
}
