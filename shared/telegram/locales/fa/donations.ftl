## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>از { $title } حمایت کنید</b>
donations-post-button = 💝 حمایت مالی

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>حمایت مالی از { $title }</b>
donations-keypad-how = مبلغی از { $least } تا { $most } وارد کنید و روی «✓ تأیید» بزنید. با هر رمزارزی می‌توانید پرداخت کنید. صفحه‌کلید { $minutes } دقیقه کار می‌کند.

donations-keypad-how-presets = روی یک مبلغ بزنید، یا مبلغی از { $least } تا { $most } وارد کنید و روی «✓ تأیید» بزنید. با هر رمزارزی می‌توانید پرداخت کنید. صفحه‌کلید { $minutes } دقیقه کار می‌کند.
donations-keypad-note = یادداشت شما برای مالک: «{ $note }»
donations-keypad-anonymous = مالک نمی‌بیند شما چه کسی هستید.
donations-note-ask = <b>حالا یادداشتتان برای مالک را بفرستید.</b> حداکثر { $most } نویسه.
donations-note-too-long = ⚠️ این متن { $length } نویسه است و حداکثر { $most } نویسه جا می‌شود. یادداشت کوتاه‌تری بفرستید.

donations-keypad-amount = 💰 مبلغ: { $amount }
donations-keypad-clear = 🗑 پاک کردن
donations-keypad-confirm = ✓ تأیید
donations-keypad-again = 🔁 دوباره { $amount }
donations-keypad-note-add = ✍️ افزودن یادداشت
donations-keypad-note-remove = ✍️ حذف یادداشت
donations-keypad-stay-anonymous = 🕶 ناشناس می‌مانم
donations-keypad-named = 👤 نمایش نام من

## What becomes of a keypad.

donations-confirmed = 💝 <b>حمایت از { $title } با { $amount }.</b> فاکتورتان در راه است.
donations-cancelled = ✕ حمایت لغو شد. هیچ مبلغی کسر نشد.
donations-expired = ⌛ مهلت صفحه‌کلید تمام شد. هیچ مبلغی کسر نشد.
donations-start-again = 💝 شروع دوباره

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = این صفحه‌کلید دیگر کار نمی‌کند. دوباره روی «حمایت مالی» بزنید.
donations-keypad-of-another = این صفحه‌کلید فقط برای کسی کار می‌کند که آن را باز کرده است.
donations-keypad-expired = مهلت این صفحه‌کلید تمام شد. هیچ مبلغی کسر نشد. دوباره روی «حمایت مالی» بزنید.
donations-note-saved = یادداشتتان همراه حمایت به مالک می‌رسد.
donations-paused = مالک دریافت حمایت را موقتاً متوقف کرده است. هیچ مبلغی کسر نشد.
donations-amount-typed = مبلغ: { $amount }
donations-amount-empty = اول مبلغ را وارد کنید.
donations-amount-below-crypto = امروز پرداخت با رمزارز از { $least } شروع می‌شود. هیچ مبلغی کسر نشد. { $suggested } چطور است؟
donations-amount-below-usual = فعلاً حمایت از { $least } شروع می‌شود. هیچ مبلغی کسر نشد. { $suggested } چطور است؟
donations-amount-too-large = بیشترین مبلغ برای هر بار { $most } است.
donations-key-ignored = { $reason ->
    [too_many_decimals] سنت فقط دو رقم دارد.
    [second_point] ممیز را قبلاً زده‌اید.
   *[too_many_digits] رقم بیشتری جا نمی‌شود. بیشترین مبلغ برای هر بار { $most } است.
}

## For the owner.

donations-owner-note = <b>یادداشت:</b> «{ $note }»

donations-amounts-title = 💝 <b>مبلغ‌های حمایت از { $title }</b>
donations-amounts-now = <b>فعلی:</b> { $amounts }
donations-amounts-none = <b>فعلی:</b> ندارد. حامیان خودشان مبلغ را وارد می‌کنند.
donations-amounts-hidden = امروز پرداخت از { $least } شروع می‌شود. تا وقتی این تغییر نکند، حامیان مبلغ‌های کمتر را نمی‌بینند.
donations-amounts-ask = حامیان این مبلغ‌ها را با یک ضربه می‌پردازند و هر مبلغ دیگری را هم می‌توانند وارد کنند. برای تغییر، حداکثر { $most } مبلغ به دلار بفرستید و بین آن‌ها فاصله بگذارید، مثلاً: 5 10 25.50
donations-amounts-remove = 🗑 حذف همه
donations-amounts-unclear = حداکثر { $most } مبلغ به دلار بفرستید و بین آن‌ها فاصله بگذارید، مثلاً 5 10 25.50. هر مبلغ حداکثر { $limit } است.
