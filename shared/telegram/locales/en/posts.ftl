### The page about the posts in a channel's public channel. The posts themselves are in the rooms of what they sell.

posts-title = 📌 <b>Posts for { $title }</b>
posts-no-channel = ⚠️ You have no public channel to post in yet. Choose one in ⚙️ Settings.
posts-channel-paused = ⏸ Sales are paused. I post nothing until you resume.
# $post: "offer" (what is sold) or "donate" (a button for donations).
posts-absent = { $post ->
    [donate] <b>Donate button:</b> not posted
   *[offer] <b>Offer:</b> not posted
}
# $place: the next message, as a link to the post. $since: a moment.
posts-live = { $post ->
    [donate] <b>Donate button:</b> { $place } since { $since }
   *[offer] <b>Offer:</b> { $place } since { $since }
}
posts-live-place = in the channel
posts-pending = ⏳ Posting now
# $why: a sentence.
posts-last-failed = ❌ The last one wasn't posted. { $why }
posts-every-day = <b>Daily posts:</b> at { $hour } ({ $timeZone })
posts-every-day-never = <b>Daily posts:</b> off

# Buttons: three words at most.
posts-button-offer = Offer
posts-button-donate = Donate button
posts-button-publish = 📤 Publish now
posts-button-hour = 🕘 Daily at { $hour }
posts-button-no-hour = 🕘 Daily posts: off
posts-button-refresh = 🔁 Update posts
posts-button-remove = 🗑 Delete posts
posts-button-see = 👀 See post

## The hour of the daily posts.

posts-hours-title = 🕘 <b>Daily posts for { $title }</b>
posts-hours-ask = When should I post? I delete the old posts then. The time zone is { $timeZone }.
posts-hours-never = Never

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: the donate button wasn't posted</b>
   *[offer] ❌ <b>{ $title }: the offer wasn't posted</b>
}
posts-no-right = I'm not allowed to post there. Make me an admin with the right to post messages.
posts-not-there = I'm not in that channel. Add me as an admin.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: the donate button may be posted twice</b>
   *[offer] ⚠️ <b>{ $title }: the offer may be posted twice</b>
}
posts-doubted-how = Telegram didn't answer when I posted it, so I posted it again. If there's a second one a little above, please delete it. I can't tell it from other posts.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = The preview follows as a separate message.
posts-coming = I'm posting now.
posts-refreshing = I'm updating the posts.
posts-removing = I'm deleting the posts.
posts-unscheduled = Daily posts are off.
posts-scheduled = I'll post every day at { $hour } ({ $timeZone }).
posts-paused = Sales are paused. I post nothing until you resume.
posts-no-public-channel = You have no public channel to post in yet. Choose one in ⚙️ Settings.
posts-nothing = Nothing to post. Switch a post on, or add a tier to your offer.
posts-not-on-sale = Nothing is on sale, because I can't let anyone in. The first page of what you sell says what's missing.
posts-too-soon = I posted a moment ago. You can post again in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
