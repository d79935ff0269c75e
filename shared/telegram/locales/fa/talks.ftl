## Buttons: three words at most, but for the first.

talks-write = ✉️ پیام به مالک
talks-answer = ↩️ جواب دادن
talks-write-more = ✉️ پیام دیگر
talks-block = 🚫 بستن پیام‌ها
talks-unblock = ✓ باز کردن پیام‌ها
talks-order-button = ✉️ { $amount } برای { $title }

## Before something is written.

talks-which-order = ✉️ <b>پیام به مالک</b>
    دربارهٔ کدام سفارش است؟
talks-orders-left-out = { $shown } سفارش از { $all } سفارش نشان داده شده است. برای سفارش دیگر، اول 📜 را در پیام همان سفارش و بعد ✉️ را بزنید.
talks-question-to-owner = ✉️ <b>پیام به مالک { $title }</b>
talks-question-to-buyer = ✉️ <b>جواب به { $person }</b>
talks-how-to-owner = حالا پیامتان را بفرستید: متن، حداکثر { $most } نویسه. مالک نام شما و این سفارش را می‌بیند.
talks-how-anonymous = این حمایت ناشناس است. اگر پیام بدهید، مالک می‌فهمد که از طرف شما بوده است.
talks-how-to-buyer = حالا پیامتان را بفرستید: متن، حداکثر { $most } نویسه. پیام از طرف «مالک { $title }» و بدون نام شما می‌رسد.

talks-order-line = { $order }: { $state ->
    [paid] پرداخت شد
    [refunded] پولش برگردانده شد
    [decision] منتظر تصمیم مالک
    [part] { $received } رسیده است
    [pending] پرداخت در راه است
    [expired] پرداخت نشد، فاکتور منقضی شد
    [cancelled] لغو شد
    [refused] فاکتور ساخته نشد
   *[open] هنوز پرداخت نشده
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>{ $person } به شما پیام داد</b>
talks-from-owner = ✉️ <b>مالک { $title } به شما پیام داد</b>
talks-reply-to-buyer = برای جواب، به همین پیام پاسخ دهید. نام شما نشان داده نمی‌شود.
talks-reply-to-owner = برای جواب، به همین پیام پاسخ دهید.

## What becomes of it.

talks-sent-to-owner = ✉️ برای مالک { $title } فرستاده شد. جوابش همین‌جا می‌آید.
talks-sent-to-buyer = ✉️ برای { $person } فرستاده شد.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ شاید پیام شما به مالک { $title } نرسیده باشد. بعداً دوباره امتحان کنید.
   *[no] ⚠️ پیام شما به مالک { $title } نرسید. بعداً دوباره امتحان کنید.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ شاید جواب شما به { $person } نرسیده باشد. بعداً دوباره امتحان کنید.
   *[no] ⚠️ جواب شما به { $person } نرسید. بعداً دوباره امتحان کنید.
}
talks-blocked-owner = 🚫 پیام‌های مالک { $title } را بستید. من همچنان دربارهٔ سفارش‌هایتان به شما پیام می‌دهم.
talks-blocked-buyer = 🚫 پیام‌های { $person } دربارهٔ { $title } را بستید.

## Answers. Plain text, 200 characters at most.

talks-cancelled = چیزی فرستاده نشد.
talks-unblocked = پیام‌ها باز شد. دوباره می‌تواند به شما پیام بدهد.
talks-without-order = دربارهٔ یک سفارش می‌توانید به مالک پیام بدهید و هنوز سفارشی ندارید. اول لینک پیشنهاد را باز کنید.
talks-own-channel = مالک اینجا خود شمایید و کس دیگری نیست که به او پیام بدهید.
talks-not-yours = فقط خریدار و مالک فعلی { $title } می‌توانند اینجا پیام بدهند. چیزی فرستاده نشد.
talks-owner-takes-none = مالک { $title } از شما پیام نمی‌پذیرد. چیزی فرستاده نشد.
talks-buyer-takes-none = این خریدار از { $title } پیام نمی‌پذیرد. چیزی فرستاده نشد.
talks-too-often = فعلاً بیشتر از این نمی‌توانم پیام برسانم. چیزی فرستاده نشد. { $minutes } دقیقهٔ دیگر دوباره امتحان کنید.
talks-too-often-hours = فعلاً بیشتر از این نمی‌توانم پیام برسانم. چیزی فرستاده نشد. { $hours } ساعت دیگر دوباره امتحان کنید.
talks-not-text = فقط متن را می‌توانم برسانم. چیزی فرستاده نشد.
talks-empty = متنی در آن نیست. چیزی فرستاده نشد.
talks-too-long = این متن { $length } نویسه است و هر بار حداکثر { $most } نویسه را می‌رسانم. چیزی فرستاده نشد.
