### Taking over members from a list.

# A button on the page of members.
takeover-button = 👥 Take over members

## Asking for a list. $title: the channel or group.

takeover-title = <b>👥 Take over members · { $title }</b>
takeover-how = Send me a list of the members you have, as a file or as text. I show you what would change, and nothing changes before you say yes. You can undo it with one button.
takeover-format = One person per line: their ID or @username, then until when or “for ever”, then a note if you like. CSV and JSON files work too, up to 20 MB. An example to copy:
takeover-names = An ID works at once. A @username works as soon as that person has written to me or asked to join.
# A button. $day: "Nov 24". $count: its lines.
takeover-earlier = 📋 { $day } · { $count }
takeover-reading = 📖 I'm reading your list for { $title }. This takes a few seconds.
takeover-ask-list = Send me the list of members, as a file or as text.
takeover-ask-until = Your list doesn't say until when everyone has access. Send me one end for those people: a date such as 2027-01-31, a number of days, or “for ever”.

## What a list would change.

# $count: the lines of the list.
takeover-found = { $count ->
    [one] Your list has one line. Nothing has changed yet.
   *[other] Your list has { $count } lines. Nothing has changed yet.
}
# What happens to so many people ($count), or has happened to them.
takeover-verdict = { $verdict ->
    [new] ➕ Get access: { $count }
    [in] ✅ In the chat already, get access: { $count }
    [longer] ⬆️ Get longer access: { $count }
    [shorter] ⬇️ Have longer access now than the list says: { $count }
    [paid] 💰 Paid for longer access than the list says, so they keep it: { $count }
    [same] 🟰 Have exactly this access already: { $count }
    [unknown] ❓ Names I don't know yet. They get access when they write to me or ask to join: { $count }
    [ended] ⌛ Their access has ended, so they get none: { $count }
    [protected] 🛡 Administrators. I never touch them: { $count }
    [banned] 🚫 Banned, so they get no access: { $count }
    [twice] 👯 Listed more than once. The longest access counts: { $count }
    [kept] ✋ Keep their longer access, as you chose: { $count }
    [shortened] ⬇️ Got shorter access, as you chose: { $count }
    [undone] ↩️ Have what they had before: { $count }
   *[stays] ✋ Kept their access, because it changed again after the import: { $count }
}
# Examples. $until, $now: when access ends.
takeover-shorter-line = · line { $line }: { $person }, until { $until } instead of { $now }
takeover-line = · line { $line }: { $person }
takeover-hold = { $days ->
    [0] After the import, removals go on as usual.
   *[other] After the import, I remove nobody for { $time }, so nobody is surprised.
}
# In its place if the list changes nothing.
takeover-nothing = There is nothing to import.
# Buttons. $count: the people that it changes something for.
takeover-go = ✅ Import { $count }
takeover-shorten = { $choice ->
    [shorten] ⬇️ Shorten { $count }: yes
   *[keep] ⬇️ Shorten { $count }: no
}
# $time: "7 days".
takeover-hold-choice = { $days ->
    [0] No pause
   *[other] ⏸ { $time }
}
takeover-chosen = ✓ { $choice }
takeover-table = 📄 All lines
takeover-refresh = 🔄 Refresh
takeover-undo = ↩️ Undo
takeover-undo-now = ↩️ Yes, undo it

## How far it is, and what became of it.

takeover-applying = ⏳ Importing: { $done } of { $total }. I go on even if you close this chat.
takeover-undoing = ⏳ Undoing: { $done } of { $total }.
takeover-applied = ✅ The import is finished.
takeover-undone = ↩️ The import is undone.
takeover-waiting = 🕓 Names I still wait for, a year at most: { $count }
takeover-held = ⏸ I remove nobody until { $time }.
takeover-undo-ask = Undo the whole import? Everyone gets back the access they had before. Anyone whose access changed again after the import keeps it.
takeover-file-caption = 📄 Your list for { $title }, line by line.

## What can't be read.

# $count: how many lines.
takeover-bad = { $count ->
    [one] ⚠️ One line of your list for { $title } can't be read, so I left it out:
   *[other] ⚠️ { $count } lines of your list for { $title } can't be read, so I left them out:
}
# $text: what is wrong in the line.
takeover-bad-line = { $problem ->
    [no_person] Line { $line } names nobody.
    [several] Line { $line } names several people. Give each a line: { $text }
    [bad_person] Line { $line }: this is neither an ID nor a @username: { $text }
    [bad_until] Line { $line }: I don't know this date: { $text }
    [ambiguous_until] Line { $line }: day or month first? Write the date as 2027-01-31: { $text }
    [no_until] Line { $line } doesn't say until when: { $text }
    [too_long] Line { $line } is too long: { $text }
    [broken_quotes] Line { $line } has a quotation mark that is never closed: { $text }
   *[not_json] Line { $line } isn't valid JSON: { $text }
}
takeover-bad-more = … and { $count } more.
takeover-bad-fix = Correct them and send the whole file again, or only these lines.
takeover-refused = { $refusal ->
    [not_text] This file isn't text in UTF-8. In your spreadsheet, choose “Save as” and “CSV UTF-8”, then send me that file.
    [spreadsheet] I can't read spreadsheets or PDF. In your spreadsheet, choose “Save as” and “CSV UTF-8”, then send me that file.
    [too_many_lines] Your list has more than 100,000 lines. Cut it in two and send me one after the other.
    [empty] There is nobody in this list. Send me another one.
    [too_big] This file is larger than 20 MB, and Telegram doesn't give it to me. Cut it in two and send me one after the other.
    [not_given] Telegram didn't give me this file. Send it again.
   *[no_good_line] I can't read any line of this list. Look at the example and send me another one.
}

## Answers.

takeover-gone = This list is gone. Send it again.
takeover-changed = This was done already. Here is where the list stands.
takeover-dropped = I forgot the list. Nothing has changed.
takeover-not-an-end = I need a date in the future such as 2027-01-31, a number of days, or “for ever”.
