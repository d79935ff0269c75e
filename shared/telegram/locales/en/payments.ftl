### What is for sale, the invoice, and what becomes of a payment. Buyers and donors read it.

## The list of channels.

payments-list-empty = Nothing is listed here. Open the link that the owner gave you.
payments-list-how = Choose one to see what it offers.
payments-list-stopped = ⏸ { $title }: not on sale right now.
payments-list-commands = /mysubs shows what you have, /help what I can do.

## The page of a channel, and its post in the public channel.

# A tier on a button. $tier: its name. $duration: "1 month".
payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } · lifetime
   *[other] 💎 { $tier } · { $price } / { $duration }
}
# The name says how long it is: "Month".
payments-tier-named-after-time = 💎 { $tier } · { $price }
# $label: one of the two entries above.
payments-tier-stopped = { $label }: not on sale right now
payments-page-has-access = { $until ->
    [for_ever] ✅ You have access for ever. There's nothing to renew.
   *[other] ✅ You have access until { $until }. Renew early and keep your remaining days.
}
payments-page-renews = ✅ You have access until { $until }. 🔁 It renews by itself.
payments-page-paused = ⏸ The owner paused sales. What you paid for continues.
payments-page-off-held = ⏸ Payments are off right now. Your money is safe. You can pay the rest when payments are back on.
payments-page-empty = Nothing is on sale here right now.
payments-page-stopped = I can't let anyone in right now. Try again later. What you paid for continues.
payments-page-how = Choose how long. Pay in any coin and get in as soon as it arrives.
payments-page-how-either = Choose how long. Pay in any coin or in Telegram Stars, and get in as soon as it arrives.
payments-page-how-stars = Choose how long. Pay in Telegram Stars and get in at once.
payments-page-back = « Back to the list
payments-post-how = Choose how long. Pay in any coin.
payments-post-how-either = Choose how long. Pay in any coin or in Telegram Stars.
payments-post-replaced = The current post is further down.
payments-post-withdrawn = This post was withdrawn.

## Money in an order that is not paid yet, before a new one is made.

# $order: "Gold (1 month) in Alpha Signals for $40.00".
payments-held-part = 💰 <b>{ $received } of { $price } arrived:</b> { $order }.
# The same if nothing can be paid now. $progress: how far it is, without a full stop.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = /mysubs shows { $count } more.
payments-held-off = Your money is safe. You can pay the rest when payments are back on.
payments-held-pay-rest = Pay the rest and your order is complete.
payments-held-unconfirmed = Send the owner the transaction's link: tap 📜, then ✉️.
payments-held-unconfirmed-or-buy = Send the owner the transaction's link (tap 📜, then ✉️), or buy again.
payments-held-safe = Your money is safe. You don't have to do anything.
# $tier: "Silver (1 month)".
payments-held-from-scratch = If you buy { $tier } for { $price } anyway, the owner will decide about the money that's already here.
payments-held-on-top = You can also buy { $tier } for { $price }. Your other payment still counts when it's confirmed.
payments-held-buy-from-scratch = 💎 Buy anyway: { $price }
payments-held-buy-too = 💎 Buy this too: { $price }

## The invoice. Its button opens the page of NOWPayments.

# The order once it is paid. A line with the order follows.
payments-paid = ✅ <b>Paid.</b>
payments-invoice-donation = 💝 <b>Your donation of { $amount } to { $title }</b>
payments-invoice-donation-how = Tap Pay now and choose a coin. This message changes as soon as I see your payment.
payments-invoice-how = Tap Pay now and choose a coin. You get in as soon as your payment arrives.
payments-invoice-rest = ➕ <b>{ $received } of { $price } arrived.</b>
payments-invoice-rest-how = Pay the remaining { $rest } in any coin and you're in.
payments-invoice-rest-donation-how = Pay the remaining { $rest } in any coin and your donation is complete.
# A renewal. $order: "Gold (1 month) in Alpha Signals for $40.00".
payments-invoice-renewal = { $order }. Tap Pay now and choose a coin.
payments-invoice-renewal-rest = { $order }. { $received } already arrived. Pay the rest in any coin.
payments-invoice-not-now = ✕ Not now
payments-invoice-cancelled = ✕ Order cancelled. Nothing was charged.
payments-invoice-cancelled-unconfirmed = ✕ Order cancelled. If your payment still arrives, it counts.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>{ $received } of { $price } arrived.</b>
payments-rest-too-small = { $rest } is too little to send in crypto. Your money is safe. The owner will decide; I've told them.
payments-rest-refused = The remaining { $rest } can't be paid right now. Your money is safe. The owner will decide; I've told them.
# What is next. Follows one of the two entries above.
payments-rest-accepted-by-default = If they don't answer within 7 days, your order counts as paid. You don't have to do anything.
payments-rest-try-again = You can also try again tomorrow.
payments-rest-wait = You don't have to do anything.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ Your invoice is taking longer than usual. Nothing was charged. Your { $amount } invoice appears here as soon as it's ready.
# $least: the least amount that some coin can pay today. $suggested: the next whole dollars.
payments-no-invoice-donation-below = Crypto payments start at <b>{ $least }</b> today. Nothing was charged. Try { $suggested }?
payments-no-invoice-below = Crypto payments start at <b>{ $least }</b> today, and this costs { $amount }. Nothing was charged. Choose another tier, or ask the owner.
payments-no-invoice-donation-too-small = { $amount } is too little to send in crypto right now. Nothing was charged. Try a larger amount.
payments-no-invoice-too-small = { $amount } is too little to send in crypto right now. Nothing was charged. Choose another tier, or ask the owner.
payments-no-invoice-unanswered = The payment service couldn't create your { $amount } invoice in three days, so I stopped trying. Nothing was charged. You can try again now.
payments-no-invoice-refused = The payment service couldn't create your { $amount } invoice. Nothing was charged. Try again in an hour. If it fails again, ask the owner.
payments-no-invoice-other-amount = 💝 Try another amount
payments-no-invoice-try-again = 💝 Try again
payments-no-invoice-back = « Back to the offer

# For an owner: NOWPayments makes no invoices, so nobody can pay.
payments-outage-title = 🚨 <b>Buyers of { $title } can't pay</b>
payments-outage-count = { $count ->
    [one] The payment service refused { $count } invoice in the last hour. I told the buyer. Nothing was charged.
   *[other] The payment service refused { $count } invoices in the last hour. I told each buyer. Nothing was charged.
}
payments-outage-channels = { $count ->
    [one] { $count } of your offers is affected.
   *[other] { $count } of your offers are affected.
}
payments-outage-advice = Check your NOWPayments account: are its coins on, and is a payout address set? No account there? Tell the person who runs this bot. Sales resume by themselves.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>Thank you!</b> Your donation to { $title } has arrived.
   *[other] 💝 <b>Thank you!</b> { $amount } to { $title } has arrived.
}
# More of the same payment arrived. $amount: all that arrived.
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>Thank you!</b> More of your donation to { $title } has arrived.
   *[other] 💝 <b>Thank you!</b> Your donation to { $title } is now { $amount }.
}
# A second payment of the same donation.
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>Thank you!</b> Another donation to { $title } has arrived.
   *[other] 💝 <b>Thank you!</b> Another { $amount } to { $title } has arrived.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>Thank you!</b> More of your other donation to { $title } has arrived.
   *[other] 💝 <b>Thank you!</b> Your other donation to { $title } is now { $amount }.
}
payments-thanks-more = That's { $more } more than you planned.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 I see your payment. The network is confirming it. This can take up to an hour.
   *[other] 👀 I see your payment of { $amount }. The network is confirming it. This can take up to an hour.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ Your payment hasn't been confirmed for a week. I've told the owner: send them the transaction's link. You can buy again or cancel meanwhile. If the money arrives later, I'll still find it.
   *[other] ⏳ Your payment of { $amount } hasn't been confirmed for a week. I've told the owner: send them the transaction's link. You can buy again or cancel meanwhile. If the money arrives later, I'll still find it.
}
# $excess: an amount, or "unknown".
payments-news-over = { $excess ->
    [unknown] ℹ️ You sent extra. Your access stays as it is. I've told the owner, who can keep it or send it back.
   *[other] ℹ️ You sent { $excess } extra. Your access stays as it is. I've told the owner, who can keep it or send it back.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ You sent extra. I've told the owner, who can keep it or send it back.
   *[other] ℹ️ You sent { $excess } extra. I've told the owner, who can keep it or send it back.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ Another part of this order was refunded. The owner will decide about your payment.
   *[other] ℹ️ Another part of this order was refunded. The owner will decide about your { $amount }.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ Your payment arrived, but then it failed.
   *[other] ⚠️ { $amount } arrived, but then the payment failed.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ Your payment arrived, but then it expired.
   *[other] ⚠️ { $amount } arrived, but then the payment expired.
}
# $missing: an amount in its coin.
payments-news-short = { $amount ->
    [unknown] ⚠️ Your payment arrived, but { $missing } is missing.
   *[other] ⚠️ { $amount } arrived, but { $missing } is missing.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ A payment arrived, but it wasn't completed.
   *[other] ⚠️ { $amount } arrived, but the payment wasn't completed.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ Your payment arrived after the invoice expired, and the offer has changed since.
   *[other] ⚠️ { $amount } arrived after the invoice expired, and the offer has changed since.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ A second payment arrived for this order.
   *[other] ⚠️ A second payment of { $amount } arrived for this order.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ Your payment arrived in another coin than the invoice asked for.
   *[other] ⚠️ { $amount } arrived, but the invoice asked for another coin.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ Your payment arrived, but for another price than your order's.
   *[other] ⚠️ { $amount } arrived, but for another price than your order's.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ Another user paid for your order.
   *[other] ⚠️ Another user paid { $amount } for your order.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ You paid for another user's order.
   *[other] ⚠️ You paid { $amount } for another user's order.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ Your payment arrived after the order was closed.
   *[other] ⚠️ { $amount } arrived after the order was closed.
}
# Where the money is. Follows one of the entries above.
payments-news-not-lost = Your money isn't lost: I've told the owner, who can count it or send it back.
payments-news-unsure = I've told the owner, who can check if it reached them.
payments-news-credited = { $amount ->
    [unknown] ✅ The owner counted your payment.
   *[other] ✅ The owner counted your payment of { $amount }.
}
payments-news-failed = ❌ Your payment failed. Nothing was received. You can start again.
payments-news-expired = ⌛ This invoice expired unpaid. Already sent it? I'll still find it.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ Your payment was refunded.
   *[other] ↩️ Your payment of { $amount } was refunded.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ Your payment was refunded. Any access that it paid for has ended.
   *[other] ↩️ Your payment of { $amount } was refunded. Any access that it paid for has ended.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Cancelled. Nothing was charged.
payments-order-cancelled-unconfirmed = Cancelled. If your payment still arrives, it counts.
payments-order-settled = This is already paid. Thank you!
payments-order-refunded = This was refunded.
payments-nothing-to-cancel = There's nothing to cancel.
payments-on-its-way = A payment is on its way, so you can't cancel this.
payments-invoice-coming = Your invoice is on its way.
payments-pending = Your payment is being confirmed. You'll see it here once it's done.
payments-channel-paused = The owner paused sales. What you paid for continues.
payments-not-on-sale = This isn't on sale right now. Nothing was charged. What you paid for continues.
payments-tier-not-offered = This is no longer on offer. Open the offer again to see what is.
payments-access-ended = Your access has ended. Choose a tier to come back.
payments-has-for-ever = You have access for ever, so there's nothing to pay.
# The button of a channel or group that the owner took away.
payments-place-not-included = This button is out of date. Send /mysubs and use the buttons there.
# Telegram refused before. The buyer tapped again.
payments-entry-tried-again = I'm trying again right now.
payments-order-unknown = I can't find this order. Send /mysubs to see yours.
payments-owner-will-decide = The owner will decide about your payment. You don't have to do anything.
payments-unconfirmed = Your payment hasn't been confirmed for a week. Send the owner the transaction's link in /mysubs, or buy again.
payments-only-owner-decides = Only the owner and managers can decide this.
payments-order-changed = This order has changed. Take another look, then decide.
payments-nothing-to-decide = There's nothing left to decide about this payment.
payments-price-too-small = Crypto payments start at { $least } today, and this costs { $price }. Nothing was charged. Choose another tier.
payments-too-many-orders-minutes = { $count ->
    [one] You've opened many orders. You can open the next one in { $count } minute.
   *[other] You've opened many orders. You can open the next one in { $count } minutes.
}
payments-too-many-orders-hours = { $count ->
    [one] You've opened many orders. You can open the next one in { $count } hour.
   *[other] You've opened many orders. You can open the next one in { $count } hours.
}
