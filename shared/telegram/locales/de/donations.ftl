### Donations: the post in the public channel, the keypad, and what becomes of it.

## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>Unterstütze { $title }</b>
donations-post-button = 💝 Spenden

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>Spende für { $title }</b>
donations-keypad-how = Gib einen Betrag von { $least } bis { $most } ein und tippe dann auf ✓ Bestätigen. Bezahl mit einem Coin deiner Wahl. { $minutes ->
    [one] Das Tastenfeld ist { $minutes } Minute lang aktiv.
   *[other] Das Tastenfeld ist { $minutes } Minuten lang aktiv.
}

donations-keypad-how-presets = Tippe auf einen Betrag, oder gib einen von { $least } bis { $most } ein und tippe auf ✓ Bestätigen. Bezahl mit einem Coin deiner Wahl. { $minutes ->
    [one] Das Tastenfeld ist { $minutes } Minute lang aktiv.
   *[other] Das Tastenfeld ist { $minutes } Minuten lang aktiv.
}
donations-keypad-note = Deine Notiz an den Inhaber: „{ $note }“
donations-keypad-anonymous = Der Inhaber sieht nicht, wer du bist.
donations-note-ask = <b>Schick mir jetzt deine Notiz an den Inhaber.</b> Höchstens { $most } Zeichen.
donations-note-too-long = ⚠️ Das sind { $length } Zeichen, und höchstens { $most } sind möglich. Schick mir eine kürzere Notiz.

donations-keypad-amount = 💰 Betrag: { $amount }
donations-keypad-clear = 🗑 Löschen
donations-keypad-confirm = ✓ Bestätigen
donations-keypad-again = 🔁 Wieder { $amount }
donations-keypad-note-add = ✍️ Notiz hinzufügen
donations-keypad-note-remove = ✍️ Notiz entfernen
donations-keypad-stay-anonymous = 🕶 Anonym bleiben
donations-keypad-named = 👤 Meinen Namen zeigen

## What becomes of a keypad.

donations-confirmed = 💝 <b>{ $amount } für { $title }.</b> Die Rechnung kommt sofort.
donations-cancelled = ✕ Spende abgebrochen. Es wurde nichts abgebucht.
donations-expired = ⌛ Das Tastenfeld ist abgelaufen. Es wurde nichts abgebucht.
donations-start-again = 💝 Neu beginnen

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = Dieses Tastenfeld funktioniert nicht mehr. Tippe noch einmal auf Spenden.
donations-keypad-of-another = Nur wer dieses Tastenfeld geöffnet hat, kann es benutzen.
donations-keypad-expired = Dieses Tastenfeld ist abgelaufen. Es wurde nichts abgebucht. Tippe noch einmal auf Spenden.
donations-note-saved = Deine Notiz geht mit der Spende an den Inhaber.
donations-paused = Der Inhaber hat Spenden pausiert. Es wurde nichts abgebucht.
donations-amount-typed = Betrag: { $amount }
donations-amount-empty = Gib zuerst einen Betrag ein.
donations-amount-below-crypto = Krypto-Zahlungen gehen heute ab { $least }. Es wurde nichts abgebucht. Wie wäre es mit { $suggested }?
donations-amount-below-usual = Spenden gehen gerade ab { $least }. Es wurde nichts abgebucht. Wie wäre es mit { $suggested }?
donations-amount-too-large = Auf einmal kannst du höchstens { $most } spenden.
donations-key-ignored = { $reason ->
    [too_many_decimals] Cent haben zwei Stellen.
    [second_point] Es gibt schon ein Komma.
   *[too_many_digits] Mehr Ziffern passen nicht. Auf einmal kannst du höchstens { $most } spenden.
}

## For the owner.

donations-owner-note = <b>Notiz:</b> „{ $note }“

donations-amounts-title = 💝 <b>Spendenbeträge von { $title }</b>
donations-amounts-now = <b>Jetzt:</b> { $amounts }
donations-amounts-none = <b>Jetzt:</b> keine. Wer spendet, gibt den Betrag selbst ein.
donations-amounts-hidden = Zahlungen gehen heute ab { $least }. Kleinere Beträge sind ausgeblendet, bis sich das ändert.
donations-amounts-ask = Diese Beträge gibt es zum Antippen, jeder andere lässt sich eingeben. Zum Ändern schick mir bis zu { $most } Beträge in Dollar mit Leerzeichen dazwischen, zum Beispiel: 5 10 25,50
donations-amounts-remove = 🗑 Alle entfernen
donations-amounts-unclear = Schick bis zu { $most } Beträge in Dollar mit Leerzeichen dazwischen, zum Beispiel 5 10 25,50. Ein einzelner darf höchstens { $limit } sein.
