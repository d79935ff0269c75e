### What is for sale, the invoice, and what becomes of a payment. Buyers and donors read it.

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Cancelled. Nothing was charged.
payments-order-cancelled-unconfirmed = Cancelled. If your payment still arrives, it counts.
payments-order-settled = This is already paid. Thank you!
payments-order-refunded = This was refunded.
payments-nothing-to-cancel = There's nothing to cancel.
payments-on-its-way = A payment is on its way, so you can't cancel this.
payments-invoice-coming = Your invoice is on its way.
payments-pending = Your payment is being confirmed. I'll message you once it's confirmed.
payments-channel-paused = The owner paused sales. What you paid for continues.
payments-not-on-sale = This isn't on sale right now. Nothing was charged. What you paid for continues.
payments-tier-not-offered = This is no longer on offer. Open the channel again to see what is.
payments-access-ended = Your access to this channel has ended. Choose a tier to come back.
payments-order-unknown = I can't find this order.
payments-owner-will-decide = The owner will decide about your payment. You don't have to do anything.
payments-unconfirmed = Your payment hasn't been confirmed for a week. Show the owner the transaction, or buy again.
payments-only-owner-decides = Only the channel's owner can decide this.
payments-order-changed = This order has changed. Take another look, then decide.
payments-nothing-to-decide = There's nothing left to decide about this payment.
payments-price-too-small = Crypto payments start at { $least } today, and this costs { $price }. Nothing was charged. Choose another tier, or ask the owner.
payments-too-many-orders-minutes = { $count ->
    [one] You've opened many orders. You can open the next one in { $count } minute.
   *[other] You've opened many orders. You can open the next one in { $count } minutes.
}
payments-too-many-orders-hours = { $count ->
    [one] You've opened many orders. You can open the next one in { $count } hour.
   *[other] You've opened many orders. You can open the next one in { $count } hours.
}
