### What every room uses.

# Lengths of access, as in a price list: "7 days", "1 month", "2 years".
common-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
common-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
common-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
# Instead of a number of days: access that never ends, in a price list.
common-for-ever = lifetime
# A button beside numbers of days.
common-for-ever-button = ♾ For ever

## Buttons that many pages have.

common-back = « Back
common-cancel = ✕ Cancel
# Can be on one page with « Back, so it needs other words.
common-previous = « Previous
common-next = Next »
common-look-again = 🔄 Refresh
common-check-again = 🔄 Check again
common-pay-now = 💳 Pay now

## Lines that many pages have.

# $title: the channel's name.
common-channel = <b>Offer:</b> { $title }
# A channel or group by its title. $kind: supergroup or channel.
common-place = { $kind ->
    [supergroup] { $title } (group)
   *[channel] { $title } (channel)
}
common-from = <b>From:</b> { $person }
# $reason: Telegram's own words, in English.
common-telegram-says = Telegram says: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = This button no longer works.
common-button-unknown = This button no longer works. Send /help to see what I can do.
common-too-fast = That was fast. Wait a moment, then tap again.
common-not-sold-to-you = This isn't available to you. Questions? /paysupport
common-telegram-silent = Telegram isn't answering. Nothing is lost. Tap again in a moment.
common-payments-off = Payments are off right now. Nothing was charged. Try again later.

## An order and its people, in parts of a line.

# $tier: its name. $duration: "1 month".
common-tier = { $tier } ({ $duration })
common-order-donation = { $amount } to { $title }
# $tier: "Gold (1 month)". $title: the channel. $amount: dollars.
common-order-subscription = { $tier } in { $title } for { $amount }
# The price of an order whose buyer may choose. $dollars, $stars: amounts.
common-either-price = { $dollars } or { $stars }
common-order-reference = Order <code>{ $reference }</code>
# Two facts in a row, or more: "$first" may be such a row itself.
common-series = { $first }, { $next }
# Two facts beside each other, or more: "paid until March 4 · let in by me".
common-facts = { $first } · { $next }
# Buttons with the same words are numbered. $label: the words.
common-numbered = { $label } ({ $count })
# Someone without a @username whose first name isn't known. Read as a name, so it may begin a sentence. $id: their number at Telegram.
common-person-unnamed = User { $id }
# A donor who stays anonymous. Never begins a sentence.
common-person-anonymous = someone
# $person: a @username or a first name.
common-person-with-id = { $person } (id <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = It arrived late. No problem, it counts.
common-odd-partial = It came in parts or slightly short. No problem, it counts.
common-odd-repeated = It was a second payment. It counts.
common-odd-wrong-asset = It arrived in another coin. No problem, it counts.
common-odd-amount-mismatch = It was for another price. It counts.
common-odd-other-payer = Another user paid for you. It counts.
common-odd-closed = It arrived after the order was closed. It counts.
# $excess: an amount, or "unknown".
common-odd-over = { $excess ->
    [unknown] You sent extra. The owner can see it.
   *[other] You sent { $excess } extra. The owner can see it.
}

## The same for the owner.

common-odd-owner-late = It arrived after the invoice expired and was counted as paid.
common-odd-owner-partial = It came in parts or slightly short and was counted as paid.
common-odd-owner-repeated = It was a second payment and was counted as paid.
common-odd-owner-wrong-asset = It arrived in another coin and was counted as paid.
common-odd-owner-amount-mismatch = It was for another price and was counted as paid.
common-odd-owner-other-payer = Another user paid, and it was counted as paid.
common-odd-owner-closed = It arrived after the order was closed and was counted as paid.
common-odd-owner-over = { $excess ->
    [unknown] It was more than the invoice asked for.
   *[other] It was { $excess } more than the invoice asked for.
}
