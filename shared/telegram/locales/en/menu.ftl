### The list of channels that somebody runs, and a channel's first page.

# A role, where a sentence is filled with it: "You: owner", "📣 Alpha (viewer)".
menu-role = { $role ->
    [owner] owner
    [manager] manager
   *[read_only] viewer
}

## The list of channels.

menu-channels-title = 🗂 <b>Your offers</b>
menu-channels-none = You don't have an offer here yet.
menu-channels-choose = Choose one.
menu-channels-choose-menu = Choose one to change it or to see its sales.
# Buttons. $title: the channel's name. $role: what the reader is there.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ New offer

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ Anyone can join the private group through { $name } without paying. In Telegram, open it → Edit → Group Type → Private Group.
   *[channel] ⚠️ Anyone can join the private channel through { $name } without paying. In Telegram, open it → Edit → Channel Type → Private Channel.
}
menu-public-channel-of = ⚠️ Anyone can get into { $title } through { $name } without paying. In Telegram, open it → Edit, and make it private.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: your private group is public now</b>

        Anyone can join through { $name } without paying. In Telegram, open the group → Edit → Group Type → Private Group.
   *[channel] 🚨 <b>{ $title }: your private channel is public now</b>

        Anyone can join through { $name } without paying. In Telegram, open the channel → Edit → Channel Type → Private Channel.
}

## A channel's first page.

# $role: what the reader is there.
menu-you = You: { $role }
menu-paused = ⏸ <b>Paused.</b> Nothing is on sale.
menu-stopped = ⏸ <b>Not on sale right now.</b> I can't let anyone in.
menu-on-sale = { $tiers ->
    [0] ✅ <b>Taking donations.</b> No tiers.
    [one] ✅ <b>On sale:</b> { $tiers } tier
   *[other] ✅ <b>On sale:</b> { $tiers } tiers
}
# $count: members.
menu-active = <b>With access now:</b> { $count }
menu-link = <b>Link for buyers:</b> { $link }
# $chat: a chat's title in quotes, a @name, or "chat" and a number.
menu-unreachable = ⚠️ I can't deliver sales news to { $chat }. See 🔔 Notifications.

# Buttons.
menu-figures = 📊 Figures
menu-cases = ⚠️ Cases
# $count: payments that need the owner's decision.
menu-cases-waiting = ⚠️ Cases ({ $count })
menu-members = 👥 Members
menu-orders = 🧾 Orders
menu-give-access = 🎁 Give access
menu-posts = 📌 Posts
menu-notifications = 🔔 Notifications
menu-settings = ⚙️ Settings
menu-log = 📓 Log
menu-resume = ▶️ Resume sales
menu-pause = ⏸ Pause sales
menu-my-channels = « My offers

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = You don't run this offer. Send /channels to see yours.
menu-not-allowed = Your role in this offer doesn't allow this. Ask its owner.
menu-member-unknown = I don't know this member. Send /members to see the list.
menu-order-unknown = I can't find this order. Send /orders to see the list.
menu-saved = Saved.
menu-no-such-table = There's no such table.
menu-file-coming = The file is on its way.
menu-too-many-files = { $seconds ->
    [one] That was a lot at once. Try again in { $seconds } second.
   *[other] That was a lot at once. Try again in { $seconds } seconds.
}
