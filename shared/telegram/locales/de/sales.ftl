### What the owner reads when money arrives, and the test of such notices.

## Amounts, in parts of a sentence.

sales-amount = { $dollars } ({ $coins })
sales-part = { $dollars } von { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>{ $person } hat für { $title } gespendet.</b> Der Betrag ist nicht bekannt.
   *[other] 💝 <b>{ $person } hat { $amount } für { $title } gespendet.</b>
}
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>Von der Spende von { $person } für { $title } ist mehr angekommen.</b>
   *[other] 💝 <b>Von der Spende von { $person } für { $title } ist mehr angekommen.</b> Jetzt: { $amount }.
}
sales-subscription = 🎉 <b>{ $person } hat { $tier } in { $title } gekauft.</b>
sales-subscription-unnamed = 🎉 <b>{ $person } hat { $title } abonniert.</b>
sales-payment = { $amount ->
    [unknown] 💳 <b>{ $person } hat in { $title } bezahlt.</b> Der Betrag ist nicht bekannt.
   *[other] 💳 <b>{ $person } hat { $amount } in { $title } bezahlt.</b>
}

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>Bezahlt:</b> Betrag nicht bekannt
   *[other] <b>Bezahlt:</b> { $amount }
}
sales-price = <b>Preis:</b> { $price }
sales-duration = <b>Zugang:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>Zugang:</b> für immer
   *[other] <b>Zugang bis:</b> { $time }
}
sales-type = <b>Art:</b> { $type }
sales-confirmed = { $time } · bestätigt von NOWPayments
sales-confirmed-stars = { $time } · mit Telegram Stars bezahlt

## The test of notices.

sales-test = 🧪 <b>Es klappt: Ich kann dir hier Meldungen über { $title } schicken.</b>
sales-test-note = Das ist ein Test. Niemand hat bezahlt.
