## Amounts, in parts of a sentence.

sales-amount = { $dollars } ({ $coins })
sales-part = { $dollars } از { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>{ $person } از { $title } حمایت کرد.</b> مبلغ معلوم نیست.
   *[other] 💝 <b>{ $person } با { $amount } از { $title } حمایت کرد.</b>
}
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>بخش دیگری از حمایت { $person } از { $title } رسید.</b>
   *[other] 💝 <b>بخش دیگری از حمایت { $person } از { $title } رسید.</b> حالا { $amount } است.
}
sales-subscription = 🎉 <b>{ $person } در { $title } اشتراک خرید: { $tier }.</b>
sales-subscription-unnamed = 🎉 <b>{ $person } مشترک { $title } شد.</b>
sales-payment = { $amount ->
    [unknown] 💳 <b>{ $person } در { $title } پرداخت کرد.</b> مبلغ معلوم نیست.
   *[other] 💳 <b>{ $person } در { $title } { $amount } پرداخت کرد.</b>
}

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>پرداختی:</b> مبلغ معلوم نیست
   *[other] <b>پرداختی:</b> { $amount }
}
sales-price = <b>قیمت:</b> { $price }
sales-duration = <b>دسترسی:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>دسترسی:</b> برای همیشه
   *[other] <b>دسترسی تا:</b> { $time }
}
sales-type = <b>نوع:</b> { $type }
sales-confirmed = { $time } · تأییدشده در NOWPayments
sales-confirmed-stars = { $time } · با Telegram Stars پرداخت شد

## The test of notices.

sales-test = 🧪 <b>کار می‌کند: می‌توانم خبرهای { $title } را اینجا بفرستم.</b>
sales-test-note = این پیام آزمایشی است. کسی پرداخت نکرده است.
