### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = How do you want to pay?
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } is too little to send in crypto. You can pay in Telegram Stars.
paystep-crypto-refused = You can't pay this in crypto right now. Nothing was charged. You can pay in Telegram Stars.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 If you let it renew by itself, you pay { $price } now and every 30 days until you cancel. You can cancel at any time in Telegram: Settings, then My Stars.
paystep-button-crypto = 💳 { $price } in crypto
paystep-button-stars = { $price } in Telegram
paystep-button-renew = 🔁 { $price } every 30 days
paystep-button-other = « Another way to pay
paystep-button-again = ⭐ Try again

## A donation: how to give, and how many Stars.

paystep-donate-how = How do you want to give?
paystep-donate-crypto = 💳 In crypto
paystep-donate-stars = ⭐ In Telegram Stars
paystep-donate-amount = How many Stars do you want to give? You pay in Telegram.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } in { $title }. You get in as soon as you've paid.
paystep-invoice-description-donation = Your donation to { $title }. Thank you!
paystep-invoice-pay = Pay { $price }
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 You pay { $price } now and every 30 days, by itself, until you cancel. You can cancel at any time in Telegram: Settings, then My Stars.

## Telegram makes no invoice.

paystep-refused = Telegram couldn't create your { $price } invoice. Nothing was charged.
paystep-refused-crypto = Try again, or pay in crypto.
paystep-refused-later = Try again. If it keeps failing, ask the owner.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>Buyers of { $title } can't pay in Telegram Stars</b>
paystep-outage-advice = Telegram makes no invoices in Stars right now. Your buyers can pay in crypto if their price is high enough. Tell the person who runs this bot.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = You can't pay like that right now. Nothing was charged. Choose another way to pay.
