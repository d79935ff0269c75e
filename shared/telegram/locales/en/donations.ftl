### Donations: the post in the public channel, the keypad, and what becomes of it.

## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>Support { $title }</b>
donations-post-button = 💝 Donate

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>Donate to { $title }</b>
# $least and $most: dollars. $minutes: how long the keypad works without a tap.
donations-keypad-how = Type an amount from { $least } to { $most }, then tap ✓ Confirm. Pay in any coin. { $minutes ->
    [one] The keypad works for { $minutes } minute.
   *[other] The keypad works for { $minutes } minutes.
}

# The same, if there are buttons with amounts.
donations-keypad-how-presets = Tap an amount, or type one from { $least } to { $most } and tap ✓ Confirm. Pay in any coin. { $minutes ->
    [one] The keypad works for { $minutes } minute.
   *[other] The keypad works for { $minutes } minutes.
}
# $note: what the donor wrote to the owner.
donations-keypad-note = Your note to the owner: “{ $note }”
donations-keypad-anonymous = The owner won't see who you are.
# $most: how many characters.
donations-note-ask = <b>Send me your note to the owner now.</b> Up to { $most } characters.
donations-note-too-long = ⚠️ That's { $length } characters. The most is { $most }. Send a shorter note.

# Buttons: three words at most. $amount: what was typed so far, in your language's form: "$12.5".
donations-keypad-amount = 💰 Amount: { $amount }
donations-keypad-clear = 🗑 Clear
donations-keypad-confirm = ✓ Confirm
# $amount: what the donor gave last time.
donations-keypad-again = 🔁 { $amount } again
donations-keypad-note-add = ✍️ Add note
donations-keypad-note-remove = ✍️ Remove note
donations-keypad-stay-anonymous = 🕶 Stay anonymous
donations-keypad-named = 👤 Show my name

## What becomes of a keypad.

# The invoice takes the place of this message. $amount: dollars.
donations-confirmed = 💝 <b>{ $amount } to { $title }.</b> Your invoice is on its way.
donations-cancelled = ✕ Donation cancelled. Nothing was charged.
donations-expired = ⌛ The keypad expired. Nothing was charged.
donations-start-again = 💝 Start again

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = This keypad no longer works. Tap Donate again.
donations-keypad-of-another = Only the person who opened this keypad can use it.
donations-keypad-expired = This keypad expired. Nothing was charged. Tap Donate again.
donations-note-saved = Your note goes to the owner with your donation.
donations-paused = The owner paused donations. Nothing was charged.
# Shown if the keypad could not be drawn again.
donations-amount-typed = Amount: { $amount }
donations-amount-empty = Type an amount first.
# $least: the least amount that any coin can pay today. $suggested: the next whole dollars.
donations-amount-below-crypto = Crypto payments start at { $least } today. Nothing was charged. Try { $suggested }?
# $least: what usually works; nobody knows the exact amount right now.
donations-amount-below-usual = Donations start at { $least } right now. Nothing was charged. Try { $suggested }?
donations-amount-too-large = { $most } is the most you can give at once.
# A tap that changed nothing. $reason: too_many_digits, too_many_decimals or second_point: the key shows the decimal sign of
# your language, so name that sign. $most: dollars.
donations-key-ignored = { $reason ->
    [too_many_decimals] Cents have two digits.
    [second_point] There's a point already.
   *[too_many_digits] No more digits fit. The most you can give at once is { $most }.
}

## For the owner.

# A line about a donation. $note: what the donor wrote.
donations-owner-note = <b>Note:</b> “{ $note }”

# The page with the amounts that donors give with one tap. $title: the channel's name.
donations-amounts-title = 💝 <b>Donation amounts for { $title }</b>
# $amounts: "$5 · $10 · $25".
donations-amounts-now = <b>Now:</b> { $amounts }
donations-amounts-none = <b>Now:</b> none. Donors type what they give.
# $least: what some coin can pay today.
donations-amounts-hidden = Payments start at { $least } today. Donors don't see smaller amounts until that changes.
# $most: how many amounts.
donations-amounts-ask = Donors give these with one tap, and can still type any other. To change them, send me up to { $most } amounts in dollars with spaces between them, like this: 5 10 25.50
donations-amounts-remove = 🗑 Remove all
# Why the typed text is refused. $most: how many amounts. $limit: dollars.
donations-amounts-unclear = Send up to { $most } amounts in dollars with spaces between them, like 5 10 25.50. { $limit } is the most for one.
