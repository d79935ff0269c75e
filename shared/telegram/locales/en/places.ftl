### The chats of a channel: the private one that is sold, the public one with the posts, and the one that gets sales news.

# Telegram's names of three rights. Say them as Telegram does in your language.
places-right-invite = “Invite Users via Link”
places-right-ban = “Ban Users”
places-right-post = “Post Messages”
# A right that has no name of ours. $right: Telegram's technical name.
places-right-other = “{ $right }”

# How a chat is called in a sentence, by its title or its number.
places-chat = “{ $title }”
places-chat-unnamed = chat { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>I'm not an administrator of the private channel “{ $chat }”</b>
    [group] 🚨 <b>I'm not an administrator of the private group “{ $chat }”</b>
    [extra] 🚨 <b>I'm not an administrator of “{ $chat }”</b>
   *[public] 🚨 <b>I'm not an administrator of the public channel “{ $chat }”</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>I need { $rights } in the private channel “{ $chat }”</b>
    [group] 🚨 <b>I need { $rights } in the private group “{ $chat }”</b>
    [extra] 🚨 <b>I need { $rights } in “{ $chat }”</b>
   *[public] 🚨 <b>I need { $rights } in the public channel “{ $chat }”</b>
}
places-no-posts = I can't post or update your offer there. Sales go on.
places-no-entry = I can't let anyone in, so nothing is on sale. Once I can, everyone who has paid gets in.
places-no-entry-extra = I can't let anyone in there. Once I can, everyone who has paid gets in. Sales go on.
places-no-removals = I can't remove members when their access ends. Sales go on.
places-add-me = { $kind ->
    [supergroup] Open the group, tap its name, then Edit → Administrators → Add Admin, and choose me.
   *[channel] Open the channel, tap its name, then Administrators → Add Administrator, and choose me.
}
places-switch-on = { $kind ->
    [supergroup] Open the group, tap its name, then Edit → Administrators, choose me and switch on { $rights }.
   *[channel] Open the channel, tap its name, then Administrators, choose me and switch on { $rights }.
}

places-works = { $use ->
    [private] ✅ <b>Everything works again in the private channel “{ $chat }”</b>
    [group] ✅ <b>Everything works again in the private group “{ $chat }”</b>
    [extra] ✅ <b>Everything works again in “{ $chat }”</b>
   *[public] ✅ <b>Everything works again in the public channel “{ $chat }”</b>
}
places-works-means = { $use ->
    [private] I can let people in and remove them. Anyone who has paid gets in now.
    [extra] I can let people in and remove them. Anyone who has paid gets in now.
   *[public] I can post your offer there.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>Telegram can't find the private channel “{ $chat }”</b>
    [group] 🚨 <b>Telegram can't find the private group “{ $chat }”</b>
    [extra] 🚨 <b>Telegram can't find “{ $chat }”</b>
   *[public] 🚨 <b>Telegram can't find the public channel “{ $chat }”</b>
}
places-gone-means = { $use ->
    [private] It was deleted, or I was never in it. Nothing is on sale, and I no longer let people in or remove them.
    [group] It was deleted, or I was never in it. Nothing is on sale, and I no longer let people in or remove them.
    [extra] It was deleted, or I was never in it. I no longer let people in or remove them there. Sales go on.
   *[public] It was deleted, or I was never in it, so your offer isn't posted. Sales go on.
}
places-gone-nobody = Nobody has days left.
places-gone-people = { $count ->
    [one] { $count } subscriber has days left:
   *[other] { $count } subscribers have days left:
}
# $time: the end of their access.
places-gone-person = { $time ->
    [for_ever] • { $person }: for ever
   *[other] • { $person }: until { $time }
}
# How many more there are than the list shows.
places-gone-more = and { $count } more
# $button: the label of offerplaces-button.
places-gone-next = { $use ->
    [private] Choose another private channel, and I'll send everyone with days left a link to it. Or pause sales and return the money.
    [group] Choose another private group or channel, and I'll send everyone with days left a link to it. Or pause sales and return the money.
    [extra] Tap { $button } to take it away, or to add another one.
   *[public] Choose another public channel, or none.
}
places-choose-another = 📣 Choose another

## The same in one line, on the channel's page. $chat: the title of another place than the private channel.

places-line-gone = { $use ->
    [private] 🚨 The private channel is gone. See ⚙️ Settings.
    [group] 🚨 The private group is gone. See ⚙️ Settings.
    [extra] 🚨 Telegram can't find “{ $chat }”.
   *[public] 🚨 The public channel is gone. See ⚙️ Settings.
}
places-line-absent = { $use ->
    [private] 🚨 I'm not an administrator of the private channel.
    [group] 🚨 I'm not an administrator of the private group.
    [extra] 🚨 I'm not an administrator of “{ $chat }”.
   *[public] 🚨 I'm not an administrator of the public channel.
}
places-line-lacking = { $use ->
    [private] 🚨 I need { $rights } in the private channel.
    [group] 🚨 I need { $rights } in the private group.
    [extra] 🚨 I need { $rights } in “{ $chat }”.
   *[public] 🚨 I need { $rights } in the public channel.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>I can't deliver sales news to { $chat }</b>
# $reason: usually in Telegram's own words.
places-unreachable-reason = <b>Reason:</b> { $reason }
places-unreachable-not-started = They need to open me and tap START.
places-unreachable-blocked = They need to unblock me.
places-unreachable-gone = It no longer exists. Choose another chat for your news.
places-unreachable-no-right = Add me there again if I was removed, let me write, and reopen its topic if it's closed. Or choose another chat for your news.
places-unreachable-kept = I keep what was missed and send it once the chat works again. 🔔 Notifications lists it and can send it now.

## A channel that changed its owner and opens chats that offers of another owner open, too.

# $title: the channel.
places-shared = 🔗 <b>{ $title } has a new owner and shares chats with another one</b>
# $chat: the title of a chat. $other: the other owner's channel.
places-shared-chat = • “{ $chat }”, which { $other } opens, too
places-shared-next = Nobody loses access: each chat stays open to the members of both. To end that, one of you takes the chat out of their offer. The operator of this bot can do it, too.

## A main place that is a group, and the discussion group of a channel.

places-linked-group = ⚠️ This group is the discussion group of a channel. Everyone in that channel can open it without paying. Unlink it in Telegram, or sell the channel.
