### Messages between a buyer and the owner of a channel, passed on by the bot. A buyer never learns who the owner is.

## Buttons: three words at most, but for the first.

talks-write = ✉️ Dem Inhaber schreiben
talks-answer = ↩️ Antworten
talks-write-more = ✉️ Weiter schreiben
talks-block = 🚫 Blockieren
talks-unblock = ✓ Freigeben
talks-order-button = ✉️ { $amount }, { $title }

## Before something is written.

talks-which-order = ✉️ <b>Dem Inhaber schreiben</b>
    Um welche Bestellung geht es?
talks-orders-left-out = { $shown } von { $all } Bestellungen. Für eine andere tippe in ihrer Nachricht auf 📜, dann auf ✉️.
talks-question-to-owner = ✉️ <b>Dem Inhaber von { $title } schreiben</b>
talks-question-to-buyer = ✉️ <b>Antwort an { $person }</b>
talks-how-to-owner = Schick jetzt deine Nachricht: Text mit höchstens { $most } Zeichen. Der Inhaber sieht deinen Namen und diese Bestellung.
talks-how-anonymous = Du hast das anonym gespendet. Wenn du schreibst, erfährt der Inhaber, dass du es warst.
talks-how-to-buyer = Schick jetzt deine Nachricht: Text mit höchstens { $most } Zeichen. Als Absender steht dort „der Inhaber von { $title }“, nicht dein Name.

talks-order-line = { $order }: { $state ->
    [paid] bezahlt
    [refunded] erstattet
    [decision] wartet auf die Entscheidung des Inhabers
    [part] { $received } angekommen
    [pending] Zahlung unterwegs
    [expired] nicht bezahlt, Rechnung abgelaufen
    [cancelled] storniert
    [refused] keine Rechnung möglich
   *[open] noch nicht bezahlt
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>{ $person } hat dir geschrieben</b>
talks-from-owner = ✉️ <b>Der Inhaber von { $title } hat dir geschrieben</b>
talks-reply-to-buyer = Antworte einfach auf diese Nachricht. Dein Name wird nicht gezeigt.
talks-reply-to-owner = Antworte einfach auf diese Nachricht.

## What becomes of it.

talks-sent-to-owner = ✉️ An den Inhaber von { $title } gesendet. Die Antwort kommt hier an.
talks-sent-to-buyer = ✉️ An { $person } gesendet.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ Deine Nachricht ist vielleicht nicht beim Inhaber von { $title } angekommen. Versuch es später noch einmal.
   *[no] ⚠️ Deine Nachricht ist nicht beim Inhaber von { $title } angekommen. Versuch es später noch einmal.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ Deine Antwort ist vielleicht nicht bei { $person } angekommen. Versuch es später noch einmal.
   *[no] ⚠️ Deine Antwort ist nicht bei { $person } angekommen. Versuch es später noch einmal.
}
talks-blocked-owner = 🚫 Du hast Nachrichten vom Inhaber von { $title } blockiert. Zu deinen Bestellungen schreibe ich dir weiterhin.
talks-blocked-buyer = 🚫 Du hast Nachrichten von { $person } zu { $title } blockiert.

## Answers. Plain text, 200 characters at most.

talks-cancelled = Es wurde nichts gesendet.
talks-unblocked = Freigegeben. Du kannst wieder Nachrichten von dort bekommen.
talks-without-order = Du kannst einem Inhaber zu einer Bestellung schreiben, und du hast noch keine. Öffne zuerst den Link zum Angebot.
talks-own-channel = Der Inhaber bist hier du, also gibt es sonst niemanden, dem du schreiben könntest.
talks-not-yours = Hier können nur der Käufer und der jetzige Inhaber von { $title } schreiben. Es wurde nichts gesendet.
talks-owner-takes-none = Der Inhaber von { $title } nimmt keine Nachrichten von dir an. Es wurde nichts gesendet.
talks-buyer-takes-none = Dieser Käufer nimmt keine Nachrichten von { $title } an. Es wurde nichts gesendet.
talks-too-often = Mehr Nachrichten kann ich gerade nicht weitergeben. Es wurde nichts gesendet. Versuch es noch einmal in { $minutes ->
    [one] { $minutes } Minute.
   *[other] { $minutes } Minuten.
}
talks-too-often-hours = Mehr Nachrichten kann ich gerade nicht weitergeben. Es wurde nichts gesendet. Versuch es noch einmal in { $hours ->
    [one] { $hours } Stunde.
   *[other] { $hours } Stunden.
}
talks-not-text = Ich kann nur Text weitergeben. Es wurde nichts gesendet.
talks-empty = Da steht kein Text. Es wurde nichts gesendet.
talks-too-long = { $length ->
    [one] Das ist { $length } Zeichen, und ich kann höchstens { $most } auf einmal weitergeben. Es wurde nichts gesendet.
   *[other] Das sind { $length } Zeichen, und ich kann höchstens { $most } auf einmal weitergeben. Es wurde nichts gesendet.
}
