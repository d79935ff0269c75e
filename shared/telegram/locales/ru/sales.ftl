## Amounts, in parts of a sentence.

sales-amount = { $dollars } ({ $coins })
sales-part = { $dollars } из { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>Донат каналу «{ $title }».</b> Сумма неизвестна.
   *[other] 💝 <b>Донат каналу «{ $title }»: { $amount }</b>
}
    <b>От:</b> { $person }
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>Пришла ещё часть доната каналу «{ $title }».</b>
   *[other] 💝 <b>Донат каналу «{ $title }» вырос: теперь { $amount }</b>
}
    <b>От:</b> { $person }
sales-subscription = 🎉 <b>Продажа в канале «{ $title }»: { $tier }</b>
    <b>Покупатель:</b> { $person }
sales-subscription-unnamed = 🎉 <b>Продажа подписки на канал «{ $title }»</b>
    <b>Покупатель:</b> { $person }
sales-payment = { $amount ->
    [unknown] 💳 <b>Платёж в канале «{ $title }».</b> Сумма неизвестна.
   *[other] 💳 <b>Платёж в канале «{ $title }»: { $amount }</b>
}
    <b>От:</b> { $person }

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>Оплачено:</b> сумма неизвестна
   *[other] <b>Оплачено:</b> { $amount }
}
sales-price = <b>Цена:</b> { $price }
sales-duration = <b>Доступ:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>Доступ:</b> навсегда
   *[other] <b>Доступ до:</b> { $time }
}
sales-type = <b>Тип:</b> { $type }
sales-confirmed = { $time } · подтверждено NOWPayments
sales-confirmed-stars = { $time } · оплачено в Telegram Stars

## The test of notices.

sales-test = 🧪 <b>Всё работает: новости канала «{ $title }» будут приходить сюда.</b>
sales-test-note = Это проверка. Никто ничего не платил.
