### Setting up a channel: a page for each question, and what leads there.

## Offers to set up.

# The names of channels and groups follow, one a line.
setup-offered = 🆕 <b>I was added to:</b>
setup-offered-ask = Do you want to sell access or take donations? It takes five minutes, all of it here.
setup-offered-yes = 🛠 Set it up
setup-offered-no = 🕓 Not now
setup-groups-never = 👥 Only people chosen by the operator of this bot can sell access here. You can remove me from the group.
# The bot was added to a group that can't be sold yet. $title: the group's name.
setup-group-added = 👥 <b>I was added to { $title }</b>
setup-group-basic = It's a basic group, and I can only sell access to a supergroup. Telegram makes it one: open the group → Edit → Chat History for New Members → Visible. Then send /setup.
# $rights: names of rights.
setup-group-not-administrator = To sell access to it, make me an administrator there. I need { $rights }. Otherwise there's nothing to do: I stay silent in the group.
setup-group-promote = ➕ Make me admin
setup-add-to-channel = ➕ Add to channel
setup-add-to-group = ➕ Add to group

## Who may set up, and a channel that its creator takes back.

setup-closed = Only people chosen by the operator of this bot can set up channels and groups here.
# $id: the reader's number at Telegram.
setup-closed-id = To be added, send the operator your Telegram ID: <code>{ $id }</code>
setup-claimable = 🔑 Someone else set up a channel or group that you created. You can claim it back.
# A button. $title: the channel's name.
setup-claim = 🔑 Claim { $title }
# $person: who has set it up.
setup-claim-asked = 🔑 <b>Claim { $title }?</b>

    { $person } set it up here. You created its chat in Telegram, so you can claim it with its members, settings and sales. They lose their role, and I tell them.
setup-claim-yes = 🔑 Yes, claim it
setup-claim-no = ✕ No

## What the pages share.

setup-heading = 🛠 <b>Setting up { $title }</b>
setup-heading-unnamed = 🛠 <b>Setting up what you sell</b>
# Buttons. $text: the current value.
setup-keep = 👌 Keep “{ $text }”
setup-leave-empty = 🗑 Leave empty
setup-skip = ⏭ Skip
setup-now = <b>Now:</b> { $text }

## The chats. $invite, $ban, $post: Telegram's names of rights, in quotes. $kind: supergroup or channel.

setup-private = <b>Which private channel or group do you sell?</b>
    I let buyers in and remove them when their access ends. I need two rights there: { $invite } and { $ban }.
setup-private-none = Add me as an admin to your private channel or group first.
setup-private-choose = Choose it, or add me to another one.
setup-public = <b>Do you have a public channel, too?</b>
    I post what you sell there, so everyone can see it. I need { $post } there. Without one, you share your link yourself.
# Buttons. $title: the name of a channel or a group.
setup-chat = { $kind ->
    [supergroup] 👥 { $title }
   *[channel] 📣 { $title }
}
setup-public-none = 🚫 None
# Buttons on the page, and the button below the text field that opens Telegram's own list of channels or of groups.
setup-pick = 📣 Pick a channel
setup-pick-group = 👥 Pick a group
# $button: the label of setup-pick or setup-pick-group.
setup-picker = 👇 <b>Tap “{ $button }” below the text field.</b>
    { $kind ->
        [supergroup] Telegram lists your groups and gives me the rights I need in the one you pick.
       *[channel] Telegram lists your channels and gives me the rights I need in the one you pick.
    }
# $title: the channel or group that was picked.
setup-picked = 👌 You picked { $title }.
# Sent when the question was answered in another way, so the button below the text field disappears.
setup-picker-closed = ⌨️ That question is closed, so I removed its button.

## The texts.

setup-title = <b>What is it called?</b>
    { $kind ->
        [supergroup] Buyers see this name in the list, on their invoice and in every message. Type it, or keep the group's name.
       *[channel] Buyers see this name in the list, on their invoice and in every message. Type it, or keep the channel's name.
    }
setup-description = <b>What do buyers get?</b>
    A few sentences, shown above the prices. Type them here.
setup-donation = <b>What do you want to tell donors?</b>
    They read it above the keypad. Type it, or skip it.

## The tiers.

setup-tiers = <b>What does access cost?</b>
setup-tiers-first = Add a tier: a name, a price and how long it lasts. You can have up to { $max }.
setup-tiers-remove = Tap a tier to remove it.
# A button that removes a tier. $duration: "1 month".
setup-tier-remove = 🗑 { $tier } · { $price } · { $duration }
setup-tier-add = ➕ Add a tier
setup-donations-only = 💝 Donations only
setup-tiers-done = ✅ Done
setup-tier-name = <b>What is this tier called?</b>
    For example “Gold”. Type it, or tap one.
# Names of tiers on buttons, which an owner can choose. What is tapped becomes the name that buyers see.
setup-tier-basic = Basic
setup-tier-gold = Gold
setup-tier-vip = VIP
# $least: the least amount that any coin can pay today.
setup-tier-price = <b>What does “{ $tier }” cost, in US dollars?</b>
    Type it, from { $least }, like 29.99. Or tap one.
setup-tier-days = <b>How many days does “{ $tier }” last?</b>
    Type the number, or tap one.

## The rest.

setup-notifications = <b>Do you want a message for each sale?</b>
    Here, in this chat. You can change it any time.
setup-notifications-on = 🔔 Yes, here
setup-notifications-off = 🔕 No
# $max: hours.
setup-grace = <b>How long can members stay after their access ends?</b>
    This is the grace period. Type a number of hours, up to { $max }, or tap one.
setup-grace-hours = { $count ->
    [0] Not at all
    [one] { $count } hour
   *[other] { $count } hours
}
# $max: percent.
setup-tolerance = <b>How much of a price may be missing?</b>
    Prices of coins move and wallets take fees, so a payment can be slightly short. Type a percentage, up to { $max }, or tap one.
setup-percent = { $count }%

## The last page, with everything that was chosen.

setup-review = <b>Is this right?</b>
setup-review-private = { $kind ->
    [supergroup] <b>Private group:</b> { $title }
   *[channel] <b>Private channel:</b> { $title }
}
setup-review-public = <b>Public channel:</b> { $title }
setup-review-title = <b>Name:</b> { $title }
setup-review-description = <b>Description:</b> { $text }
setup-review-no-tiers = <b>Tiers:</b> none, donations only
setup-review-donation = <b>Message to donors:</b> { $text }
setup-review-notifications = { $state ->
    [on] <b>Sales news:</b> here
   *[off] <b>Sales news:</b> off
}
setup-review-grace = { $hours ->
    [0] <b>Grace period:</b> none
    [one] <b>Grace period:</b> { $hours } hour
   *[other] <b>Grace period:</b> { $hours } hours
}
setup-start = ✅ Start selling

## Answers: above a page, or to a tap. Plain text.

setup-ended = This set-up has ended. Send /channels to see your offers, or /setup to start another.
setup-changed = This has changed. Send /setup to see it as it is now.
setup-cancelled = Cancelled. Nothing is on sale, and I forgot what you entered. Send /setup to start again.
setup-postponed = All right. Send /setup whenever you like.
setup-nothing-to-type = There's nothing to type here. Tap one of the buttons.
setup-on-sale = It's on sale. Share the links below. /channels brings you back here.
setup-private-missing = Tap « Back and choose what you sell.
setup-private-just-taken = Someone else just put it on sale. Tap « Back and choose another one.
setup-public-just-sold = Someone sells access to your public channel now, so I can't post there. Tap « Back and choose another one.
setup-not-claimable = Only its creator in Telegram can claim this here. Send /setup to see yours.
setup-claimed = This offer is yours now. Its former owner no longer has a role here. I told them.
setup-claimed-without-posts = This offer is yours now. Its former owner no longer has a role here. You can't post in its public channel, so I no longer do. Choose another one in ⚙️ Settings.
setup-claimed-from-you = “{ $title }” is no longer yours here. Its creator in Telegram claimed it. You no longer get news about its sales.
setup-choose-among-yours = I no longer see that one among yours. Choose one of these.
setup-not-among-yours = I no longer see that one among yours. Make sure that you and I are administrators there.
setup-sold-already = It's already part of an offer here. Choose another one.
# The names are those of Telegram's own menus.
setup-basic-group = That's a basic group, and I can only sell access to a supergroup. Telegram makes it one: open the group → Edit → Chat History for New Members → Visible. Then tap Check again.
setup-group-not-posted = I only post in channels, not in groups. Choose a channel, or none.
setup-private-inhabited = You can't change what you sell while anyone has access or is still in it. Pause sales, and come back when the last member has left.
setup-private-changed = It's on sale now.
setup-public-changed = I post there from now on, and remove my posts elsewhere.
setup-public-dropped = I no longer post anywhere, and remove my posts.
# $kind: supergroup, channel, or unknown if Telegram doesn't tell.
setup-bot-not-administrator = { $kind ->
    [supergroup] I'm not an administrator of “{ $title }”. Open the group, tap its name, then Edit → Administrators → Add Admin, choose me, then tap Check again.
    [channel] I'm not an administrator of “{ $title }”. Open the channel, tap its name, then Administrators → Add Administrator, choose me, then tap Check again.
   *[unknown] I'm not an administrator of “{ $title }”. Open it, tap its name, then Administrators (in a group: Edit → Administrators). Add me there, then tap Check again.
}
setup-user-not-administrator = Telegram says you aren't an administrator of “{ $title }”. Ask its creator to make you one, then tap Check again.
# $rights: one or more names of rights.
setup-own-rights-missing = You need { $rights } in “{ $title }”. I only do what Telegram lets you do yourself. Ask its creator for that, then tap Check again.
# $name: the public @name. $kind: supergroup or channel.
setup-chat-is-public = { $kind ->
    [supergroup] Anyone can join “{ $title }” through { $name }, so nobody has to pay. Make it private: open the group → Edit → Group Type → Private Group. Then tap Check again. Or choose another one.
   *[channel] Anyone can join “{ $title }” through { $name }, so nobody has to pay. Make it private: open the channel → Edit → Channel Type → Private Channel. Then tap Check again. Or choose another one.
}
setup-rights-missing = { $kind ->
    [supergroup] I still need { $rights } in “{ $title }”. Open the group, tap its name, then Edit → Administrators → me, switch that on, then tap Check again.
   *[channel] I still need { $rights } in “{ $title }”. Open the channel, tap its name, then Administrators → me, switch that on, then tap Check again.
}
