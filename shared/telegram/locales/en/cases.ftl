### Payments that need the owner's decision, and what the payer reads about them.

## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = A payment is on its way
cases-head-hanging = A payment has been unconfirmed for a week
cases-head-partial = A payment is short
cases-head-over = A payer sent extra
cases-head-late = A payment arrived late
cases-head-repeated = An order was paid twice
cases-head-wrong-asset = A payment arrived in another coin
cases-head-amount-mismatch = A payment doesn't match its order's price
cases-head-other-payer = Another user paid for an order
cases-head-closed = A payment arrived for a closed order
cases-head-credited = A payment was counted
cases-head-failed = A payment failed
cases-head-expired = A payment expired
cases-head-refunded = A payment was refunded
cases-head-remainder = Part of an order was sent back
cases-head-partial-failed = A payment failed after the money was sent
cases-head-partial-expired = A payment expired after some money was sent
cases-head-unfinished = A payment wasn't completed
cases-head-unknown-order = A payment arrived for an order that I don't know

## The facts of a payment.

# $order: "Gold (1 month) in Alpha for $9.99".
cases-order = <b>Order:</b> { $order }
# $amount: what the invoice asked for, such as "40 TRX".
cases-asked = <b>Asked for:</b> { $amount }
cases-received-none = <b>Received:</b> nothing yet
cases-received-unreported = <b>Received:</b> not reported
# $amount: "20 TRX". $worth: dollars, "tiny" if less than $least, "unknown", or "none" if there is nothing to say about it.
cases-received = { $worth ->
    [none] <b>Received:</b> { $amount }
    [unknown] <b>Received:</b> { $amount }, worth unknown
    [tiny] <b>Received:</b> { $amount } (less than { $least })
   *[other] <b>Received:</b> { $amount } ({ $worth })
}
# The same with $asked: what the invoice asked for, such as "40 TRX".
cases-received-of = { $worth ->
    [none] <b>Received:</b> { $amount } of { $asked }
    [unknown] <b>Received:</b> { $amount } of { $asked }, worth unknown
    [tiny] <b>Received:</b> { $amount } of { $asked } (less than { $least })
   *[other] <b>Received:</b> { $amount } of { $asked } ({ $worth })
}
# The number by which NOWPayments knows the payment.
cases-payment = <b>Payment:</b> <code>{ $payment }</code>
cases-since = <b>Since:</b> { $time }
# Beside other facts in a list, instead of an amount.
cases-amount-none = nothing yet
cases-amount-unreported = not reported

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = NOWPayments has seen the money but hasn't finished the payment. Look it up in your NOWPayments account. Meanwhile, the buyer can buy again or cancel.
cases-state-remainder = { $item ->
    [donation] The rest of this donation was sent back.
   *[other] The rest of this order was sent back, so its access has ended.
}
cases-state-paid = The order is already paid.
cases-state-invoiced = It counts toward the price. The payer has an invoice for the rest.
cases-state-counted = { $item ->
    [donation] It counts toward the donation.
   *[other] It counts toward the price. If the rest is too little to send in crypto and nobody decides for a week, the order counts as paid.
}
cases-state-nothing = Nothing was granted for it yet.
# $excess: an amount, or "unknown".
cases-excess = { $excess ->
    [unknown] It's more than the invoice asked for. The order stays as it is.
   *[other] It's { $excess } more than the invoice asked for. The order stays as it is.
}
cases-excess-together = { $excess ->
    [unknown] Together, the payments are more than the price. The order stays as it is.
   *[other] Together, the payments are { $excess } more than the price. The order stays as it is.
}
cases-excess-what = You can keep it, or send it back from your NOWPayments account.
cases-refunded = { $item ->
    [donation] NOWPayments reports the refund as done.
   *[other] NOWPayments reports the refund as done. Any access that it paid for has ended.
}
cases-nothing-to-decide = There's nothing left to decide.
cases-manager-decides = The owner or a manager decides.
cases-you-decide = You decide:

## Answers: buttons.

cases-accept = ✅ Accept as paid
# $coins: "20 TRX", or "unknown". Nobody knows what they are worth.
cases-accept-coins = { $coins ->
    [unknown] ✅ Accept as paid
   *[other] ✅ Accept { $coins }
}
cases-refund = ↩️ I refunded it
cases-wait = ⏳ Keep waiting
cases-enter-worth = 💵 Enter its value
cases-keep = ➕ Keep it
cases-keep-coins = { $coins ->
    [unknown] ➕ Keep it
   *[other] ➕ Keep { $coins }
}
cases-count = ➕ Count { $amount }
# $duration: "15 days". $amount: dollars.
cases-give-days = { $duration ->
    [for_ever] ➕ Give access for ever for { $amount }
   *[other] ➕ Give { $duration } for { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> you trust that it will arrive, and it counts as the donation.
   *[other] <b>{ $label }:</b> you trust that it will arrive, and the buyer gets access now.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> it counts as the donation, and I thank the donor.
   *[other] <b>{ $label }:</b> what arrived is enough for you, and the buyer gets access.
}
cases-refund-means = <b>{ $label }:</b> tap this after you sent the money back from your NOWPayments account. I can't move money.
cases-wait-means = <b>{ $label }:</b> I'll stop reminding you.
cases-enter-worth-means = <b>{ $label }:</b> type what the coins were worth in dollars. You see what it does before it counts.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> the buyer keeps access for ever, even if you send back their other payment.
   *[other] <b>{ $label }:</b> the buyer's access lasts that much longer.
}
cases-count-means = <b>{ $label }:</b> it counts toward the price.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> it counts as another donation.
   *[other] <b>{ $label }:</b> you keep it, and it buys nothing. I tell the payer that it was counted.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ This payment has been waiting an hour for your decision.
cases-remind-1-day = ⏰ This payment has been waiting a day for your decision. I'm telling the payer that it's still open.
cases-remind-3-days = ⏰ This payment has been waiting 3 days for your decision. I'm telling the payer that it's still open.
cases-remind-overdue = ⏰ This payment has been waiting more than a week for your decision.
cases-remind-stays-open = ⏰ Nobody has decided about this payment. It stays open, and I'm telling the payer. This is the last reminder.
cases-remind-watch-ended = ⏰ I've stopped asking NOWPayments about this payment. Look it up in your NOWPayments account. If news comes, I'll still accept it.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ Your payment was never confirmed.
   *[other] ⏳ Your payment of { $amount } was never confirmed.
} I've stopped asking NOWPayments about it. If it arrives later, I'll still accept it. You can show the owner the transaction.
# $rest: dollars.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ Your payment counts toward the price.
   *[other] ⏳ Your payment of { $amount } counts toward the price.
} Pay the remaining { $rest } and you're in. The owner can also accept what arrived, but hasn't decided yet.
cases-waiting = { $amount ->
    [unknown] ⏳ Your payment is still waiting for the owner's decision.
   *[other] ⏳ Your payment of { $amount } is still waiting for the owner's decision.
} I've reminded them. You don't have to do anything.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ Your payment still isn't confirmed, and the owner hasn't decided about it.
   *[other] ⏳ Your payment of { $amount } still isn't confirmed, and the owner hasn't decided about it.
} I've reminded them. You don't have to do anything.
cases-open = { $amount ->
    [unknown] ⏳ Your payment is still waiting for the owner's decision.
   *[other] ⏳ Your payment of { $amount } is still waiting for the owner's decision.
} I've reminded them, without an answer. Your money is safe. It stays open until they decide.
# The payment failed or expired, so the money may not have reached the owner.
cases-open-failed = { $amount ->
    [unknown] ⏳ Your payment is still waiting for the owner's decision.
   *[other] ⏳ Your payment of { $amount } is still waiting for the owner's decision.
} I've reminded them, without an answer. It stays open until they decide.
cases-open-hanging = { $amount ->
    [unknown] ⏳ Your payment still isn't confirmed, and the owner hasn't decided about it.
   *[other] ⏳ Your payment of { $amount } still isn't confirmed, and the owner hasn't decided about it.
} I've reminded them, without an answer. It stays open until they decide or it's confirmed.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>Your order is paid.</b> { $missing } was missing, too little to send in crypto, and the owner didn't answer for a week.
cases-accepted-owner = ✅ <b>I accepted a payment as it is.</b> { $missing } was missing, too little to send in crypto, and nobody decided for a week. I'm telling the payer.

## Decisions.

# $amount: "20 TRX", or "unknown".
cases-refund-question = { $amount ->
    [unknown] ↩️ <b>Did you send it back?</b>
   *[other] ↩️ <b>Did you send { $amount } back?</b>
}
cases-refund-how = I can't move money, so send it back from your NOWPayments account first. If you tap Yes, I tell the payer that it was sent back, and it doesn't count. Until then nothing changes.
cases-yes = Yes
cases-no = No
cases-decided-accept = ✅ <b>You accepted a payment as it is.</b> I'm telling the payer.
cases-decided-credit = ➕ <b>You counted a payment.</b> I'm telling the payer.
cases-decided-refund = ↩️ <b>You refunded a payment.</b> I'm telling the payer.
cases-decided-wait = ⏳ <b>You're waiting for a payment.</b> I'll stop reminding you.
cases-counted = <b>Counted:</b> { $amount }
# $amount: no dollars.
cases-counted-unknown = Nobody knows what it was worth, so your figures count { $amount } until you enter its value.
cases-others = ⚠️ Other cases

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>Cases in { $title }</b>
cases-list-empty = No payment needs your decision.
cases-list-count = <b>Needs your decision:</b> { $count }
# $heading: what is odd. $amount: what arrived. $item: a tier, or "donation".
cases-list-line = • <b>{ $heading }</b>: { $amount }, { $item }, { $person }, since { $time }
# The same with the order's price.
cases-list-line-of = • <b>{ $heading }</b>: { $amount } of { $price }, { $item }, { $person }, since { $time }
cases-list-line-unknown = • { $heading }, { $time }
# A button. $payment: the number of a payment.
cases-list-payment = ⚠️ Payment { $payment }
# A button. $amount: what arrived.
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = Nothing was granted for it. Look it up by its number in your NOWPayments account. Then send the money back there, or ask the person who runs this bot to find its order.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>What a payment was worth</b>
cases-worth-ask = { $coins ->
    [unknown] What were the coins worth when they arrived? Type an amount in dollars, like <code>12.50</code>.
   *[other] What was { $coins } worth when it arrived? Type an amount in dollars, like <code>12.50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] You say the coins were worth <b>{ $amount }</b>.
   *[other] You say { $coins } was worth <b>{ $amount }</b>.
}
cases-worth-order = That pays for the order, and the buyer gets access.
cases-worth-part = It counts toward the price of the order.
cases-worth-days = { $count ->
    [one] The buyer gets { $count } day of access for it.
   *[other] The buyer gets { $count } days of access for it.
}
cases-worth-for-ever = The buyer keeps access for ever for it.
cases-worth-kept = It isn't enough for a day at the price of this order. You keep it, and your figures count it.
cases-worth-gift = It counts as a donation, and I thank the donor.
cases-worth-figures = { $item ->
    [donation] Your figures count it, and I thank the donor for it.
   *[other] Your figures count it, up to the price.
}
cases-worth-check = Is that right? You can also type another amount.
cases-worth-yes = ✅ Yes, { $amount }
