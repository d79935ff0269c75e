### What the bot says about itself, and when it can't do what was asked.

## /start and /help.

# $bot: the bot's @username, or "unknown" in an old message.
help-welcome = { $bot ->
    [unknown] 👋 <b>Welcome!</b>
   *[other] 👋 <b>Welcome! I'm { $bot }.</b>
}
help-welcome-how = I sell access to private Telegram channels and groups and take donations for them, in the coin you choose. To begin, open the link that an owner gave you or tap a 💝 button.
help-welcome-more = /help shows what I can do.
help-title = <b>What I can do</b>
help-subscribe = 💎 <b>Subscribe:</b> open the owner's link, or choose in /start. Pick how long, pay, and you're in.
help-donate = 💝 <b>Donate:</b> tap a donate button, type an amount, pay.
# A line of the list of commands. $does: a description of profile.ftl, such as "Help with a payment".
help-command = /{ $command } – { $does }
help-set-up = 🛠 Do you run a channel or group? /setup puts it on sale.

## /paysupport and /terms.

help-payment-title = <b>Help with a payment</b>
help-payment = Crypto takes from a minute to an hour to be confirmed, and the order's message shows each step. Too little, too late or paid twice? Your money isn't lost: /mysubs shows what happened and what you can do.
help-payment-stars = Paid in Telegram Stars? They arrive at once. Telegram lists them in Settings › My Stars, where you also stop renewals. If the owner doesn't help with a refund, @BotFather takes disputes.
help-payment-owner = Any other question? Tap ✉️ and write to the owner.
help-my-orders = 📜 My orders
help-terms-title = <b>Terms</b>
help-terms-seller = <b>Seller.</b> The owner of the channel or group is the seller, not Telegram and not NOWPayments.
help-terms-access = <b>Subscriptions.</b> You pay for a set time in private channels or groups, for one person. Nothing renews by itself: I remind you before the end, and remove you if you don't renew. Renew early and keep your remaining days.
help-terms-access-stars = <b>Subscriptions.</b> You pay for a set time in private channels or groups, for one person. It renews by itself only if you chose that when you paid in Stars. Otherwise I remind you before the end, and remove you if you don't renew. Renew early and keep your remaining days.
help-terms-donations = <b>Donations</b> are gifts to the owner of a channel or group and buy nothing.
help-terms-money = <b>Payments</b> go through NOWPayments in the coin you choose. The price in US dollars is fixed when the invoice is made. Refunds come from the owner, and end the access that was refunded.
help-terms-stars = <b>Telegram Stars.</b> Where an offer takes them, Telegram takes the payment and the person who runs this bot gets the Stars. They are refunded whole or not at all, and the access ends. You stop a renewal in Telegram: Settings › My Stars. @BotFather takes disputes.
help-terms-more = /privacy – what I store about you
    /paysupport – help with a payment

## What can't be done.

help-not-understood = I didn't understand that.
help-not-understood-next = /start shows what's on sale, /mysubs what you have, /help what I can do.
help-not-understood-payment = About a payment? Write to the owner, or send /paysupport.
help-link-not-understood = This link no longer works.
help-link-not-understood-next = Tap the button again, or ask the owner for a new link. /start shows what's on sale.
help-channel-unknown = This isn't on sale here.
help-channel-unknown-next = /start shows what is.
help-channel-paused = ⏸ The owner paused sales, so no payments are taken right now.
help-channel-paused-next = What you paid for goes on. /mysubs shows it, and /start shows other offers.
help-payments-off = ⏸ Payments are off right now. Nothing was charged. Try again later.

# To an owner.
help-no-coin = ⚠️ <b>Nothing can be sold: no coin is switched on at NOWPayments.</b>
help-no-coin-next = I'm asking buyers and donors to try again later. Switch on at least one coin in the settings of the NOWPayments account, or ask the person who runs this bot. Sales then resume within ten minutes.
