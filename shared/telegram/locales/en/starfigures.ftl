### What came and went in Telegram Stars. $net: "⭐ 770", what is left after refunds.

# Before an amount, as in lists-period.
starfigures-label = In Stars
# $share: dollars, at the rate $rate = $thousand. Stars go to the owner of the bot, who settles with the owner of each channel.
starfigures-month = ⭐ <b>This month: { $net }</b>, and the owner of this bot owes you these. That's about { $share } at Telegram's rate for developers, { $thousand } = { $rate }.
# Nothing is owed, because as much or more was sent back.
starfigures-month-none = ⭐ <b>This month: { $net }</b>
