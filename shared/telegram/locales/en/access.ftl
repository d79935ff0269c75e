### Access: getting in, renewing, leaving, and what goes wrong. $title is always the name of what is sold: a channel, a group or several.

## To the buyer, with the link or without it.

access-paid = ✅ <b>Your payment for { $title } arrived.</b>
access-credited = ➕ <b>The owner of { $title } counted your payment as more time.</b>
# The buyer asked for the link.
access-link = 🔓 <b>Your link to { $title }</b>
# The buyer asked for the link, and is a member already.
access-inside = ✅ <b>You're in { $title }.</b>
# $duration: "7 days".
access-given = { $duration ->
    [for_ever] 🎁 <b>The owner of { $title } gave you access for ever.</b>
   *[other] 🎁 <b>The owner of { $title } gave you { $duration }.</b>
}
access-unbanned = ✅ <b>The owner of { $title } lifted your ban.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>{ $title } moved to a new group.</b>
   *[channel] 🚚 <b>{ $title } moved to a new channel.</b>
}
# A renewal came while the member was being removed.
access-readmitted = 🙏 <b>Sorry! Your renewal of { $title } arrived while I was removing you.</b>
# One of several places of what they bought. $place: the title of the channel or group.
access-place = 🔓 <b>{ $place } comes with { $title }.</b>
access-place-added = ➕ <b>The owner added { $place } to { $title }.</b>
# They are in so many of so many places.
access-places-opened = { $inside } of { $places } opened.
# $until: a date and time.
access-until = { $until ->
    [for_ever] You have access for ever.
   *[other] You have access until { $until }.
}
access-renewed-until = { $until ->
    [for_ever] You have access for ever now.
   *[other] Renewed. You have access until { $until }.
}
# $button: the words of the button below, which opens Telegram's page of the channel or group. Its button is called as in your language.
access-join-how = Tap “{ $button }”, then “Request to join”. You're in within a second. The link only works for you.
access-join = 🔓 Join { $title }

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>Your access to { $title } lasts for ever.</b>
   *[other] ⏳ <b>Your access to { $title } is paid until { $until }.</b>
}
# Name the buttons as access-my-subscriptions and access-open-channel do.
access-delayed-too-many-chats = You're in as many channels and groups as Telegram allows, so I can't let you in yet. Leave one of them, and I'll let you in within two hours. To get in right away, tap “{ $button }”.
access-delayed-owner-told = Telegram doesn't let me add you right now. I've told the owner, and I'll send you the link as soon as it works. You don't need to pay again.
access-delayed-trying = Telegram doesn't let me add you right now. I keep trying, and I'll send you the link as soon as it works. You don't need to pay again.
access-my-subscriptions = 📜 My subscriptions
# A button: they left a channel or group, so there is room for this one.
access-try-again = 🔁 Try again

# To anyone who used another person's link, or a link whose access has ended.
access-link-refused = 🙏 <b>That link to { $title } belongs to someone else or has expired.</b>
access-link-refused-offer = Nothing was charged. You can get your own access.
access-see-offer = 💎 See the offer

## Reminders.

# $days: 1 to 7. $end: a date and time.
access-reminder = { $days ->
    [one] ⏰ <b>Your access to { $title } ends in { $days } day, on { $end }.</b>
   *[other] ⏰ <b>Your access to { $title } ends in { $days } days, on { $end }.</b>
}
access-reminder-ended = ⏰ <b>Your access to { $title } has ended.</b>
access-reminder-grace = ⏰ <b>Your access to { $title } has ended. You can stay until { $until }.</b>
access-renew-early = Renew early and keep your remaining days.
access-renew-any-time = You can renew any time.
access-renew-paused = The owner paused sales, so you can't renew right now. Try again later in /mysubs.
access-renew-stopped = It isn't on sale right now, so you can't renew. Try again later in /mysubs.
access-renew = 💎 Renew

## After the end.

access-ended = 👋 <b>Your access to { $title } has ended.</b>
access-ended-thanks = Thanks for being there. You can come back any time.
# To a buyer who paid and never got in.
access-ended-owed-title = 🙏 <b>You paid for { $title }, and I couldn't let you in.</b>
access-ended-owed = I'm sorry. I've told the owner, who can give you the time or your money back. Your order is in /mysubs.
access-ended-by-owner = 👋 <b>The owner of { $title } ended your access.</b>
access-ended-by-owner-questions = Questions? /paysupport
access-come-back = 💎 Come back

## A buyer's subscriptions and orders.

access-mine = <b>Your subscriptions</b>
access-mine-none = No subscriptions yet.
access-show-channels = 📣 See what's on sale
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: for ever
   *[other] ✅ <b>{ $title }</b>: until { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: ended on { $end }. You can stay until { $until }.
access-mine-ended = ⌛ <b>{ $title }</b>: ended on { $end }
# Above the channels and groups of a subscription. They are in so many of so many.
access-mine-places = { $inside } of { $places } opened:
# $place: "Traders' talk (group)".
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: not joined yet
# $button: the words of the button that lets them in.
access-mine-place-too-many = ⏳ { $place }: you're in as many channels and groups as Telegram allows. Leave one, then tap “{ $button }”.
access-mine-place-owner-told = ⏳ { $place }: Telegram doesn't let me add you. I've told the owner.
access-mine-place-trying = ⏳ { $place }: Telegram doesn't let me add you yet. I keep trying.
access-renew-title = 💎 Renew { $title }
access-come-back-title = 💎 Come back: { $title }
# Opens the private channel for somebody who is in it. At most three words.
access-open-channel = 🔓 Open channel
access-open-group = 🔓 Open group
access-mine-orders = <b>Your orders</b>
# $order: "$25.00 to Alpha Signals". $progress: what happened to it, without a full stop.
access-mine-order = • { $order }: { $progress }
# The end of a list that is too long to show. $count: how many it leaves out.
access-mine-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
access-mine-story-hint = Tap 📜 to see what happened to an order.
# A button. $amount: dollars.
access-mine-story = 📜 { $amount }, { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>{ $person } paid for { $title }, and I can't let them in.</b>
access-trouble-too-late = 🚨 <b>{ $person } paid for { $title } and never got in.</b>
# The names are those of Telegram's own menus. $kind: supergroup or channel.
access-advice-right = { $kind ->
    [supergroup] Open the group, tap its name, then Edit → Administrators, then me (add me if I'm not there), and switch on <b>Invite Users via Link</b>. I keep trying. Until then, nobody who pays can get in.
   *[channel] Open the private channel, tap its name, then Administrators, then me (add me if I'm not there), and switch on <b>Invite Users via Link</b>. I keep trying. Until then, nobody who pays can get in.
}
access-advice-full = { $kind ->
    [supergroup] The group has as many members as Telegram allows. Remove some, and I'll let in everyone who paid. Or send the money back.
   *[channel] The private channel has as many members as Telegram allows. Remove some, and I'll let in everyone who paid. Or send the money back.
}
access-advice-banned = { $kind ->
    [supergroup] They're banned from the group. Open it, tap its name, then Removed users, and take them off the list. Then I'll let them in. Or send the money back.
   *[channel] They're banned from the private channel. Open it, tap its name, then Removed users, and take them off the list. Then I'll let them in. Or send the money back.
}
access-advice-no-channel = No private channel or group is set, so there's nothing to let them into. Set one in /channels, and I'll let everyone in.
access-advice-about-user = { $kind ->
    [supergroup] Your group is fine. Telegram refuses only this buyer. I keep trying. If it lasts, send their money back.
   *[channel] Your channel is fine. Telegram refuses only this buyer. I keep trying. If it lasts, send their money back.
}
access-advice-too-late = The time they paid for has ended. Give them the time again, or send their money back.

## To the owner: removals.

access-removal-trouble = 🚨 <b>{ $person } no longer has access to { $title }, and I can't remove them.</b>
access-removal-right = { $kind ->
    [supergroup] Open the group, tap its name, then Edit → Administrators, then me (add me if I'm not there), and switch on <b>Ban Users</b>. I keep trying. Until then, I can't remove anyone.
   *[channel] Open the private channel, tap its name, then Administrators, then me (add me if I'm not there), and switch on <b>Ban Users</b>. I keep trying. Until then, I can't remove anyone.
}
access-removal-administrator = They're an administrator, and only you can remove those. Dismiss them as administrator, and I'll remove them. Or let them stay.
access-removal-unanswered = Telegram hasn't done it for a day. I keep trying. You don't need to do anything.
access-removal-unclear = Check if they're still in, and if so, remove them by hand. I keep trying.
access-kept = 👤 <b>{ $person } no longer has access to { $title }, and I let them stay.</b>
access-kept-why = I didn't let them in: they joined before they paid, or someone added them. I only remove them if you say so.
access-remove = 🚪 Remove
access-brake = 🛑 <b>Removals from { $title } are slowed down.</b>
# $removed: members. $most: at most so many an hour follow.
access-brake-why = { $removed ->
    [one] I removed { $removed } member within an hour because their access had ended. That's unusually many. The others follow, at most { $most } an hour.
   *[other] I removed { $removed } members within an hour because their access had ended. That's unusually many. The others follow, at most { $most } an hour.
}
# Begins with the name of the button.
access-brake-release-does = <b>Continue:</b> everyone whose access has ended is removed now. The limit is off for an hour.
access-brake-stop-does = <b>Stop removals:</b> nobody is removed until you switch removals on again.
access-brake-release = ▶️ Continue
access-brake-stop = ⏹ Stop removals

## Answers to the owner about removals. Plain text.

access-removal-now = I'm removing them now.
access-removal-at-end = They have access again. I'll remove them when it ends, unless they renew.
access-removal-never = They have access for ever, so they stay.
access-removal-switched-off = Removals are off. I'll remove them when you switch removals on again.
access-removals-released = Removals continue. The limit is off for an hour.
access-removals-stopped = Nobody is removed until you switch removals on again.
