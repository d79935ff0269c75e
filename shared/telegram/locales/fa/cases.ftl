## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = یک پرداخت در راه است
cases-head-hanging = یک پرداخت یک هفته است که تأیید نشده
cases-head-partial = مبلغ یک پرداخت کم است
cases-head-over = بیش از مبلغ لازم پرداخت شد
cases-head-late = یک پرداخت دیر رسید
cases-head-repeated = یک سفارش دو بار پرداخت شد
cases-head-wrong-asset = یک پرداخت با رمزارز دیگری رسید
cases-head-amount-mismatch = یک پرداخت با قیمت سفارشش نمی‌خواند
cases-head-other-payer = کاربر دیگری هزینهٔ یک سفارش را پرداخت
cases-head-closed = پرداختی برای یک سفارش بسته رسید
cases-head-credited = یک پرداخت به حساب آمد
cases-head-failed = یک پرداخت ناموفق بود
cases-head-expired = یک پرداخت منقضی شد
cases-head-refunded = یک پرداخت بازگردانده شد
cases-head-remainder = بخشی از یک سفارش بازگردانده شد
cases-head-partial-failed = یک پرداخت بعد از ارسال پول ناموفق ماند
cases-head-partial-expired = یک پرداخت بعد از ارسال بخشی از پول منقضی شد
cases-head-unfinished = یک پرداخت کامل نشد
cases-head-unknown-order = پرداختی برای سفارشی ناشناخته رسید

## The facts of a payment.

cases-order = <b>سفارش:</b> { $order }
cases-asked = <b>مبلغ فاکتور:</b> { $amount }
cases-received-none = <b>دریافتی:</b> هنوز هیچ
cases-received-unreported = <b>دریافتی:</b> گزارش نشده
cases-received = { $worth ->
    [none] <b>دریافتی:</b> { $amount }
    [unknown] <b>دریافتی:</b> { $amount }، ارزش نامعلوم
    [tiny] <b>دریافتی:</b> { $amount } (کمتر از { $least })
   *[other] <b>دریافتی:</b> { $amount } (معادل { $worth })
}
cases-received-of = { $worth ->
    [none] <b>دریافتی:</b> { $amount } از { $asked }
    [unknown] <b>دریافتی:</b> { $amount } از { $asked }، ارزش نامعلوم
    [tiny] <b>دریافتی:</b> { $amount } از { $asked } (کمتر از { $least })
   *[other] <b>دریافتی:</b> { $amount } از { $asked } (معادل { $worth })
}
cases-payment = <b>شمارهٔ پرداخت:</b> <code>{ $payment }</code>
cases-since = <b>از تاریخ:</b> { $time }
cases-amount-none = هنوز هیچ
cases-amount-unreported = گزارش نشده

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = سرویس NOWPayments پول را دیده ولی پرداخت را تمام نکرده است. در حساب NOWPayments خود بررسی‌اش کنید. در این مدت، خریدار می‌تواند دوباره بخرد یا لغو کند.
cases-state-remainder = { $item ->
    [donation] باقی این حمایت بازگردانده شد.
   *[other] باقی این سفارش بازگردانده شد و دسترسی آن پایان یافت.
}
cases-state-paid = این سفارش قبلاً پرداخت شده است.
cases-state-invoiced = این پرداخت بخشی از قیمت به حساب می‌آید. پرداخت‌کننده برای باقی‌مانده فاکتور دارد.
cases-state-counted = { $item ->
    [donation] این پرداخت بخشی از حمایت به حساب می‌آید.
   *[other] این پرداخت بخشی از قیمت به حساب می‌آید. اگر باقی‌مانده برای ارسال با رمزارز خیلی کم باشد و تا یک هفته کسی تصمیم نگیرد، سفارش پرداخت‌شده به حساب می‌آید.
}
cases-state-nothing = هنوز در ازای آن چیزی داده نشده است.
cases-excess = { $excess ->
    [unknown] این پرداخت بیشتر از مبلغ فاکتور است. سفارش تغییری نمی‌کند.
   *[other] این پرداخت { $excess } بیشتر از مبلغ فاکتور است. سفارش تغییری نمی‌کند.
}
cases-excess-together = { $excess ->
    [unknown] مجموع پرداخت‌ها بیشتر از قیمت است. سفارش تغییری نمی‌کند.
   *[other] مجموع پرداخت‌ها { $excess } بیشتر از قیمت است. سفارش تغییری نمی‌کند.
}
cases-excess-what = می‌توانید آن را نگه دارید یا از حساب NOWPayments خود برگردانید.
cases-refunded = { $item ->
    [donation] طبق گزارش NOWPayments، بازپرداخت انجام شده است.
   *[other] طبق گزارش NOWPayments، بازپرداخت انجام شده است. هر دسترسی‌ای که با آن خریده شده بود پایان یافت.
}
cases-nothing-to-decide = چیزی برای تصمیم‌گیری نمانده است.
cases-manager-decides = مالک یا یکی از گردانندگان کانال تصمیم می‌گیرد.
cases-you-decide = تصمیم با شماست:

## Answers: buttons.

cases-accept = ✅ پذیرفتن پرداخت
cases-accept-coins = { $coins ->
    [unknown] ✅ پذیرفتن پرداخت
   *[other] ✅ پذیرفتن { $coins }
}
cases-refund = ↩️ پول را برگرداندم
cases-wait = ⏳ صبر می‌کنم
cases-enter-worth = 💵 وارد کردن ارزش
cases-keep = ➕ نگهش می‌دارم
cases-keep-coins = { $coins ->
    [unknown] ➕ نگهش می‌دارم
   *[other] ➕ نگه داشتن { $coins }
}
cases-count = ➕ به حساب آوردن { $amount }
cases-give-days = { $duration ->
    [for_ever] ➕ دادن دسترسی همیشگی در ازای { $amount }
   *[other] ➕ دادن { $duration } در ازای { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> به رسیدنش اطمینان دارید و حمایت به حساب می‌آید.
   *[other] <b>{ $label }:</b> به رسیدنش اطمینان دارید و خریدار همین حالا دسترسی می‌گیرد.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> حمایت به حساب می‌آید و از حامی تشکر می‌کنم.
   *[other] <b>{ $label }:</b> همین مبلغ برایتان کافی است و خریدار دسترسی می‌گیرد.
}
cases-refund-means = <b>{ $label }:</b> بعد از اینکه پول را از حساب NOWPayments خود برگرداندید، این را بزنید. من نمی‌توانم پول جابه‌جا کنم.
cases-wait-means = <b>{ $label }:</b> دیگر یادآوری نمی‌کنم.
cases-enter-worth-means = <b>{ $label }:</b> بنویسید این رمزارز چند دلار می‌ارزید. پیش از اینکه به حساب بیاید، نتیجه‌اش را می‌بینید.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> دسترسی خریدار برای همیشه می‌ماند، حتی اگر پرداخت دیگرش را برگردانید.
   *[other] <b>{ $label }:</b> دسترسی خریدار همین‌قدر بیشتر می‌شود.
}
cases-count-means = <b>{ $label }:</b> بخشی از قیمت به حساب می‌آید.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> حمایتی جداگانه به حساب می‌آید.
   *[other] <b>{ $label }:</b> پول نزد شما می‌ماند و چیزی با آن خریده نمی‌شود. به پرداخت‌کننده می‌گویم که به حساب آمد.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ این پرداخت یک ساعت است که منتظر تصمیم شماست.
cases-remind-1-day = ⏰ این پرداخت یک روز است که منتظر تصمیم شماست. به پرداخت‌کننده می‌گویم که هنوز باز است.
cases-remind-3-days = ⏰ این پرداخت 3 روز است که منتظر تصمیم شماست. به پرداخت‌کننده می‌گویم که هنوز باز است.
cases-remind-overdue = ⏰ این پرداخت بیشتر از یک هفته است که منتظر تصمیم شماست.
cases-remind-stays-open = ⏰ کسی دربارهٔ این پرداخت تصمیم نگرفته است. باز می‌ماند و به پرداخت‌کننده خبر می‌دهم. این آخرین یادآوری است.
cases-remind-watch-ended = ⏰ دیگر وضعیت این پرداخت را از NOWPayments نمی‌پرسم. در حساب NOWPayments خود بررسی‌اش کنید. اگر خبری برسد، باز هم می‌پذیرمش.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ پرداخت شما تأیید نشد.
   *[other] ⏳ پرداخت { $amount } شما تأیید نشد.
} دیگر وضعیت آن را از NOWPayments نمی‌پرسم. اگر بعداً برسد، باز هم می‌پذیرمش. می‌توانید تراکنش را به مالک نشان دهید.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ پرداخت شما بخشی از قیمت به حساب می‌آید.
   *[other] ⏳ پرداخت { $amount } شما بخشی از قیمت به حساب می‌آید.
} باقی‌مانده یعنی { $rest } را بپردازید تا وارد شوید. مالک هم می‌تواند همین مبلغ را بپذیرد، ولی هنوز تصمیم نگرفته است.
cases-waiting = { $amount ->
    [unknown] ⏳ پرداخت شما هنوز منتظر تصمیم مالک است.
   *[other] ⏳ پرداخت { $amount } شما هنوز منتظر تصمیم مالک است.
} به او یادآوری کرده‌ام. لازم نیست کاری بکنید.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ پرداخت شما هنوز تأیید نشده و مالک هم دربارهٔ آن تصمیم نگرفته است.
   *[other] ⏳ پرداخت { $amount } شما هنوز تأیید نشده و مالک هم دربارهٔ آن تصمیم نگرفته است.
} به او یادآوری کرده‌ام. لازم نیست کاری بکنید.
cases-open = { $amount ->
    [unknown] ⏳ پرداخت شما هنوز منتظر تصمیم مالک است.
   *[other] ⏳ پرداخت { $amount } شما هنوز منتظر تصمیم مالک است.
} به او یادآوری کرده‌ام و جوابی نگرفته‌ام. پولتان محفوظ است و این پرداخت تا تصمیم او باز می‌ماند.
cases-open-failed = { $amount ->
    [unknown] ⏳ پرداخت شما هنوز منتظر تصمیم مالک است.
   *[other] ⏳ پرداخت { $amount } شما هنوز منتظر تصمیم مالک است.
} به او یادآوری کرده‌ام و جوابی نگرفته‌ام. این پرداخت تا تصمیم او باز می‌ماند.
cases-open-hanging = { $amount ->
    [unknown] ⏳ پرداخت شما هنوز تأیید نشده و مالک هم دربارهٔ آن تصمیم نگرفته است.
   *[other] ⏳ پرداخت { $amount } شما هنوز تأیید نشده و مالک هم دربارهٔ آن تصمیم نگرفته است.
} به او یادآوری کرده‌ام و جوابی نگرفته‌ام. این پرداخت تا تصمیم او یا تأیید شدن باز می‌ماند.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>سفارش شما پرداخت‌شده به حساب آمد.</b> { $missing } کم بود که برای ارسال با رمزارز خیلی کم است و مالک تا یک هفته جواب نداد.
cases-accepted-owner = ✅ <b>یک پرداخت را همان‌طور که بود پذیرفتم.</b> { $missing } کم بود که برای ارسال با رمزارز خیلی کم است و تا یک هفته کسی تصمیم نگرفت. به پرداخت‌کننده خبر می‌دهم.

## Decisions.

cases-refund-question = { $amount ->
    [unknown] ↩️ <b>پول را برگرداندید؟</b>
   *[other] ↩️ <b>{ $amount } را برگرداندید؟</b>
}
cases-refund-how = من نمی‌توانم پول جابه‌جا کنم؛ اول آن را از حساب NOWPayments خود برگردانید. اگر روی «بله» بزنید، به پرداخت‌کننده می‌گویم که پول برگردانده شد و دیگر به حساب نمی‌آید. تا آن موقع چیزی تغییر نمی‌کند.
cases-yes = بله
cases-no = نه
cases-decided-accept = ✅ <b>یک پرداخت را همان‌طور که هست پذیرفتید.</b> به پرداخت‌کننده خبر می‌دهم.
cases-decided-credit = ➕ <b>یک پرداخت را به حساب آوردید.</b> به پرداخت‌کننده خبر می‌دهم.
cases-decided-refund = ↩️ <b>یک پرداخت را برگرداندید.</b> به پرداخت‌کننده خبر می‌دهم.
cases-decided-wait = ⏳ <b>منتظر یک پرداخت می‌مانید.</b> دیگر یادآوری نمی‌کنم.
cases-counted = <b>به حساب آمد:</b> { $amount }
cases-counted-unknown = ارزش آن معلوم نیست؛ تا وقتی ارزشش را وارد نکنید، در آمار شما { $amount } حساب می‌شود.
cases-others = ⚠️ موارد دیگر

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>موارد { $title }</b>
cases-list-empty = هیچ پرداختی منتظر تصمیم شما نیست.
cases-list-count = <b>منتظر تصمیم شما:</b> { $count }
cases-list-line = • <b>{ $heading }</b>: { $amount }، { $item }، { $person }، از { $time }
cases-list-line-of = • <b>{ $heading }</b>: { $amount } از { $price }، { $item }، { $person }، از { $time }
cases-list-line-unknown = • { $heading }، از { $time }
cases-list-payment = ⚠️ پرداخت { $payment }
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = در ازای آن چیزی داده نشد. با شماره‌اش در حساب NOWPayments خود پیدایش کنید. بعد پول را همان‌جا برگردانید یا از مسئول این ربات بخواهید سفارشش را پیدا کند.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>ارزش یک پرداخت</b>
cases-worth-ask = { $coins ->
    [unknown] این رمزارز وقتی رسید چند دلار می‌ارزید؟ مبلغ را به دلار بنویسید، مثلاً <code>12.50</code>.
   *[other] مقدار { $coins } وقتی رسید چند دلار می‌ارزید؟ مبلغ را به دلار بنویسید، مثلاً <code>12.50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] ارزشی که نوشتید: <b>{ $amount }</b>.
   *[other] ارزشی که برای { $coins } نوشتید: <b>{ $amount }</b>.
}
cases-worth-order = با این مبلغ سفارش پرداخت می‌شود و خریدار دسترسی می‌گیرد.
cases-worth-part = بخشی از قیمت سفارش به حساب می‌آید.
cases-worth-days = خریدار در ازای آن { $count } روز دسترسی می‌گیرد.
cases-worth-for-ever = خریدار در ازای آن دسترسی همیشگی دارد.
cases-worth-kept = با قیمت این سفارش به یک روز هم نمی‌رسد. پول نزد شما می‌ماند و در آمارتان حساب می‌شود.
cases-worth-gift = حمایت به حساب می‌آید و از حامی تشکر می‌کنم.
cases-worth-figures = { $item ->
    [donation] در آمار شما حساب می‌شود و بابتش از حامی تشکر می‌کنم.
   *[other] در آمار شما تا سقف قیمت حساب می‌شود.
}
cases-worth-check = درست است؟ می‌توانید مبلغ دیگری هم بنویسید.
cases-worth-yes = ✅ بله، { $amount }
