### Prices in Telegram Stars, as an owner sets them. $stars and others: "⭐ 385". $share, $cost, $rate and $price: dollars.

# Button on the page of a tier.
starprices-edit = ⭐ Price in Stars
starprices-tier-title = ⭐ <b>{ $tier }</b>, a tier of { $title } for { $price }
starprices-none = It isn't sold for Stars.
# $share: what the owner gets for $stars at the rate $rate = $thousand.
starprices-worth = In Stars: <b>{ $stars }</b>, about { $share } at Telegram's rate for developers, { $thousand } = { $rate }
# The two suggestions.
starprices-for-owner = { $stars }: you get about { $share } at Telegram's rate for developers, { $thousand } = { $rate }. Buyers pay about { $cost }.
starprices-for-buyer = { $stars }: buyers pay about { $cost }. You get about { $share }.
# What 1,000 Stars ($thousand) cost a buyer.
starprices-store = That's with Stars from an app store, { $thousand } for { $cost }. Elsewhere they cost less.
starprices-too-high = This price in dollars is more than { $most }, the most that Telegram takes for one invoice.
# $most: "⭐ 10,000".
starprices-ask = Tap a suggestion, or send me a whole number of Stars up to { $most }. A new price in dollars doesn't change it.
# $tier: its name.
starprices-set-up = What does “{ $tier }” cost in Telegram Stars? Tap a suggestion, or send me a whole number of Stars up to { $most }.
starprices-set-up-none = Not for Stars
starprices-whose = Telegram pays the Stars to the owner of this bot, who settles with you.
starprices-remove = 🗑 Remove
# The operator switched Stars off.
starprices-off = Buyers don't see it: the owner of this bot doesn't take Stars for your offers right now.

## Donations in Stars.

starprices-donations-button = ⭐ Donations in Stars
starprices-donations-title = ⭐ <b>Donations in Stars for { $title }</b>
starprices-donations-none = They are off.
starprices-donations-on = ✅ Switch on
starprices-donations-off = ⛔️ Switch off
# $most: how many amounts. $max: "⭐ 10,000".
starprices-donations-ask = Donors choose from these. To change them, send me up to { $most } whole numbers with spaces between them, each up to { $max }, like this: 50 100 500

## Questions, and why a typed text is refused. Plain text, 200 characters at most.

starprices-ask-tier = What does it cost in Stars? For example, 385.
starprices-ask-donations = Which numbers of Stars can donors choose from? For example, 50 100 500.
# $max: as it has to be typed.
starprices-typed = Type a whole number of Stars from 1 to { $max }.
starprices-typed-presets = Send up to { $most } whole numbers with spaces between them, like 50 100 500. { $max } is the most for one.
starprices-stay = Saved. The price in Stars stays { $stars }. Open orders keep their terms.
starprices-off-toast = The owner of this bot doesn't take Stars for your offers right now.
