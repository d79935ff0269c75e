### What a manager does for one person: give days, end access, ban, lift a ban.

# The heading of each page: the words of the button that leads to it. $ruling: what is about to happen. $title: the channel.
support-heading = { $ruling ->
    [grant] <b>🎁 Give days · { $title }</b>
    [revoke] <b>✂️ End access now · { $title }</b>
    [ban] <b>🚫 Ban · { $title }</b>
    [unban] <b>✅ Lift the ban · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = Who is it? Send me their @username or Telegram ID.
# $max: the most days at once.
support-ask-days = { $person ->
    [unknown] How many days do you want to give? Tap a number, or send me one from 1 to { $max }.
   *[other] How many days do you want to give { $person }? Tap a number, or send me one from 1 to { $max }.
}
# $time: "30 days" or "1 month".
support-about-to = { $ruling ->
    [grant] { $person } gets { $time } of access.
    [grant_for_ever] { $person } gets access for ever.
    [revoke] { $person } loses access now.
    [ban] { $person } gets banned.
    [unban] { $person } is no longer banned.
   *[none] What about { $person }?
}
support-ask-reason = You can send me a reason in a few words. It stays in the log, and they never see it.
support-skip-reason = Skip the reason
# A button. $time: "30 days".
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = No access.
support-access-until = { $time ->
    [for_ever] Access for ever.
   *[other] Access until { $time }.
}
support-access-ended = Access ended on { $time }.
support-is-banned = 🚫 Banned.
support-give-days = 🎁 Give days
support-give-for-ever = ♾ Give for ever
support-end-access = ✂️ End access now
support-lift-ban = ✅ Lift the ban
support-ban = 🚫 Ban

## The page on which it is confirmed.

support-who = <b>Who:</b> { $person }
# $time: "30 days".
support-time = <b>Access to add:</b> { $time }
support-why = <b>Why:</b> { $reason }
support-means = { $ruling ->
    [grant] They get in as if they had bought it. I tell them about the days, not the reason.
    [grant_for_ever] They get in as if they had bought it, and never get a reminder or leave at an end. I tell them, but not the reason.
    [revoke] They lose all their days, bought ones too. If removals are on, I remove them and tell them. No money moves.
    [ban] I remove them, no link lets them in, and they can't buy. Their days keep running. No money moves.
   *[unban] They can buy again. If they have days left, I send them a link.
}
# A button. $time: "30 days".
support-confirm = { $ruling ->
    [grant] ✅ Yes, give { $time }
    [grant_for_ever] ✅ Yes, give for ever
    [revoke] ✅ Yes, end access
    [ban] ✅ Yes, ban
   *[unban] ✅ Yes, lift ban
}
support-done = { $ruling ->
    [revoke] ✔️ Access ended. If removals are on, I'm removing them now.
    [ban] ✔️ Banned. I'm removing them now.
   *[unban] ✔️ The ban is lifted.
}
# $time: "30 days". $until: the end of their access, or "unknown".
support-done-grant = { $until ->
    [unknown] ✔️ { $time } given.
    [for_ever] ✔️ They have access for ever now.
   *[other] ✔️ { $time } given. They have access until { $until }.
}
support-not-reachable = ⚠️ I can't message them yet. Ask them to open me, tap START and send /mysubs to get in.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>I couldn't ban someone or lift their ban</b>
support-telegram-says = <b>Telegram says:</b> { $reason }
support-ban-administrator = Telegram doesn't let me ban an administrator, so I undid the ban. Dismiss them as an administrator in Telegram, then ban them again.
# $right: Telegram's name of a right, in quotes.
support-ban-refused = Open the channel or group, tap its name, then Administrators (in a group: Edit → Administrators), choose me and switch on <b>{ $right }</b>. I keep trying.

# For a buyer that the owner banned.
support-not-sold-to-you = 🚫 { $title } isn't available to you. Questions? /paysupport

## Answers, above a page. Plain text.

support-person-missing = Choose the person first. Send me their @username or Telegram ID.
support-user-unknown = There's no such user. Send me their @username or Telegram ID.
support-username-unknown = By name, I only find buyers, members and managers here. Send me their Telegram ID instead.
support-nothing-to-confirm = There's nothing left to confirm. Tap 🎁 Give access to start again.
support-not-given-days = Send me a whole number of days, from 1 to { $max }, or “for ever”.
support-not-a-reason = Send me a reason in 1 to { $max } characters.
support-banned-unban-first = They're banned. Lift the ban first, then give days.
support-no-private-channel = There's no private channel or group to let them into yet. Choose one in ⚙️ Settings.
support-no-access-to-end = They have no access to end.
support-has-for-ever = They have access for ever, so more days change nothing. For a set time instead, end their access first.
support-banned-already = They're already banned.
support-on-team = They're on the team, or an administrator in Telegram. Remove their role first, here and in Telegram. Then ban them.
support-not-banned = They aren't banned.
