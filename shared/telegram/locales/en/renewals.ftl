### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>Your access to { $title } renews by itself every 30 days for { $stars }.</b>
renewals-begun-how = The next payment is due on { $end }. To stop it, open Settings › My Stars in Telegram, or /mysubs here.
renewals-resumed = 🔁 <b>Your access to { $title } renews by itself again.</b>
renewals-resumed-how = { $end ->
    [over] The next payment of { $stars } is due now.
   *[other] The next payment of { $stars } is due on { $end }.
}
renewals-canceled = ✋ <b>Your access to { $title } no longer renews by itself.</b>
renewals-by-owner = ✋ <b>The owner of { $title } stopped your renewal.</b>
renewals-stays = { $end ->
    [over] Nothing more is charged.
    [for_ever] Nothing more is charged. You have access for ever.
   *[other] Nothing more is charged. You have access until { $end }.
}
renewals-failed = ⚠️ <b>Telegram couldn't charge { $stars } to renew { $title }.</b>
renewals-failed-how = { $until ->
    [over] Nothing was charged. Add Stars in Telegram's Settings › My Stars, or renew here.
   *[other] Nothing was charged. Add Stars in Telegram's Settings › My Stars, or renew here. You can stay until { $until }.
}
# A question, and its two buttons.
renewals-question = ✋ <b>Stop the renewal of { $title }?</b>
renewals-question-how = { $end ->
    [over] Only a new purchase can make it renew again.
    [for_ever] You keep your access for ever.
   *[other] You keep your access until { $end }. Only a new purchase can make it renew again.
}
renewals-stop = ✋ Stop renewal
renewals-keep = ↩️ Keep renewing
# Toasts.
renewals-stopping = Stopping it. I'll message you when it's done.
renewals-nothing = It doesn't renew by itself.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 Renews by itself for { $stars }.
renewals-off = ✋ Doesn't renew by itself.
renewals-last-failed = ⚠️ The last renewal failed.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person } couldn't pay { $stars } to renew { $title }.</b>
renewals-owner-failed-how = { $until ->
    [over] I've told them how to renew.
   *[other] I've told them how to renew. They can stay until { $until }.
}
renewals-owner-not-ended = 🚨 <b>I can't stop the renewal of { $person } in { $title }.</b>
renewals-owner-not-ended-how = Ask them to stop it in Telegram's Settings › My Stars. You can send back anything that is charged.
renewals-owner-question = ✋ <b>Stop the renewal of { $person } in { $title }?</b>
renewals-owner-question-how = { $end ->
    [over] Nothing more is charged. They can't switch it on again.
    [for_ever] Nothing more is charged, and they keep their access for ever.
   *[other] Nothing more is charged, and they keep their access until { $end }. They can't switch it on again.
}
# An answer to a manager.
renewals-owner-stopping = Stopping it. If Telegram refuses, I'll message the owner.
