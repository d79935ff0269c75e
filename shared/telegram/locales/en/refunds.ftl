### Refunds that the bot makes itself, when an owner asks for one.

## Buttons. $amount: "⭐ 385".

refunds-button = ↩️ Refund { $amount }
refunds-button-asked = ⏳ Refund of { $amount }
refunds-yes = ↩️ Yes, refund { $amount }
refunds-again = ↩️ Try again

## The question before a refund, and how far it is. $person: "@dana".

refunds-ask = ↩️ <b>Refund { $amount } to { $person }?</b>
refunds-leaves-balance = • { $amount } leaves this bot's balance. Nobody can undo that.
refunds-ends-access = • The access that this payment gave ends.
refunds-ends-renewal = • The subscription no longer renews.
refunds-on-its-way = ⏳ <b>I'm sending { $amount } back to { $person }.</b> The person who asked gets a message when it's done.
refunds-done = ↩️ <b>{ $amount } went back to { $person }.</b>
# What the button of a case does. $label: the words on it.
refunds-means = <b>{ $label }:</b> I send it back after asking you once more.
# The refund of a payment. $item: "donation" or "subscription".
refunds-made = { $item ->
    [donation] Telegram sent it back to the payer.
   *[other] Telegram sent it back to the payer. Any access that it paid for has ended.
}

## A refund that Telegram refused.

refunds-refused = ⚠️ <b>{ $amount } couldn't be sent back to { $person }.</b>
refunds-refused-balance = This bot's balance is too low, because its Stars were withdrawn or refunded. Ask the person who runs this bot to add Stars, then try again.
refunds-refused-unanswered = Telegram didn't answer for three days. Try again. If it was already sent back, it isn't sent twice.
refunds-refused-other = Telegram refused, and nothing changed. Try again later. If it's refused again, give the payment's number to the person who runs this bot.

## Answers.

refunds-nothing = There's nothing left to refund here.

## The story of an order and the audit log. $by, $person: a manager.

refunds-story-asked = { $person } asked to refund a payment.
refunds-story-asked-buyer = The owner asked to refund a payment.
refunds-story-refused = Telegram refused the refund.
refunds-log-asked = { $by } asked to refund a payment
refunds-log-refused = { $by } couldn't refund a payment because Telegram refused
