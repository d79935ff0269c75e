### What the owner reads when money arrives, and the test of such notices.

## Amounts, in parts of a sentence.

sales-amount = { $dollars } ({ $coins })
sales-part = { $dollars } de { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>Donación para { $title }, de { $person }.</b> No se conoce el importe.
   *[other] 💝 <b>Donación de { $amount } para { $title }, de { $person }.</b>
}
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>Llegó otra parte de la donación de { $person } para { $title }.</b>
   *[other] 💝 <b>Llegó otra parte de la donación de { $person } para { $title }.</b> Ya suma { $amount }.
}
sales-subscription = 🎉 <b>Nueva suscripción de { $person }: { $tier } en { $title }.</b>
sales-subscription-unnamed = 🎉 <b>Nueva suscripción de { $person } a { $title }.</b>
sales-payment = { $amount ->
    [unknown] 💳 <b>Pago en { $title }, de { $person }.</b> No se conoce el importe.
   *[other] 💳 <b>Pago de { $amount } en { $title }, de { $person }.</b>
}

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>Pagado:</b> no se conoce el importe
   *[other] <b>Pagado:</b> { $amount }
}
sales-price = <b>Precio:</b> { $price }
sales-duration = <b>Acceso:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>Acceso:</b> para siempre
   *[other] <b>Acceso hasta:</b> { $time }
}
sales-type = <b>Tipo:</b> { $type }
sales-confirmed = { $time } · confirmado por NOWPayments
sales-confirmed-stars = { $time } · pagado con Telegram Stars

## The test of notices.

sales-test = 🧪 <b>Funciona: puedo enviarte aquí los avisos de { $title }.</b>
sales-test-note = Esto es una prueba. Nadie ha pagado.
