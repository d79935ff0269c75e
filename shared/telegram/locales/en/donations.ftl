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

# Buttons: three words at most. $amount: what was typed so far, such as "$12.5".
donations-keypad-amount = 💰 Amount: { $amount }
donations-keypad-clear = 🗑 Clear
donations-keypad-confirm = ✓ Confirm

## What becomes of a keypad.

# The invoice follows as a separate message. $amount: dollars.
donations-confirmed = 💝 <b>{ $amount } to { $title }.</b> I'll send the invoice now.
donations-cancelled = ✕ Donation cancelled. Nothing was charged.
donations-expired = ⌛ The keypad expired. Nothing was charged.
donations-start-again = 💝 Start again

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = This keypad no longer works. Tap Donate again.
donations-keypad-of-another = Only the person who opened this keypad can use it.
donations-keypad-expired = This keypad expired. Nothing was charged. Tap Donate again.
donations-paused = The owner paused donations. Nothing was charged.
# Shown if the keypad could not be drawn again.
donations-amount-typed = Amount: { $amount }
donations-amount-empty = Type an amount first.
# $least: the least amount that any coin can pay today. $suggested: the next whole dollars.
donations-amount-below-crypto = Crypto payments start at { $least } today. Nothing was charged. Try { $suggested }?
# $least: what usually works; nobody knows the exact amount right now.
donations-amount-below-usual = Donations start at { $least } right now. Nothing was charged. Try { $suggested }?
donations-amount-too-large = The most you can give at once is { $most }.
# A tap that changed nothing. $reason: too_many_digits, too_many_decimals or second_point. $most: dollars.
donations-key-ignored = { $reason ->
    [too_many_decimals] Cents have two digits.
    [second_point] There's a point already.
   *[too_many_digits] No more digits fit. The most you can give at once is { $most }.
}
