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

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = This button no longer works.
common-button-unknown = This button no longer works. Send /help to see what I can do.
common-too-fast = That was fast. Wait a moment, then tap again.
common-not-sold-to-you = This channel isn't available to you. Questions? /paysupport
common-telegram-silent = Telegram doesn't answer. Nothing is lost. Tap again in a moment.
common-payments-off = Payments are off right now. Nothing was charged. Try again later.
