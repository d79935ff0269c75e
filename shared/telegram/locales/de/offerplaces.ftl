### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 Chats

## The list.

offerplaces-title = 🚪 <b>Chats von { $title }</b>
offerplaces-about = Wer Zugang hat, kommt in jeden davon.
# $count: people, or "1,000+".
offerplaces-people = <b>Zugang haben jetzt:</b> { $count }
# $count: people.
offerplaces-cut = Die Zahlen unten gelten für die { $count } Personen, deren Zugang zuletzt endet.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: Hauptkanal
    [main_group] 👥 <b>{ $chat }</b>: Hauptgruppe
    [discussion] 💬 <b>{ $chat }</b>: Diskussionsgruppe
    [group] 👥 <b>{ $chat }</b>: Gruppe
   *[channel] 📣 <b>{ $chat }</b>: Kanal
}
# $inside, $waiting: people.
offerplaces-counts = <b>Drin:</b> { $inside } · <b>Noch nicht drin:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ Links gesendet: { $done } von { $total }
offerplaces-closing = ⏳ Zugang entzogen: { $done } von { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 Dort fehlt etwas. Tippe darauf.
# A button.
offerplaces-add = ➕ Chat hinzufügen
# $count: chats.
offerplaces-full = Du hast { $count } Chats, mehr geht nicht. Nimm einen weg, um einen anderen hinzuzufügen.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ Wer den Zugang verliert, kann in der Diskussionsgruppe „{ $chat }“ weiter lesen und schreiben. Ich kümmere mich noch nicht um sie.
offerplaces-linked-unnamed = ⚠️ Wer den Zugang verliert, kann in der Diskussionsgruppe deines Kanals weiter lesen und schreiben. Ich kümmere mich noch nicht um sie.
offerplaces-include = 💬 Gruppe einbeziehen
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = Um sie einzubeziehen, tippe auf der Seite des Kanals auf { $button }, sobald er verkauft wird.
offerplaces-unlinked = ⚠️ „{ $chat }“ ist nicht mehr die Diskussionsgruppe deines Kanals. Sie bleibt in deinem Angebot, bis du sie wegnimmst.

## One chat.

offerplaces-main-stays = Das verkaufst du, deshalb kannst du es nicht wegnehmen. Um etwas anderes zu verkaufen, tippe auf ⚙️ Einstellungen und wähle es dort. Um nichts mehr zu verkaufen, pausiere den Verkauf.
offerplaces-take-away = 🗑 Wegnehmen

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>Chat zu { $title } hinzufügen</b>
offerplaces-choose-ask = Wähle einen privaten Kanal oder eine private Gruppe. Ich brauche dort { $rights }, und du auch.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>Die Gruppe „{ $chat }“ zu { $title } hinzufügen?</b>
   *[channel] 📣 <b>Den Kanal „{ $chat }“ zu { $title } hinzufügen?</b>
}
offerplaces-open-touches = { $count ->
    [0] Gerade hat niemand Zugang, ich sende also keine Links.
    [one] Damit kommt { $count } Person rein: Sie bekommt einen eigenen Link.
   *[other] Damit kommen { $count } Personen rein: Alle bekommen einen eigenen Link.
}
# How long it takes.
offerplaces-minutes = { $minutes ->
    [one] Das dauert etwa { $minutes } Minute.
   *[other] Das dauert etwa { $minutes } Minuten.
}
offerplaces-open-later = Wer später Zugang kauft, kommt auch rein. Endet ein Zugang, entferne ich die Person auch dort. Admins entferne ich nie.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>Die Gruppe „{ $chat }“ aus { $title } nehmen?</b>
   *[channel] 🗑 <b>Den Kanal „{ $chat }“ aus { $title } nehmen?</b>
}
offerplaces-close-touches = { $count ->
    [0] Niemand muss raus.
    [one] Das betrifft { $count } Person: Ist sie drin, entferne ich sie, sonst schließe ich ihren Link.
   *[other] Das betrifft { $count } Personen: Wer drin ist, den entferne ich, die Links der anderen schließe ich.
}
offerplaces-close-stays = Admins bleiben, und wer durch ein anderes Angebot von dir Zugang dazu hat, bleibt auch. Deine anderen Chats ändern sich nicht.
offerplaces-yes-open = ✅ Ja, hinzufügen
offerplaces-yes-close = 🗑 Ja, wegnehmen
offerplaces-no = ✕ Nein

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>Ich lasse Leute in die Gruppe „{ $chat }“</b>
   *[channel] 📣 <b>Ich lasse Leute in den Kanal „{ $chat }“</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>Ich entferne Leute aus der Gruppe „{ $chat }“</b>
   *[channel] 🗑 <b>Ich entferne Leute aus dem Kanal „{ $chat }“</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>Links gesendet:</b> { $done } von { $total }
offerplaces-removed = <b>Erledigt:</b> { $done } von { $total }
offerplaces-done-open = ✅ <b>Alle mit Zugang haben einen Link zu „{ $chat }“</b>
offerplaces-done-close = ✅ <b>„{ $chat }“ gehört nicht mehr zu { $title }</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = Hinzugefügt. Falls jetzt jemand Zugang hat, sende ich den Link und sage dir, wenn das fertig ist.
offerplaces-closed = Weggenommen. Falls jemand gehen muss, entferne ich ihn dort und sage dir, wenn das fertig ist.
offerplaces-has-it = Dieser Chat ist schon in deinem Angebot.
offerplaces-posts = In diesem Kanal stehen Angebote für alle, niemand würde dafür bezahlen. Wähle einen privaten Kanal oder eine private Gruppe.
offerplaces-other-owner = Jemand anderes verkauft hier Zugang zu diesem Chat. Wähle einen anderen.
offerplaces-discussion-without-bot = Ich bin kein Admin der Diskussionsgruppe. Tippe auf Zur Gruppe hinzufügen, wähle sie und lass die Rechte an. Tippe dann auf Erneut prüfen.
# $max: chats.
offerplaces-too-many = Du hast { $max } Chats, mehr geht nicht. Nimm zuerst einen weg.
offerplaces-not-there = Dieser Chat ist nicht mehr in deinem Angebot.
offerplaces-asked-again = Dein Ja kam zu spät, oder inzwischen hat sich etwas geändert. So ist es jetzt.
