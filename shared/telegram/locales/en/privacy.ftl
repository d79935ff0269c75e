### The command /privacy: what is stored about the reader.

privacy-title = 🔒 <b>What I store about you</b>
# A paragraph. $what: what is stored and why. $kept: for how long. $seen: who sees it.
privacy-topic = { $what } { $kept } { $seen }

## What is stored, and why.

privacy-account = <b>Your account:</b> your Telegram id, name, @username and language, so that I can write to you.
privacy-orders = <b>Orders and payments:</b> what you bought or gave, with amounts, coins and times, and your note to the owner, so that each payment counts. If you donate anonymously, the owner doesn't learn who you are unless you write to them about it. NOWPayments takes the payment and learns what is bought, its price and the order's number, which contains your Telegram id and that of what is sold, but not your name.
privacy-access = <b>Access:</b> which channels and groups you paid for or are in, until when, your links, any bans, and what the owners decided, so that you get in and stay in.
privacy-lists = <b>Lists of members:</b> if a channel's owner gave me a list of its members with you on it: your id or @username, until when you have access, and the owner's note, so that you stay in or get in. A @username that I haven't met yet waits until that time, and for a year at most.
privacy-messages = <b>Messages:</b> what you send me and what I send you, so that nothing is lost or done twice.
privacy-talks = <b>What you and owners write to each other:</b> which message is about which order, so that an answer finds its way. I forget the text itself once it's delivered.
privacy-amounts = <b>Donations you begin:</b> your taps on a keypad, and a note you haven't sent yet.
privacy-answers = <b>Your answers:</b> what you type while you set up a channel or group or change a setting.
privacy-team = <b>Channels and groups you run:</b> your role, who invited you, and where notices go.

## For how long. Whole sentences.

privacy-kept-bot = Kept for as long as this bot runs.
privacy-kept-use = Kept until you finish.
# $days: a number.
privacy-kept-days = { $days ->
    [one] Deleted after { $days } day at most, unless it belongs to an order.
   *[other] Deleted after { $days } days at most, unless it belongs to an order.
}
# Of orders, too.
privacy-kept-days-always = { $days ->
    [one] Deleted after { $days } day at most.
   *[other] Deleted after { $days } days at most.
}

## Who sees it, beside the person who runs the bot. Whole sentences.

privacy-seen-channel = The owner and team of the channel or group see it.
privacy-seen-payees = The owners and teams of channels and groups you deal with see your id and names.
# The two people who write to each other.
privacy-seen-both = Only the two of you see it.
privacy-seen-nobody = No owner sees it.

privacy-stars = If you pay in Telegram Stars, Telegram takes the payment and NOWPayments learns nothing.
privacy-ask = The person who runs this bot can see all of it, even if they own a channel or group that you gave to anonymously. Questions, or want something deleted? Write to an owner with /paysupport. They can pass it on to the person who runs this bot.
