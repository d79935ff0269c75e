### Messages between a buyer and the owner of a channel, passed on by the bot. A buyer never learns who the owner is.

## Buttons: three words at most, but for the first.

talks-write = ✉️ Write to the owner
talks-answer = ↩️ Answer
talks-write-more = ✉️ Write more
talks-block = 🚫 Block
talks-unblock = ✓ Unblock
# An order to write about.
talks-order-button = ✉️ { $amount }, { $title }

## Before something is written.

talks-which-order = ✉️ <b>Write to the owner</b>
    Which order is it about?
# $shown and $all: how many orders.
talks-orders-left-out = Showing { $shown } of { $all }. For another order, tap 📜 on its message, then ✉️.
talks-question-to-owner = ✉️ <b>Write to the owner of { $title }</b>
# $person: the buyer.
talks-question-to-buyer = ✉️ <b>Answer { $person }</b>
# $most: characters.
talks-how-to-owner = Send your message now: text, up to { $most } characters. The owner sees your name and this order.
# Follows talks-how-to-owner for a donation that hides the name.
talks-how-anonymous = You gave this anonymously. If you write, the owner learns that it was you.
talks-how-to-buyer = Send your message now: text, up to { $most } characters. It comes from “the owner of { $title }”, without your name.

# $order: "Gold (1 month) in Alpha Signals for $9.99". $received: what has arrived so far.
talks-order-line = { $order }: { $state ->
    [paid] paid
    [refunded] refunded
    [decision] needs the owner's decision
    [part] { $received } has arrived
    [pending] payment on its way
    [expired] not paid, invoice expired
    [cancelled] cancelled
    [refused] no invoice could be created
   *[open] not paid yet
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>{ $person } wrote to you</b>
talks-from-owner = ✉️ <b>The owner of { $title } wrote to you</b>
talks-reply-to-buyer = To answer, reply to this message. Your name isn't shown.
talks-reply-to-owner = To answer, reply to this message.

## What becomes of it.

talks-sent-to-owner = ✉️ Sent to the owner of { $title }. Their answer comes here.
talks-sent-to-buyer = ✉️ Sent to { $person }.
# $arrived: no or unknown.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ Your message may not have reached the owner of { $title }. Try again later.
   *[no] ⚠️ Your message didn't reach the owner of { $title }. Try again later.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ Your answer may not have reached { $person }. Try again later.
   *[no] ⚠️ Your answer didn't reach { $person }. Try again later.
}
talks-blocked-owner = 🚫 You blocked messages from the owner of { $title }. I still write to you about your orders.
talks-blocked-buyer = 🚫 You blocked messages from { $person } about { $title }.

## Answers. Plain text, 200 characters at most.

talks-cancelled = Nothing was sent.
talks-unblocked = Unblocked. They can write to you again.
talks-without-order = You can write to an owner about an order, and you have none yet. Open the link to the offer first.
talks-own-channel = You are the owner here, so there is nobody else to write to.
talks-not-yours = Only the buyer and the current owner of { $title } can write here. Nothing was sent.
talks-owner-takes-none = The owner of { $title } doesn't take messages from you. Nothing was sent.
talks-buyer-takes-none = This buyer doesn't take messages from { $title }. Nothing was sent.
talks-too-often = That's as many messages as I can pass on now. Nothing was sent. Try again in { $minutes ->
    [one] { $minutes } minute.
   *[other] { $minutes } minutes.
}
talks-too-often-hours = That's as many messages as I can pass on now. Nothing was sent. Try again in { $hours ->
    [one] { $hours } hour.
   *[other] { $hours } hours.
}
talks-not-text = I can only pass on text. Nothing was sent.
talks-empty = There's no text in it. Nothing was sent.
# $length and $most: characters.
talks-too-long = { $length ->
    [one] That's { $length } character, and I can pass on { $most } at once. Nothing was sent.
   *[other] That's { $length } characters, and I can pass on { $most } at once. Nothing was sent.
}
