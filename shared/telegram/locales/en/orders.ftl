### An order for its buyer: how far it is, what can be done about it, and what happened to it.

## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

# $state: a word of the database. One that is not listed here is shown as it is.
orders-state = { $state ->
    [open] waiting for payment
    [cancelled] cancelled
    [refused] no invoice could be created
    [settled] paid, thank you
    [refunded] refunded
   *[other] { $state }
}
orders-expired = not paid, invoice expired
# $received and $price: dollars.
orders-part-of = { $received } of { $price }
orders-part = { $received } of { $price } arrived
orders-part-confirming = { $received } of { $price } arrived, another payment is being confirmed
orders-part-unconfirmed = { $received } of { $price } arrived, another payment hasn't been confirmed for a week
orders-part-owner-decides = { $received } of { $price } arrived, the owner will decide
orders-confirming = your payment is being confirmed
orders-unconfirmed = your payment hasn't been confirmed for a week
orders-owner-decides = the owner will decide about your payment
orders-owner-decides-further = the owner will decide about another payment
# A paid order that brought something else than its price. $amount: "$15.00", or "$15.00 of $40.00".
orders-paid-other = { $amount } arrived, thank you
# Two of the entries above about one order: "cancelled" and "$15.00 of $40.00 arrived".
orders-both = { $first }; { $second }
# $order: "Gold (1 month) in Alpha Signals for $9.99". $progress: one of the entries above.
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 Pay now: { $amount }
orders-pay-rest = 💳 Pay the rest: { $amount }
orders-cancel = ✕ Cancel
orders-donate-again = 💝 Donate again
orders-what-happened = 📜 What happened
orders-back = « My subscriptions

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count ->
    [one] { $count } earlier event left out
   *[other] { $count } earlier events left out
}</i>
orders-story-empty = Nothing has happened yet.
# $order: "Gold (1 month) in Alpha Signals for $9.99". $progress: how far it is.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
# $amount: dollars, or "unknown".
orders-story-created = { $amount ->
    [unknown] You placed the order.
   *[other] You placed the order for { $amount }.
}
orders-story-invoiced = { $amount ->
    [unknown] Invoice created.
   *[other] Invoice for { $amount } created.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] Invoice for the rest created.
   *[other] Invoice for the remaining { $amount } created.
}

# What a payment did. $amount: what it brought, "15 TRX", or "unknown".
orders-payment-waiting = Waiting for payment.
orders-payment-confirming = { $amount ->
    [unknown] A payment was seen and is being confirmed.
   *[other] A payment of { $amount } was seen and is being confirmed.
}
orders-payment-confirmed = { $amount ->
    [unknown] A payment was confirmed.
   *[other] A payment of { $amount } was confirmed.
}
orders-payment-sending = { $amount ->
    [unknown] A payment is on its way to the owner.
   *[other] A payment of { $amount } is on its way to the owner.
}
orders-payment-short = { $amount ->
    [unknown] A payment arrived. The invoice asked for more.
   *[other] A payment of { $amount } arrived. The invoice asked for more.
}
orders-payment-arrived = { $amount ->
    [unknown] A payment arrived.
   *[other] A payment of { $amount } arrived.
}
orders-payment-failed = { $amount ->
    [unknown] A payment failed.
   *[other] A payment of { $amount } failed.
}
orders-payment-expired = { $amount ->
    [unknown] The invoice expired unpaid.
   *[other] The invoice expired after { $amount } arrived.
}
orders-payment-refunded = { $amount ->
    [unknown] A payment was refunded.
   *[other] A payment of { $amount } was refunded.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] A payment arrived in another coin than the invoice asked for.
   *[other] A payment of { $amount } arrived in another coin than the invoice asked for.
}
orders-payment-repeated = { $amount ->
    [unknown] A payment arrived after another one had paid.
   *[other] A payment of { $amount } arrived after another one had paid.
}
orders-payment-late = { $amount ->
    [unknown] A payment arrived after the invoice expired.
   *[other] A payment of { $amount } arrived after the invoice expired.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] A payment arrived for another price.
   *[other] A payment of { $amount } arrived for another price.
}
orders-payment-other-payer = { $amount ->
    [unknown] Another user paid for this order.
   *[other] Another user paid { $amount } for this order.
}
orders-payment-closed = { $amount ->
    [unknown] A payment arrived after the order was closed.
   *[other] A payment of { $amount } arrived after the order was closed.
}
# $status: a word of NOWPayments that is not translated.
orders-payment-other = { $amount ->
    [unknown] NOWPayments reports a payment as “{ $status }”.
   *[other] NOWPayments reports a payment of { $amount } as “{ $status }”.
}

# What a payment is worth for the order. Follows one of the entries above.
orders-payment-pays = It pays for the order.
orders-payment-is-donation = It's the donation.
orders-payment-counts = It counts.
orders-payment-undecided = The owner will decide about it.
orders-payment-no-longer-counts = It no longer counts.

orders-story-decided = { $decision ->
    [accept] The owner accepted a payment as it is.
    [credit] The owner counted a payment for what it's worth.
    [refund] The owner sent a payment back.
    [wait] The owner is waiting for a payment.
   *[other] The owner decided about a payment.
}
orders-story-decided-by-default = Nobody decided for a week, so I accepted a payment that was slightly short.
# $duration: "1 month", or "unknown".
orders-story-extended = { $duration ->
    [unknown] You got more access.
    [for_ever] You got access for ever.
   *[other] You got { $duration } of access.
}
orders-story-revoked = { $duration ->
    [unknown] Some access ended because the payment was refunded.
    [for_ever] Your access for ever ended because the payment was refunded.
   *[other] { $duration } of access ended because the payment was refunded.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] The owner ended some access.
    [for_ever] The owner ended your access for ever.
   *[other] The owner ended { $duration } of access.
}
orders-story-link-made = Your invite link was created.
# $because: "used", or another reason.
orders-story-link-revoked = { $because ->
    [used] Your invite link was used and is now closed.
   *[other] Your invite link was closed.
}
orders-story-join-approved = You were let in.
orders-story-join-declined = A request to join with this order's link was declined.
orders-story-removed = I removed you, because your access had ended.
orders-story-left = You had already left when your access ended.
# An event in one of several channels and groups. $place: "Traders' talk (group)". $event: one of these sentences.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = You cancelled the order.
orders-story-set-aside = You placed another order instead. The owner will decide about the money.
orders-story-reopened = You reopened the order.
orders-story-keypad-decided = You confirmed the amount.
# $topic: what the message was about, or "owner" if it went to the owner of the channel.
orders-story-sent = { $topic ->
    [owner] I wrote to the owner.
    [pay_now] I sent you the invoice.
    [choose_payment] I asked you how to pay.
    [stars_refused] I told you that there's no invoice in Stars.
    [invoice_delayed] I told you that the invoice takes longer.
    [invoice_refused] I told you that there's no invoice.
    [case_waiting] I told you that the owner hasn't decided yet.
    [case_accepted] I told you that your order is paid.
    [rest_refused] I told you about the rest that's missing.
    [payment_news] I told you about your payment.
    [thanks] I thanked you.
    [access] I sent you the link.
    [access_delayed] I told you that your link takes longer.
    [access_ended] I told you that your access has ended.
   *[other] I wrote to you.
}
orders-story-not-sent = { $topic ->
    [owner] I couldn't reach the owner.
    [pay_now] I couldn't send you the invoice.
    [choose_payment] I couldn't ask you how to pay.
    [stars_refused] I couldn't tell you that there's no invoice in Stars.
    [invoice_delayed] I couldn't tell you that the invoice takes longer.
    [invoice_refused] I couldn't tell you that there's no invoice.
    [case_waiting] I couldn't tell you that the owner hasn't decided yet.
    [case_accepted] I couldn't tell you that your order is paid.
    [rest_refused] I couldn't tell you about the rest that's missing.
    [payment_news] I couldn't tell you about your payment.
    [thanks] I couldn't thank you.
    [access] I couldn't send you the link.
    [access_delayed] I couldn't tell you that your link takes longer.
    [access_ended] I couldn't tell you that your access has ended.
   *[other] I couldn't write to you.
}
