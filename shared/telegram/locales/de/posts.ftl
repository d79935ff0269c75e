### The page about the posts in a channel's public channel. The posts themselves are in the rooms of what they sell.

posts-title = 📌 <b>Beiträge von { $title }</b>
posts-no-channel = ⚠️ Du hast noch keinen öffentlichen Kanal für Beiträge. Wähle einen in ⚙️ Einstellungen.
posts-channel-paused = ⏸ Der Verkauf ist pausiert. Ich poste nichts, bis du ihn fortsetzt.
posts-absent = { $post ->
    [donate] <b>Spenden-Button:</b> nicht gepostet
   *[offer] <b>Angebot:</b> nicht gepostet
}
posts-live = { $post ->
    [donate] <b>Spenden-Button:</b> { $place } seit { $since }
   *[offer] <b>Angebot:</b> { $place } seit { $since }
}
posts-live-place = im Kanal
posts-pending = ⏳ Wird gerade gepostet
posts-last-failed = ❌ Der letzte wurde nicht gepostet. { $why }
posts-every-day = <b>Tägliche Beiträge:</b> um { $hour } ({ $timeZone })
posts-every-day-never = <b>Tägliche Beiträge:</b> aus

posts-button-offer = Angebot
posts-button-donate = Spenden-Button
posts-button-publish = 📤 Jetzt veröffentlichen
posts-button-hour = 🕘 Täglich um { $hour }
posts-button-no-hour = 🕘 Täglich: aus
posts-button-refresh = 🔁 Beiträge aktualisieren
posts-button-remove = 🗑 Beiträge löschen
posts-button-see = 👀 Beitrag ansehen

## The hour of the daily posts.

posts-hours-title = 🕘 <b>Tägliche Beiträge von { $title }</b>
posts-hours-ask = Wann soll ich posten? Die alten Beiträge lösche ich dabei. Die Zeitzone ist { $timeZone }.
posts-hours-never = Nie

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: Der Spenden-Button wurde nicht gepostet</b>
   *[offer] ❌ <b>{ $title }: Das Angebot wurde nicht gepostet</b>
}
posts-no-right = Ich darf dort nichts posten. Mach mich zum Admin mit dem Recht, Nachrichten zu senden.
posts-not-there = Ich bin nicht in diesem Kanal. Füge mich als Admin hinzu.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: Der Spenden-Button ist vielleicht doppelt gepostet</b>
   *[offer] ⚠️ <b>{ $title }: Das Angebot ist vielleicht doppelt gepostet</b>
}
posts-doubted-how = Telegram hat beim Posten nicht geantwortet, darum habe ich es noch einmal gepostet. Steht etwas weiter oben ein zweiter Beitrag, lösch ihn bitte. Ich kann ihn nicht von anderen unterscheiden.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = Die Vorschau kommt als eigene Nachricht.
posts-coming = Ich poste jetzt.
posts-refreshing = Ich aktualisiere die Beiträge.
posts-removing = Ich lösche die Beiträge.
posts-unscheduled = Tägliche Beiträge sind aus.
posts-scheduled = Ich poste jeden Tag um { $hour } ({ $timeZone }).
posts-paused = Der Verkauf ist pausiert. Ich poste nichts, bis du ihn fortsetzt.
posts-no-public-channel = Du hast noch keinen öffentlichen Kanal für Beiträge. Wähle einen in ⚙️ Einstellungen.
posts-nothing = Es gibt nichts zu posten. Schalte einen Beitrag ein, oder füge deinem Angebot einen Tarif hinzu.
posts-not-on-sale = Der Verkauf steht still, weil ich niemanden reinlassen kann. Auf der ersten Seite steht, was fehlt.
posts-too-soon = Ich habe gerade erst gepostet. Es geht wieder in { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
}.
