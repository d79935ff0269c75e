## Amounts, in parts of a sentence.

sales-amount = { $dollars } ({ $coins })
sales-part = { $dollars } de { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>Nova doação de { $person } para { $title }.</b> Não se sabe o valor.
   *[other] 💝 <b>Nova doação de { $person } para { $title }: { $amount }.</b>
}
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>Chegou mais uma parte da doação de { $person } para { $title }.</b>
   *[other] 💝 <b>Chegou mais uma parte da doação de { $person } para { $title }.</b> Agora são { $amount }.
}
sales-subscription = 🎉 <b>Nova assinatura de { $person }: { $tier } em { $title }.</b>
sales-subscription-unnamed = 🎉 <b>Nova assinatura de { $person } em { $title }.</b>
sales-payment = { $amount ->
    [unknown] 💳 <b>Novo pagamento de { $person } em { $title }.</b> Não se sabe o valor.
   *[other] 💳 <b>Novo pagamento de { $person } em { $title }: { $amount }.</b>
}

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>Pago:</b> não se sabe o valor
   *[other] <b>Pago:</b> { $amount }
}
sales-price = <b>Preço:</b> { $price }
sales-duration = <b>Acesso:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>Acesso:</b> para sempre
   *[other] <b>Acesso até:</b> { $time }
}
sales-type = <b>Tipo:</b> { $type }
sales-confirmed = { $time } · confirmado pela NOWPayments
sales-confirmed-stars = { $time } · pago com Telegram Stars

## The test of notices.

sales-test = 🧪 <b>Funciona: posso enviar aqui avisos sobre { $title }.</b>
sales-test-note = Isto é um teste. Ninguém pagou nada.
