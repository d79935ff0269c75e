### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 Chats

## The list.

offerplaces-title = 🚪 <b>Chats of { $title }</b>
offerplaces-about = Everyone who has access gets into each of them.
# $count: people, or "1,000+".
offerplaces-people = <b>With access now:</b> { $count }
# $count: people.
offerplaces-cut = The numbers below are about the { $count } people whose access ends last.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: main channel
    [main_group] 👥 <b>{ $chat }</b>: main group
    [discussion] 💬 <b>{ $chat }</b>: discussion group
    [group] 👥 <b>{ $chat }</b>: group
   *[channel] 📣 <b>{ $chat }</b>: channel
}
# $inside, $waiting: people.
offerplaces-counts = <b>In:</b> { $inside } · <b>Not in yet:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ Sending links: { $done } of { $total }
offerplaces-closing = ⏳ Taking access away: { $done } of { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 Something is missing there. Tap it to see what.
# A button.
offerplaces-add = ➕ Add a chat
# $count: chats.
offerplaces-full = You have { $count } chats, which is the most. To add another, take one away.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ People who lose access can still read and write in the discussion group “{ $chat }”. I don't look after it yet.
offerplaces-linked-unnamed = ⚠️ People who lose access can still read and write in your channel's discussion group. I don't look after it yet.
offerplaces-include = 💬 Include the group
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = To include it, tap { $button } on the channel's page once it's on sale.
offerplaces-unlinked = ⚠️ “{ $chat }” is no longer the discussion group of your channel. It stays in your offer until you take it away.

## One chat.

offerplaces-main-stays = This is what you sell, so you can't take it away. To sell another one, tap ⚙️ Settings and choose it there. To stop selling, pause sales.
offerplaces-take-away = 🗑 Take it away

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>Add a chat to { $title }</b>
offerplaces-choose-ask = Pick a private channel or a private group. I need { $rights } there, and so do you.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>Add the group “{ $chat }” to { $title }?</b>
   *[channel] 📣 <b>Add the channel “{ $chat }” to { $title }?</b>
}
offerplaces-open-touches = { $count ->
    [0] Nobody has access right now, so I send no links.
    [one] This lets { $count } person in: they get a link of their own.
   *[other] This lets { $count } people in: they each get a link of their own.
}
# How long it takes.
offerplaces-minutes = { $minutes ->
    [one] That takes about { $minutes } minute.
   *[other] That takes about { $minutes } minutes.
}
offerplaces-open-later = Everyone who buys access later gets in, too. When someone's access ends, I remove them there. I never remove administrators.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>Take the group “{ $chat }” away from { $title }?</b>
   *[channel] 🗑 <b>Take the channel “{ $chat }” away from { $title }?</b>
}
offerplaces-close-touches = { $count ->
    [0] Nobody has to leave it.
    [one] It touches { $count } person: I remove them if they are in, and close their link if they aren't.
   *[other] It touches { $count } people: I remove those who are in, and close the links of the others.
}
offerplaces-close-stays = Administrators stay, and so does everyone who has access to it by another offer of yours. Your other chats stay as they are.
offerplaces-yes-open = ✅ Yes, add it
offerplaces-yes-close = 🗑 Yes, take away
offerplaces-no = ✕ No

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>Letting people into the group “{ $chat }”</b>
   *[channel] 📣 <b>Letting people into the channel “{ $chat }”</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>Removing people from the group “{ $chat }”</b>
   *[channel] 🗑 <b>Removing people from the channel “{ $chat }”</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>Links sent:</b> { $done } of { $total }
offerplaces-removed = <b>Done:</b> { $done } of { $total }
offerplaces-done-open = ✅ <b>Everyone with access has a link to “{ $chat }”</b>
offerplaces-done-close = ✅ <b>“{ $chat }” no longer belongs to { $title }</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = Added. If anyone has access now, I send them their link and tell you when that's done.
offerplaces-closed = Taken away. If anyone has to leave, I remove them there and tell you when that's done.
offerplaces-has-it = That chat is in your offer already.
offerplaces-posts = Offers are posted in that channel for everyone, so nobody would pay for it. Choose a private channel or group.
offerplaces-other-owner = Someone else sells access to that chat here. Choose another one.
offerplaces-discussion-without-bot = I'm not an administrator of the discussion group. Tap Add to group, choose it and leave the rights on. Then tap Check again.
# $max: chats.
offerplaces-too-many = You have { $max } chats, which is the most. Take one away first.
offerplaces-not-there = That chat isn't in your offer any more.
offerplaces-asked-again = Your yes came too late, or something has changed since. This is how it is now.
