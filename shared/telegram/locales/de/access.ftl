### Access: getting in, renewing, leaving, and what goes wrong. $title is always the channel's name.

## To the buyer, with the link or without it.

access-paid = ✅ <b>Deine Zahlung für { $title } ist da.</b>
access-credited = ➕ <b>Der Inhaber von { $title } hat dir deine Zahlung als zusätzliche Zeit angerechnet.</b>
access-link = 🔓 <b>Dein Link zu { $title }</b>
access-inside = ✅ <b>Du bist in { $title }.</b>
access-given = { $duration ->
    [for_ever] 🎁 <b>Der Inhaber von { $title } hat dir Zugang für immer geschenkt.</b>
   *[other] 🎁 <b>Der Inhaber von { $title } hat dir { $duration } geschenkt.</b>
}
access-unbanned = ✅ <b>Der Inhaber von { $title } hat deine Sperre aufgehoben.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>{ $title } ist in eine neue Gruppe umgezogen.</b>
   *[channel] 🚚 <b>{ $title } ist in einen neuen Kanal umgezogen.</b>
}
access-readmitted = 🙏 <b>Entschuldige! Deine Verlängerung für { $title } kam genau in dem Moment, als ich dich entfernt habe.</b>
access-place = 🔓 <b>{ $place } gehört zu { $title }.</b>
access-place-added = ➕ <b>{ $place } gehört jetzt zu { $title }.</b>
access-places-opened = { $inside } von { $places } geöffnet.
access-until = { $until ->
    [for_ever] Du hast Zugang für immer.
   *[other] Du hast Zugang bis { $until }.
}
access-renewed-until = { $until ->
    [for_ever] Du hast jetzt Zugang für immer.
   *[other] Verlängert. Du hast Zugang bis { $until }.
}
access-join-how = Tippe auf „{ $button }“ und dann auf „Beitritt anfragen“. Eine Sekunde später bist du drin. Der Link funktioniert nur für dich.
access-join = 🔓 { $title } beitreten

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>Dein Zugang zu { $title } gilt für immer.</b>
   *[other] ⏳ <b>Dein Zugang zu { $title } ist bis { $until } bezahlt.</b>
}
access-delayed-too-many-chats = Du bist in so vielen Kanälen und Gruppen, wie Telegram erlaubt. Darum kann ich dich noch nicht reinlassen. Verlass einen Kanal oder eine Gruppe, dann lasse ich dich innerhalb von zwei Stunden rein. Wenn es sofort gehen soll, tippe auf „{ $button }“.
access-delayed-owner-told = Bei Telegram klappt es gerade nicht, dich hinzuzufügen. Der Inhaber weiß Bescheid, und ich schicke dir den Link, sobald es klappt. Du musst nicht noch einmal bezahlen.
access-delayed-trying = Bei Telegram klappt es gerade nicht, dich hinzuzufügen. Ich versuche es weiter und schicke dir den Link, sobald es klappt. Du musst nicht noch einmal bezahlen.
access-my-subscriptions = 📜 Meine Abos
access-try-again = 🔁 Erneut versuchen

access-link-refused = 🙏 <b>Dieser Link zu { $title } gehört jemand anderem oder ist abgelaufen.</b>
access-link-refused-offer = Es wurde nichts abgebucht. Du kannst dir einen eigenen Zugang holen.
access-see-offer = 💎 Angebot ansehen

## Reminders.

access-reminder = { $days ->
    [one] ⏰ <b>Dein Zugang zu { $title } endet in { $days } Tag, am { $end }.</b>
   *[other] ⏰ <b>Dein Zugang zu { $title } endet in { $days } Tagen, am { $end }.</b>
}
access-reminder-ended = ⏰ <b>Dein Zugang zu { $title } ist abgelaufen.</b>
access-reminder-grace = ⏰ <b>Dein Zugang zu { $title } ist abgelaufen. Du kannst noch bis { $until } bleiben.</b>
access-renew-early = Wenn du früher verlängerst, behältst du deine restlichen Tage.
access-renew-any-time = Du kannst jederzeit verlängern.
access-renew-paused = Der Inhaber hat den Verkauf pausiert, darum kannst du gerade nicht verlängern. Versuch es später noch einmal über /mysubs.
access-renew-stopped = Das wird gerade nicht verkauft, darum kannst du nicht verlängern. Versuch es später noch einmal über /mysubs.
access-renew = 💎 Verlängern

## After the end.

access-ended = 👋 <b>Dein Zugang zu { $title } ist abgelaufen.</b>
access-ended-thanks = Schön, dass du dabei warst. Du kannst jederzeit zurückkommen.
access-ended-owed-title = 🙏 <b>Du hast für { $title } bezahlt, und ich konnte dich nicht reinlassen.</b>
access-ended-owed = Das tut mir leid. Der Inhaber weiß Bescheid und kann dir die Zeit oder dein Geld zurückgeben. Deine Bestellung findest du in /mysubs.
access-ended-by-owner = 👋 <b>Der Inhaber von { $title } hat deinen Zugang beendet.</b>
access-ended-by-owner-questions = Fragen? /paysupport
access-come-back = 💎 Zurückkommen

## A buyer's subscriptions and orders.

access-mine = <b>Deine Abos</b>
access-mine-none = Noch keine Abos.
access-show-channels = 📣 Angebote ansehen
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: für immer
   *[other] ✅ <b>{ $title }</b>: bis { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: abgelaufen am { $end }. Du kannst noch bis { $until } bleiben.
access-mine-ended = ⌛ <b>{ $title }</b>: abgelaufen am { $end }
access-mine-places = { $inside } von { $places } geöffnet:
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: noch nicht beigetreten
access-mine-place-too-many = ⏳ { $place }: Du bist in so vielen Chats, wie Telegram erlaubt. Verlass einen und tippe dann auf „{ $button }“.
access-mine-place-owner-told = ⏳ { $place }: Telegram lässt mich dich nicht hinzufügen. Der Inhaber weiß Bescheid.
access-mine-place-trying = ⏳ { $place }: Telegram lässt mich dich noch nicht hinzufügen. Ich versuche es weiter.
access-renew-title = 💎 { $title } verlängern
access-come-back-title = 💎 Zurück zu { $title }
access-open-channel = 🔓 Kanal öffnen
access-open-group = 🔓 Gruppe öffnen
access-mine-orders = <b>Deine Bestellungen</b>
access-mine-order = • { $order }: { $progress }
access-mine-more = { $count ->
    [one] und { $count } weitere
   *[other] und { $count } weitere
}
access-mine-story-hint = Tippe auf 📜, um zu sehen, was mit einer Bestellung passiert ist.
access-mine-story = 📜 { $amount }, { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>{ $person } hat für { $title } bezahlt und kommt nicht rein.</b>
access-trouble-too-late = 🚨 <b>{ $person } hat für { $title } bezahlt und ist nie reingekommen.</b>
access-advice-right = { $kind ->
    [supergroup] Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren und auf mich (füge mich hinzu, falls ich fehle). Schalte dort <b>Nutzer per Link einladen</b> ein. Ich versuche es weiter. Bis dahin kommt niemand rein, der bezahlt.
   *[channel] Öffne den privaten Kanal, tippe auf seinen Namen, dann auf Administratoren und auf mich (füge mich hinzu, falls ich fehle). Schalte dort <b>Nutzer per Link einladen</b> ein. Ich versuche es weiter. Bis dahin kommt niemand rein, der bezahlt.
}
access-advice-full = { $kind ->
    [supergroup] Die Gruppe hat so viele Mitglieder, wie Telegram erlaubt. Entferne einige, dann lasse ich alle rein, die bezahlt haben. Oder schick das Geld zurück.
   *[channel] Der private Kanal hat so viele Mitglieder, wie Telegram erlaubt. Entferne einige, dann lasse ich alle rein, die bezahlt haben. Oder schick das Geld zurück.
}
access-advice-banned = { $kind ->
    [supergroup] Diese Person ist in der Gruppe gesperrt. Öffne sie, tippe auf ihren Namen, dann auf „Entfernte Nutzer“, und nimm sie von der Liste. Dann lasse ich sie rein. Oder schick das Geld zurück.
   *[channel] Diese Person ist im privaten Kanal gesperrt. Öffne ihn, tippe auf seinen Namen, dann auf „Entfernte Nutzer“, und nimm sie von der Liste. Dann lasse ich sie rein. Oder schick das Geld zurück.
}
access-advice-no-channel = Es ist kein privater Kanal und keine private Gruppe festgelegt, also kann ich niemanden reinlassen. Leg das in /channels fest, dann lasse ich alle rein.
access-advice-about-user = { $kind ->
    [supergroup] Mit deiner Gruppe ist alles in Ordnung. Telegram lehnt nur diese eine Person ab. Ich versuche es weiter. Wenn es dabei bleibt, schick das Geld zurück.
   *[channel] Mit deinem Kanal ist alles in Ordnung. Telegram lehnt nur diese eine Person ab. Ich versuche es weiter. Wenn es dabei bleibt, schick das Geld zurück.
}
access-advice-too-late = Die bezahlte Zeit ist abgelaufen. Schenk sie noch einmal oder schick das Geld zurück.

## To the owner: removals.

access-removal-trouble = 🚨 <b>Ich kann { $person } nicht aus { $title } entfernen, obwohl der Zugang beendet ist.</b>
access-removal-right = { $kind ->
    [supergroup] Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren und auf mich (füge mich hinzu, falls ich fehle). Schalte dort <b>Nutzer sperren</b> ein. Ich versuche es weiter. Bis dahin kann ich niemanden entfernen.
   *[channel] Öffne den privaten Kanal, tippe auf seinen Namen, dann auf Administratoren und auf mich (füge mich hinzu, falls ich fehle). Schalte dort <b>Nutzer sperren</b> ein. Ich versuche es weiter. Bis dahin kann ich niemanden entfernen.
}
access-removal-administrator = Diese Person ist Admin, und Admins kannst nur du entfernen. Tippe bei ihr auf „Admin entlassen“, dann entferne ich sie. Oder lass sie bleiben.
access-removal-unanswered = Telegram hat es seit einem Tag nicht erledigt. Ich versuche es weiter. Du musst nichts tun.
access-removal-unclear = Schau nach, ob diese Person noch drin ist. Wenn ja, entferne sie von Hand. Ich versuche es weiter.
access-kept = 👤 <b>{ $person } hat keinen Zugang mehr zu { $title }, bleibt aber drin.</b>
access-kept-why = Ich habe diese Person nicht reingelassen: Sie war schon vor dem Bezahlen da, oder jemand hat sie hinzugefügt. Ich entferne sie nur, wenn du es sagst.
access-remove = 🚪 Entfernen
access-brake = 🛑 <b>Ich entferne Mitglieder aus { $title } jetzt langsamer.</b>
access-brake-why = { $removed ->
    [one] Ich habe innerhalb einer Stunde { $removed } Mitglied entfernt, weil der Zugang abgelaufen war. Das sind ungewöhnlich viele. Die anderen folgen, höchstens { $most } pro Stunde.
   *[other] Ich habe innerhalb einer Stunde { $removed } Mitglieder entfernt, weil ihr Zugang abgelaufen war. Das sind ungewöhnlich viele. Die anderen folgen, höchstens { $most } pro Stunde.
}
access-brake-release-does = <b>Fortsetzen:</b> Alle, deren Zugang abgelaufen ist, werden jetzt entfernt. Die Bremse ist eine Stunde lang aus.
access-brake-stop-does = <b>Entfernen stoppen:</b> Niemand wird entfernt, bis du es wieder einschaltest.
access-brake-release = ▶️ Fortsetzen
access-brake-stop = ⏹ Entfernen stoppen

## Answers to the owner about removals. Plain text.

access-removal-now = Wird jetzt entfernt.
access-removal-at-end = Diese Person hat wieder Zugang. Ich entferne sie, wenn er abläuft und nicht verlängert wird.
access-removal-never = Diese Person hat Zugang für immer und bleibt.
access-removal-switched-off = Das Auto-Entfernen ist aus. Ich entferne diese Person, sobald du es wieder einschaltest.
access-removals-released = Es geht weiter. Die Bremse ist eine Stunde lang aus.
access-removals-stopped = Niemand wird entfernt, bis du es wieder einschaltest.
