### Who runs a channel with its owner. $title: the channel's name. $role: a role, such as "manager" or "viewer".

team-title = 👥 <b>Your team for { $title }</b>
team-empty = Nobody yet.
team-choose = Tap someone to change what they can do.
team-roles = Managers can do everything except change the team, choose the channels and groups or list this one in /start. Viewers can't change anything.

# Buttons.
team-person = 👤 { $person } ({ $role })
team-add-manager = ➕ Add a manager
team-add-viewer = ➕ Add a viewer
team-make-viewer = 👀 Make a viewer
team-make-manager = 🛠 Make a manager
team-transfer = 🔑 Transfer the offer
team-dismiss = 🗑 Remove from team

team-member = 👤 <b>{ $person }</b> in { $title }: { $role }

## An invitation, to be forwarded.

team-invitation = { $role ->
    [manager] ✉️ <b>Send this link to your new manager:</b>
   *[read_only] ✉️ <b>Send this link to your new viewer:</b>
}
team-invitation-how = { $role ->
    [manager] The first person to open it becomes a manager of { $title }. It works once and expires in a day.
   *[read_only] The first person to open it becomes a viewer of { $title }. It works once and expires in a day.
}
team-forward = ↗️ Forward

## Giving the channel away.

team-transfer-asked = 🔑 <b>Transfer { $title } to { $person }?</b>
team-transfer-id = Their Telegram ID: <code>{ $id }</code>
team-transfer-means = They get everything: its settings, its sales and the news about them. You keep no role, and only they can give it back.
team-transfer-yes = 🔑 Yes, transfer it
team-transfer-no = ✕ No, keep it

## Answers: above a page, or as a message. Plain text.

team-not-on-team = They're no longer on this team.
team-too-many = A team has { $max } people at most. Remove someone first.
team-role-changed = Changed. I told them.
team-removed = Removed from the team. I told them.
team-invitation-over = This invitation was used or has expired. Ask the owner for another one.
team-full = This team already has the maximum number of managers. The owner can remove someone first.
team-invitation-for-another = { $role ->
    [manager] This link is for someone else. Forward it to the new manager of “{ $title }”.
   *[read_only] This link is for someone else. Forward it to the new viewer of “{ $title }”.
}
team-invitation-accepted = { $role ->
    [manager] You're a manager of “{ $title }” now. Send /channels to open it.
   *[read_only] You're a viewer of “{ $title }” now. Send /channels to open it.
}
# $person: a @username or a first name.
team-invitation-taken-up = { $role ->
    [manager] Invitation accepted: { $person } is a manager of “{ $title }” now.
   *[read_only] Invitation accepted: { $person } is a viewer of “{ $title }” now.
}
team-role-given = { $role ->
    [manager] The owner made you a manager of “{ $title }”. Send /channels to open it.
   *[read_only] The owner made you a viewer of “{ $title }”. Send /channels to open it.
}
team-role-taken = You no longer run “{ $title }”. The owner removed your role.
team-heir-not-administrator = They aren't an administrator of the private channel or group. Make them one in Telegram, then tap the button again.
# $right: Telegram's name of a right, in quotes.
team-heir-not-poster = They aren't an administrator of the public channel. Make them one in Telegram with { $right }, then tap the button again.
# $rights: one or more names of rights.
team-heir-lacks-rights = { $use ->
    [public] They need { $rights } in the public channel. Give them that in Telegram, then tap the button again.
   *[private] They need { $rights } in the private channel or group. Give them that in Telegram, then tap the button again.
}
team-channel-received = “{ $title }” is yours now. Its former owner gave it to you. Send /channels to open it.
team-channel-received-without-posts = “{ $title }” is yours now. Its former owner gave it to you. I'm not an administrator of its public channel, so I no longer post there. Choose another one in ⚙️ Settings. Send /channels to open it.
team-channel-given-away = “{ $title }” is no longer yours. You gave it away, so I no longer send you news about its sales.
team-transferred = Done. “{ $title }” has a new owner.
