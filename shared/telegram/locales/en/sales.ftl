### What the owner reads when money arrives, and the test of such notices.

## Amounts, in parts of a sentence.

# $dollars: "$25.00". $coins: "25 USDT".
sales-amount = { $dollars } ({ $coins })
# Less than the price arrived. $dollars: what arrived.
sales-part = { $dollars } of { $price }

## Notices. $person: who paid. $title: the channel. $amount: "$25.00 (25 USDT)", or "unknown".

sales-donation = { $amount ->
    [unknown] 💝 <b>A donation to { $title } from { $person }.</b> The amount isn't known.
   *[other] 💝 <b>{ $amount } for { $title } from { $person }.</b>
}
# A donation was reported before, and more of the same payment arrived. $amount: all that arrived.
sales-donation-grown = { $amount ->
    [unknown] 💝 <b>More of { $person }'s donation to { $title } arrived.</b>
   *[other] 💝 <b>More of { $person }'s donation to { $title } arrived.</b> It's { $amount } now.
}
# $tier: "Gold (1 month)", or "Gold".
sales-subscription = 🎉 <b>{ $person } bought { $tier } in { $title }.</b>
sales-subscription-unnamed = 🎉 <b>{ $person } subscribed to { $title }.</b>
# Another service reports a payment.
sales-payment = { $amount ->
    [unknown] 💳 <b>{ $person } paid in { $title }.</b> The amount isn't known.
   *[other] 💳 <b>{ $person } paid { $amount } in { $title }.</b>
}

## Lines below a notice.

sales-paid = { $amount ->
    [unknown] <b>Paid:</b> the amount isn't known
   *[other] <b>Paid:</b> { $amount }
}
sales-price = <b>Price:</b> { $price }
# $duration: "1 month".
sales-duration = <b>Access:</b> { $duration }
sales-until = { $time ->
    [for_ever] <b>Access:</b> for ever
   *[other] <b>Access until:</b> { $time }
}
# $type: one word of the other service, such as "tip".
sales-type = <b>Type:</b> { $type }
# $time: when it was paid.
sales-confirmed = { $time } · confirmed by NOWPayments
sales-confirmed-stars = { $time } · paid in Telegram Stars

## The test of notices.

sales-test = 🧪 <b>It works: I can send you news about { $title } here.</b>
sales-test-note = This is a test. Nobody has paid.
