### What an owner or manager sets about a channel: the settings, tiers, removals and notifications.

## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>Settings for { $title }</b>
# A value that is empty.
settings-none = none
# $value: its name, or "none". $kind: supergroup or channel.
settings-private = { $kind ->
    [supergroup] <b>Private group:</b> { $value }
   *[channel] <b>Private channel:</b> { $value }
}
settings-public = <b>Public channel:</b> { $value }
settings-description = <b>Description:</b> { $value }
settings-tiers = <b>Tiers:</b> { $count }
settings-donation-message = <b>Message to donors:</b> { $value }
# How long members may stay after their access ended.
settings-grace = <b>Grace period:</b> { $hours ->
    [0] none
    [one] { $hours } hour
   *[other] { $hours } hours
}
# How much of a price may be missing.
settings-tolerance = <b>Accepted underpayment:</b> { $percent }%
settings-removals = <b>Removals:</b> { $removals ->
    [dry_run] trial run, nobody is removed
    [off] off, nobody is removed
   *[on] on, members are removed when their access ends
}
settings-time-zone = <b>Time zone:</b> { $timeZone }
# $language: its own name, such as "Deutsch".
settings-language = <b>Language of posts:</b> { $language }
# $listed: "blocked" if the owner wants it and the operator doesn't allow it.
settings-listed = <b>Listed in /start:</b> { $listed ->
    [no] no
    [blocked] no, because the operator of this bot doesn't allow it
   *[yes] yes
}

# Buttons: three words at most.
settings-button-title = ✏️ Name
settings-button-description = ✏️ Description
settings-button-tiers = 💎 Tiers
settings-button-donation-message = 💝 To donors
settings-button-amounts = 💝 Donation amounts
settings-button-grace = ⏳ Grace period
settings-button-tolerance = ➗ Underpayment
settings-button-removals = 🚪 Removals
settings-button-time-zone = 🌍 Time zone
settings-button-language = 🌐 Post language
settings-button-private = { $kind ->
    [supergroup] 🔒 Private group
   *[channel] 🔒 Private channel
}
settings-button-public = 📢 Public channel
settings-button-unlist = 🙈 Unlist it
settings-button-list = 📃 List it
settings-button-team = 👥 Team

## Removals.

settings-removals-title = 🚪 <b>Removals from { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>Trial run.</b> Nobody is removed. I note in the log who would be.
    [off] <b>Off.</b> Nobody is removed.
   *[on] <b>On.</b> Members are removed when their access ends.
}
settings-removals-on = ✅ Switch on
settings-removals-trial = 👀 Trial run
settings-removals-off = ⛔️ Switch off

## The language of the posts.

settings-language-title = 🌐 <b>Post language for { $title }</b>
# $language: its own name, such as "Deutsch".
settings-language-now = My posts, and what I write in groups about this offer, are in { $language }. Tap another language to change that.
settings-language-note = I write to you and your buyers in the language that each of you chose: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>Tiers for { $title }</b>
settings-tiers-none = None. You take donations only.
settings-tiers-choose = Tap one to change it.
# A button. $tier: its name. $price: dollars. $duration: "1 month".
settings-tiers-item = 💎 { $tier } · { $price } · { $duration }
settings-tiers-add = ➕ Add tier
settings-tier-title = 💎 <b>{ $tier }</b>, a tier of { $title }
settings-tier-price = { $duration ->
    [for_ever] { $price } for access that never ends.
   *[other] { $price } for { $duration }.
}
settings-tier-note = A change applies to new orders. Open orders keep their terms.
settings-tier-edit-name = ✏️ Name
settings-tier-edit-price = ✏️ Price
settings-tier-edit-days = ✏️ Days
settings-tier-remove = 🗑 Remove

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
# $value: what is set.
settings-ask-now = <b>Now:</b> { $value }
settings-ask-type = Type it and send it.
settings-ask-name = What is it called? Buyers see this name in the list, on invoices and in every message.
settings-ask-description = What do buyers get? Write a few sentences. I show them above the prices.
settings-ask-donation-message = What do you want to tell donors? I show it above the keypad.
settings-ask-grace = How many hours may members stay after their access ends? From 0 to 720.
settings-ask-tolerance = How much underpayment do you accept, in percent? From 0 to 20.
settings-ask-time-zone = Which time zone do you live in? Tap one, or send me a large city near you.
settings-ask-tier-name = What's the tier called? For example, “Gold”.
# $least: the least price that any coin can pay.
settings-ask-tier-price = What does it cost in US dollars? For example, 29.99. The least is { $least }.
settings-ask-tier-days = How many days does it last? From 1 to 3650, or “for ever”.
settings-ask-donation-amounts = Which amounts can donors give with one tap? For example, 5 10 25.
settings-ask-case-worth = What was it worth in US dollars? For example, 12.50.
settings-ask-days = How many days do you want to give?
settings-ask-reason = Why? A few words for the log.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>Private group of { $title }</b>
   *[channel] 🔒 <b>Private channel of { $title }</b>
}
settings-chat-private-ask = Which channel or group do you sell? You can change it only while nobody has access.
settings-chat-public = 📢 <b>Public channel of { $title }</b>
settings-chat-public-ask = Where should I post?
settings-chat-none = 🚫 No public channel

## Notifications.

settings-notify-title = 🔔 <b>Notifications for { $title }</b>
settings-notify-when-off = <b>Sales:</b> not announced. The owner still hears about odd payments and problems with members.
settings-notify-when-each = <b>Sales:</b> each one at once
# $hour: "09:00".
settings-notify-when-daily = <b>Sales:</b> in a daily digest at { $hour } ({ $timeZone })
settings-notify-when-both = <b>Sales:</b> each one at once, and a daily digest at { $hour } ({ $timeZone })
settings-notify-to-you = <b>Sent to:</b> you, here
# $chat: a @username, or the name of a group.
settings-notify-to-owner = <b>Sent to:</b> the owner ({ $chat })
settings-notify-to-chat = <b>Sent to:</b> { $chat }
settings-notify-reachable = <b>Reachable:</b> yes
# $since: a moment. $reason: Telegram's words.
settings-notify-unreachable = ⚠️ I haven't been able to reach this chat since { $since }: { $reason }
settings-notify-missed-count = ⚠️ <b>Missed in 30 days:</b> { $count }
settings-notify-switch-on = 🔔 Switch on
settings-notify-switch-off = 🔕 Switch off
settings-notify-each = Each sale
settings-notify-daily = Daily digest
settings-notify-both = Both
settings-notify-hour = 🕘 Digest at { $hour }
settings-notify-here = 📩 Send to me
settings-notify-owner = 📩 Send to owner
settings-notify-test = 🧪 Send a test
settings-notify-missed = ⚠️ Show missed
settings-digest-title = 🕘 <b>Daily digest for { $title }</b>
settings-digest-ask = When do you want it? It comes at { $hour } now. The time zone is { $timeZone }.
settings-missed-title = ⚠️ <b>Missed notifications for { $title }</b>
settings-missed-count = { $count ->
    [0] Nothing was missed in the last 30 days.
    [one] { $count } notification couldn't be delivered in the last 30 days.
   *[other] { $count } notifications couldn't be delivered in the last 30 days.
}
# $what: one of the names below. $at: a moment.
settings-missed-item = <b>{ $what }</b>, { $at }
# $amount: dollars.
settings-missed-item-amount = <b>{ $what }</b>, { $amount }, { $at }
settings-missed-again = 🔁 Send again

# What a notification was about.
settings-missed-sold = 🎉 Subscription
settings-missed-donation = 💝 Donation
settings-missed-digest = 📊 Daily digest
settings-missed-odd = ⚠️ Odd payment
settings-missed-invoices = 🚨 Buyers can't pay
settings-missed-access = 🚨 Trouble letting a member in
settings-missed-removal = 🚨 Trouble removing a member
settings-missed-ban = 🚨 Trouble with a ban
settings-missed-kept = 👤 Member left in
settings-missed-braked = 🛑 Removals slowed down
settings-missed-broken = 🚨 I can't work in a chat
settings-missed-works = ✅ Everything works again
settings-missed-gone = 🚨 A chat is gone
settings-missed-became-public = 🚨 What you sell is public
settings-missed-unreachable = ⚠️ A chat couldn't be reached

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = That's empty. Type a few words.
settings-typed-too-long = That's { $length } characters. The most is { $max }.
# $min and $max: as they have to be typed.
settings-typed-days = Type a whole number of days from { $min } to { $max }, or “for ever”.
settings-typed-hours = Type a whole number of hours from { $min } to { $max }.
settings-typed-percent = Type a whole percentage from { $min } to { $max }.
settings-typed-price = That isn't a price. Type dollars, like 29.99.
settings-typed-worth = Type dollars, like 12.50. The most is { $most }.
settings-typed-price-high = The most is { $most }.
# $least: the least amount that any coin can pay. $suggested: the next whole dollars.
settings-typed-price-low = Crypto payments start at { $least } today, so nobody could pay { $price }. Try { $suggested }?
settings-typed-time-zone = I don't know that time zone. Send me a large city near you, like Berlin.
settings-typed-time-zones = Several time zones have this name. Choose one, or send me more of it.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = Sales are paused. Members keep the time they paid for.
settings-resumed = Sales are on again.
settings-listed-now = /start lists this offer now.
settings-listed-if-allowed = /start will list this offer when the operator of this bot allows it.
settings-unlisted = /start no longer lists this offer. Links to it still work.
settings-removals-set = { $removals ->
    [dry_run] It's a trial run. Nobody is removed. I note who would be.
    [off] Removals are off. Nobody is removed.
   *[on] Removals are on. Members are removed when their access ends.
}
settings-tier-gone = This tier no longer exists.
settings-tier-removed = Removed. New buyers can't choose it.
settings-tier-saved = Saved. Open orders keep their terms.
settings-tier-added = Added to your offer.
settings-tier-lost = That got lost. Please add the tier again.
settings-tiers-most = { $max } tiers are the most. Remove one first.
settings-notify-saved = ✔️ Saved.
settings-notify-no-digest = The daily digest is off. Switch it on first.
settings-test-begun = Sending a test now.
settings-missed-coming = ✔️ I'm sending them again now.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ The test reached you.
    [owner] ✅ The test reached the owner.
   *[chat] ✅ The test reached chat { $chat }.
}
# $link: "t.me/telepay_bot".
settings-test-not-started = { $to ->
    [you] ❌ The test didn't reach you, because you haven't started me. Open { $link } and tap Start.
    [owner] ❌ The test didn't reach the owner, because they haven't started me. Ask them to open { $link } and tap Start.
   *[chat] ❌ The test didn't reach chat { $chat }, because nobody there has started me. Ask them to open { $link } and tap Start.
}
settings-test-blocked = { $to ->
    [you] ❌ The test didn't reach you, because I'm blocked. Unblock me, then try again.
    [owner] ❌ The test didn't reach the owner, because they blocked me. Ask them to unblock me.
   *[chat] ❌ The test didn't reach chat { $chat }, because I'm blocked there.
}
settings-test-gone = { $to ->
    [you] ❌ The test didn't reach you, because your account no longer exists.
    [owner] ❌ The test didn't reach the owner, because their account no longer exists.
   *[chat] ❌ The test didn't reach chat { $chat }, because it no longer exists.
}
settings-test-no-right = { $to ->
    [you] ❌ The test didn't reach you, because I'm not allowed to write to you.
    [owner] ❌ The test didn't reach the owner, because I'm not allowed to write to them.
   *[chat] ❌ The test didn't reach chat { $chat }, because I'm not in it or not allowed to write there.
}
# $reason: Telegram's words.
settings-test-delayed = ⏳ Telegram doesn't accept it right now: { $reason }. I'll keep trying for a while.
settings-test-refused = ❌ Telegram refused it: { $reason }
