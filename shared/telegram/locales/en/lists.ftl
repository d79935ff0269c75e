### What owners and managers read about a channel: members, orders, figures, the log and the digest.

## Parts of a line. No capital, no full stop.

# Instead of a tier.
lists-donation = donation
lists-open = ⏳ waiting for payment
lists-cancelled = ✖️ cancelled
lists-refused = ✖️ no invoice could be created
lists-settled = ✅ paid
lists-refunded = ↩️ refunded
lists-paid-never = never paid
lists-paid-until = { $time ->
    [for_ever] has access for ever
   *[other] paid until { $time }
}
lists-paid-grace = ended { $time }, in the grace period
# $until: the end of the grace period.
lists-paid-grace-until = ended { $time }, in the grace period until { $until }
lists-paid-ended = ended { $time }
# Another offer lets them in. $offer: its name.
lists-paid-by-other = { $time ->
    [for_ever] let in for ever by { $offer }
   *[other] let in by { $offer } until { $time }
}
# Is in without paying, as an administrator.
lists-administrator = administrator
# How a member joined. "I" is the bot.
lists-joined-admitted = let in by me
lists-joined-before = already in before paying
lists-joined-unknown = let in by someone else
# The link of a buyer who isn't in.
lists-link-live = has a working link
lists-link-ended = link no longer works
lists-link-none = no link yet
lists-link-banned = banned in Telegram
# In so many of several channels and groups.
lists-in-of = in { $inside } of { $places }

## The members.

lists-members-title = 👥 <b>Members of { $title }</b>
lists-members-counts = In: { $in } · without paying: { $unpaid } · paid, not in: { $out }
# Headings and buttons of the parts of the list.
lists-members-in = ✅ In
lists-members-unpaid = ⚠️ Without paying
lists-members-out = 🚪 Paid, not in
lists-members-in-empty = No members yet.
lists-members-unpaid-empty = Every member that I know has paid, or doesn't have to.
lists-members-out-empty = Everyone who paid is in.
# A member in a line. $symbol: an emoji. $about: "paid until March 4".
lists-member-line = { $symbol } { $person }: { $about }
# Buttons that choose a part of a list. $filter: one of its headings.
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
# A count that is only known to be larger.
lists-more-than = { $count }+
# On the last page, if there are more than the list has. The tables are CSV files.
lists-cut = <i>The list ends after { $count }. The tables in /stats have more.</i>
lists-members-limit = <i>I only see members who joined after me.</i>
# Only if there are several channels and groups. $place: the first one, such as "Signals VIP (channel)".
lists-members-main = <i>The lists count who is in { $place }. Tap a member to see each channel and group.</i>
# $count: all members. $time: when Telegram counted them.
lists-members-limit-counted = { $count ->
    [one] <i>I only see members who joined after me. Telegram counted { $count } member on { $time }.</i>
   *[other] <i>I only see members who joined after me. Telegram counted { $count } members on { $time }.</i>
}

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> in { $title }
lists-member-id = <b>Telegram ID:</b> <code>{ $id }</code>
# $place: where they are, one of the next five.
lists-member-now = <b>Now:</b> { $place }
lists-member-now-seen = <b>Now:</b> { $place } (as of { $time })
lists-member-in = in
lists-member-administrator = in, as an administrator
lists-member-out = not in
lists-member-banned = banned
lists-member-unseen = never seen there
# $paid: "paid until March 4".
lists-member-access = <b>Access:</b> { $paid }
# $link: "has a working link".
lists-member-link = <b>Invite link:</b> { $link }
# $joined: "let in by me".
lists-member-joined = <b>Joined:</b> { $joined }
lists-member-joined-protected = <b>Joined:</b> { $joined }. I only remove them if you tell me to.
# A channel or group, if there are several. $place: "Signals VIP (channel)". $about: what is known, such as "in · let in by me".
lists-place = <b>{ $place }</b>: { $about }
# What is known about a user in a channel or group. No capital, no full stop.
lists-place-seen = as of { $time }
lists-place-protected = I only remove them if you tell me to
lists-place-too-many = can't get in: in as many channels and groups as Telegram allows
lists-place-refused = Telegram doesn't let me add them
lists-place-removing = being removed
lists-place-removed = removed on { $time }
# $reason: in Telegram's words.
lists-place-removal-trouble = I can't remove them: { $reason }
lists-member-granted = { $count ->
    [0] <b>Granted:</b> no days
    [one] <b>Granted:</b> { $count } day in all
   *[other] <b>Granted:</b> { $count } days in all
}
lists-member-granted-for-ever = <b>Granted:</b> for ever
lists-member-orders = { $count ->
    [0] <b>Orders:</b> none
   *[other] <b>Orders:</b> { $count }
}
# $shown: how many buttons follow.
lists-member-orders-latest = <b>Orders:</b> { $count } (latest below: { $shown })
# A button: give days, end the access, ban.
lists-member-manage = 🛟 Manage access

## The orders.

lists-orders-title = 🧾 <b>Orders in { $title }</b>
# Headings and buttons of the parts of the list.
lists-orders-all = All
lists-orders-open = ⏳ Open
lists-orders-settled = ✅ Paid
lists-orders-unpaid = ✖️ Not paid
lists-orders-refunded = ↩️ Refunded
lists-orders-donations = 💝 Donations
lists-orders-empty = No orders here yet.
lists-orders-hint = Tap an order to see what happened.
# $filter: one of the headings above. $count: how many orders.
lists-orders-shown = <b>{ $filter }:</b> { $count }
# A line: what an order brought, for what, from which user. $item: a tier or "donation". $state: "✅ paid".
lists-order-line = • <b>{ $amount }</b>, { $item }, { $person }: { $state }, { $time }
# Buttons.
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }, { $item }

## The story of an order, for the owner.

# $order: "$25.00, donation".
lists-story-title = 📜 <b>{ $order }</b> in { $title }
# $state: "✅ paid".
lists-story-state = <b>State:</b> { $state }
# $amount: dollars.
lists-story-created = The order was placed for { $amount }.
lists-story-created-unknown = The order was placed.
# $person: the manager who decided, such as "@olga" or "Bob".
lists-story-decided-accept = { $person } accepted a payment as it is.
lists-story-decided-credit = { $person } counted a payment.
lists-story-decided-refund = { $person } marked a payment as sent back.
lists-story-decided-wait = { $person } chose to wait for a payment.
lists-story-decided = { $person } decided about a payment.
lists-story-decided-nobody = Nobody decided for a week, so I accepted a payment that was slightly short.
# $duration: "1 month", or "unknown".
lists-story-extended = { $duration ->
    [unknown] The buyer got more time.
    [for_ever] The buyer got access for ever.
   *[other] The buyer got { $duration } of access.
}
lists-story-link-made = I made an invite link for the buyer.
lists-story-link-used = The link was used and is closed.
lists-story-link-closed = The link was closed.
lists-story-approved = The buyer joined.
lists-story-removed = I removed the buyer.
lists-story-left = The buyer had already left when the access ended.
lists-story-cancelled = The buyer cancelled the order.
lists-story-set-aside = The buyer placed another order instead. You decide about the money.
lists-story-reopened = The buyer reopened the order.
lists-story-confirmed = The donor confirmed the amount.
# $topic: what the message was about: a word in brackets, or another one that isn't listed.
lists-story-told = { $topic ->
    [pay_now] I sent the buyer the invoice.
    [choose_payment] I asked the buyer how to pay.
    [stars_refused] I told the buyer that there is no invoice in Stars.
    [invoice_delayed] I told the buyer that the invoice takes longer.
    [invoice_refused] I told the buyer that there is no invoice.
    [case_waiting] I told the buyer that you haven't decided yet.
    [case_accepted] I told the buyer that the payment was accepted.
    [rest_refused] I wrote to the buyer about the missing rest.
    [payment_news] I wrote to the buyer about the payment.
    [thanks] I thanked the buyer.
    [access] I sent the buyer the invite link.
    [access_delayed] I told the buyer that the invite link takes longer.
    [access_ended] I told the buyer that the access has ended.
   *[other] I wrote to the buyer.
}
lists-story-not-told = { $topic ->
    [pay_now] I couldn't send the buyer the invoice.
    [choose_payment] I couldn't ask the buyer how to pay.
    [stars_refused] I couldn't tell the buyer that there is no invoice in Stars.
    [invoice_delayed] I couldn't tell the buyer that the invoice takes longer.
    [invoice_refused] I couldn't tell the buyer that there is no invoice.
    [case_waiting] I couldn't tell the buyer that you haven't decided yet.
    [case_accepted] I couldn't tell the buyer that the payment was accepted.
    [rest_refused] I couldn't write to the buyer about the missing rest.
    [payment_news] I couldn't write to the buyer about the payment.
    [thanks] I couldn't thank the buyer.
    [access] I couldn't send the buyer the invite link.
    [access_delayed] I couldn't tell the buyer that the invite link takes longer.
    [access_ended] I couldn't tell the buyer that the access has ended.
   *[other] I couldn't write to the buyer.
}
lists-story-told-owner = I wrote to the owner.
lists-story-not-told-owner = I couldn't write to the owner.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = Today
lists-last-7-days = Last 7 days
lists-last-30-days = Last 30 days
lists-revenue = Revenue
# $gross: what came in before refunds.
lists-gross = Gross: { $gross }
lists-sent-back = ↩️ Sent back: { $count }, { $amount }
# One line. $period: "Today". $net: what is left after refunds.
lists-period = { $period }: { $net }
lists-period-gross = { $period }: { $net } (gross { $gross }, sent back { $amount })
# The same as a heading. $of: "Today", or lists-revenue.
lists-net = <b>{ $of }: { $net }</b>
# Income by one tier or coin. $of: "Gold (1 month)", or "TRX".
lists-tally = { $of }: { $amount }
lists-sales = { $count ->
    [one] { $count } sale: { $amount }
   *[other] { $count } sales: { $amount }
}
lists-gifts = { $count ->
    [one] { $count } donation: { $amount }
   *[other] { $count } donations: { $amount }
}
# Payments that the owner counted although something was odd about them.
lists-counted = { $count ->
    [one] { $count } odd payment counted: { $amount }
   *[other] { $count } odd payments counted: { $amount }
}
# Beside tiers and their income.
lists-donations = Donations
# Beside coins and their income.
lists-unknown-coin = Unknown coin
# The end of a list of tiers or coins.
lists-more = and { $count } more: { $amount }
lists-change = 👥 New: { $new } · Renewed: { $renewed } · Lost: { $lost }
# How many of those with access have it for ever.
lists-active-for-ever = ♾ <b>For ever:</b> { $count }
# Part of the sales: access that never ends.
lists-for-ever-sold = ♾ Sold for ever: { $count }, { $amount }
# The figures may be some minutes old.
lists-as-of = 🕒 As of { $time }
# $zone: the time zone, such as Europe/Berlin.
lists-zone = Days begin at midnight in { $zone }.
lists-tables-hint = The buttons send you all orders, payments or members as a table (CSV).
lists-table-orders = 🧾 Orders (CSV)
lists-table-payments = 💳 Payments (CSV)
lists-table-members = 👥 Members (CSV)
# Below the file.
lists-file-payments = 💳 <b>Payments in { $title }</b>
lists-file-rows = { $count ->
    [one] { $count } row, the newest first.
   *[other] { $count } rows, the newest first.
}
lists-file-cut = There are more. Only the newest fit into one file.
# Below the table of members, which is not in the sequence of time.
lists-file-rows-members = { $count ->
    [one] { $count } row.
   *[other] { $count } rows, the highest Telegram IDs first.
}
lists-file-cut-members = There are more. Only those with the highest Telegram IDs fit into one file.

## The picture of a channel's figures, under the sum in large digits.

lists-chart-revenue = { $days ->
    [one] Revenue after refunds, { $days } day
   *[other] Revenue after refunds, { $days } days
}
# $new: who joined in this time. $lost: whose access ended.
lists-chart-members = { $active ->
    [one] { $active } member: { $new } new, { $lost } lost
   *[other] { $active } members: { $new } new, { $lost } lost
}

## The daily digest.

lists-digest-title = 📊 <b>Daily digest for { $title }</b>
lists-digest-time = { $from } – { $until }
lists-digest-sales = { $count ->
    [0] <b>Subscriptions:</b> none
   *[other] <b>Subscriptions:</b> { $count }, { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>Donations:</b> none
   *[other] <b>Donations:</b> { $count }, { $amount }
}
lists-digest-counted = <b>Odd payments counted:</b> { $count }, { $amount }
# Part of the subscriptions: access that never ends.
lists-digest-for-ever = ♾ <b>Sold for ever:</b> { $count }, { $amount }
lists-digest-refunds = <b>Refunds:</b> { $count }
lists-digest-joined = <b>New members:</b> { $count }
lists-digest-lost = <b>Lost members:</b> { $count }
# Members who didn't renew in time. $names: the first of them, such as "@dana, @bob, and 6 more".
lists-digest-lapsed = <b>Didn't renew:</b> { $count } – { $names }
lists-digest-removed = <b>Removed:</b> { $count } – { $names }
# Users without access whose request to join was declined.
lists-digest-turned-away = <b>Turned away:</b> { $count } – { $names }
# The end of such names. $count is a number, so your plural forms may choose by it.
lists-digest-more = { $count } more
lists-digest-cases = ⚠️ <b>Needs your decision:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>Log for { $title }</b>
lists-log-order = Newest first.
lists-log-empty = Nothing has been done yet.
# $act: one of the entries below, such as "@olga gave days".
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « Newer
lists-log-older = Older »
# Instead of a person.
lists-log-bot = The bot
lists-log-channel-set-up = { $by } set up the offer
lists-log-private-channel-changed = { $by } chose another private channel or group
lists-log-public-channel-changed = { $by } chose another public channel
lists-log-tier-added = { $by } added a tier
lists-log-tier-changed = { $by } changed a tier
lists-log-tier-removed = { $by } removed a tier
lists-log-removals-set = { $by } changed what happens to members who don't renew
lists-log-administrator-invited = { $by } invited someone to the team
lists-log-administrator-added = { $by } accepted an invitation to the team
lists-log-administrator-removed = { $by } ended a role
lists-log-role-changed = { $by } changed a role
lists-log-ownership-transferred = { $by } handed over the offer
lists-log-ownership-claimed = { $by } claimed the offer as the creator of its chat
lists-log-notifications-changed = { $by } changed the notifications
lists-log-notification-tried = { $by } tested a notification
lists-log-missed-sent-again = { $by } had missed notifications sent again
lists-log-posts-published = { $by } published the posts
lists-log-posts-scheduled = { $by } scheduled daily posts
lists-log-posts-unscheduled = { $by } stopped the daily posts
lists-log-posts-refreshed = { $by } updated the posts
lists-log-posts-removed = { $by } removed the posts
lists-log-post-switched = { $by } switched a post on or off
lists-log-table-exported = { $by } exported a table
lists-log-channel-paused = { $by } paused sales
lists-log-channel-resumed = { $by } resumed sales
lists-log-setting-changed = { $by } changed a setting
lists-log-access-granted = { $by } gave days
lists-log-access-revoked = { $by } ended an access
lists-log-renewal-ended = { $by } stopped a renewal
lists-log-banned = { $by } banned a user
lists-log-unbanned = { $by } lifted a ban
lists-log-ban-failed = { $by } couldn't ban a user in Telegram yet
lists-log-ban-given-up = { $by } gave up a ban, because Telegram doesn't ban administrators
lists-log-order-set-aside = { $by } placed another order and left a part payment to the owner
lists-log-case-accept = { $by } accepted a payment as it was
lists-log-case-credit = { $by } counted a payment
lists-log-case-refund = { $by } marked a payment as sent back
lists-log-case-wait = { $by } chose to wait for a payment
lists-log-protection-ended = { $by } allowed the removal of a member who joined before the bot
lists-log-brake-released = { $by } let removals go on for an hour
lists-log-removals-stopped = { $by } switched off removals
lists-log-join-approved = { $by } let a member in
lists-log-join-declined = { $by } declined a request to join
lists-log-join-refusal-said = { $by } explained why a link doesn't work
lists-log-left = { $by } noticed that a member had left
lists-log-removed = { $by } removed a member whose access had ended
lists-log-removal-dry-run = { $by } would have removed a member, but removals are off
lists-log-removal-failed = { $by } couldn't remove a member
lists-log-removal-undone = { $by } sent a link to a member who had been removed by mistake
lists-log-place-opened = { $by } added a chat to the offer
lists-log-place-closed = { $by } removed a chat from the offer
lists-log-takeover-confirmed = { $by } took over a list of members
lists-log-takeover-undone = { $by } undid a list of members
lists-log-access-listed = { $by } set access by a list
lists-log-access-unlisted = { $by } took back what a list gave
lists-log-member-kept = { $by } kept a member whose access had ended, because they joined before paying
# $act: the name of an act of a newer version.
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = { $from } → { $to }
lists-detail-to = → { $to }
# $to: a date and time.
lists-detail-until = until { $to }
# $cause: why a member was removed. Keep the words in brackets.
lists-detail-cause = { $cause ->
    [expired] not renewed
    [refunded] the money was sent back
    [ended_by_owner] the owner ended the access
    [banned] banned
   *[other] { $cause }
}
lists-detail-reason = reason: { $reason }
# $tier: its number in the list of tiers.
lists-detail-tier = tier { $tier }
# $payment: its number at NOWPayments.
lists-detail-payment = payment { $payment }
# $hour: "09:00".
lists-detail-hour = at { $hour }
# $place: the title of a channel or group.
lists-detail-place = in “{ $place }”
# $setting: the name of a setting. Keep the words in brackets.
lists-detail-setting = { $setting ->
    [title] name
    [description] description
    [donation_message] donation message
    [time_zone] time zone
    [grace_hours] grace period
    [tolerance_percent] accepted underpayment
    [listed] public list
    [name] name
    [price_cents] price
    [price_stars] price in Stars
    [donation_stars] donations in Stars
    [days] length
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] owner
    [manager] manager
    [read_only] viewer
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] removals on
    [dry_run] trial run
    [off] removals off
   *[other] { $removals }
}
# Where news goes, and how often.
lists-detail-news = { $news ->
    [on] on
    [off] off
    [here] to this person
    [owner] to the owner
    [each] each sale
    [digest] a daily digest
    [both] each sale and a daily digest
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] offer
    [donate] donation button
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] orders
    [payments] payments
    [members] members
   *[other] { $table }
}
# A detail of a newer version.
lists-detail-other = { $name }: { $value }
