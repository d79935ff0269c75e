### An order for its buyer: how far it is, what can be done about it, and what happened to it.

## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

orders-state = { $state ->
    [open] wartet auf Zahlung
    [cancelled] storniert
    [refused] Rechnung konnte nicht erstellt werden
    [settled] bezahlt, danke
    [refunded] erstattet
   *[other] { $state }
}
orders-expired = nicht bezahlt, Rechnung abgelaufen
orders-part-of = { $received } von { $price }
orders-part = { $received } von { $price } angekommen
orders-part-confirming = { $received } von { $price } angekommen, eine weitere Zahlung wird bestätigt
orders-part-unconfirmed = { $received } von { $price } angekommen, eine weitere Zahlung ist seit einer Woche unbestätigt
orders-part-owner-decides = { $received } von { $price } angekommen, der Inhaber entscheidet
orders-confirming = deine Zahlung wird bestätigt
orders-unconfirmed = deine Zahlung ist seit einer Woche unbestätigt
orders-owner-decides = der Inhaber entscheidet über deine Zahlung
orders-owner-decides-further = der Inhaber entscheidet über eine weitere Zahlung
orders-paid-other = { $amount } angekommen, danke
orders-both = { $first }; { $second }
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 Jetzt bezahlen: { $amount }
orders-pay-rest = 💳 Rest bezahlen: { $amount }
orders-cancel = ✕ Stornieren
orders-donate-again = 💝 Noch mal spenden
orders-what-happened = 📜 Was ist passiert?
orders-back = « Meine Abos

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count ->
    [one] { $count } früheres Ereignis ausgelassen
   *[other] { $count } frühere Ereignisse ausgelassen
}</i>
orders-story-empty = Es ist noch nichts passiert.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
orders-story-created = { $amount ->
    [unknown] Du hast bestellt.
   *[other] Du hast für { $amount } bestellt.
}
orders-story-invoiced = { $amount ->
    [unknown] Rechnung erstellt.
   *[other] Rechnung über { $amount } erstellt.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] Rechnung über den Rest erstellt.
   *[other] Rechnung über die restlichen { $amount } erstellt.
}

orders-payment-waiting = Warten auf Zahlung.
orders-payment-confirming = { $amount ->
    [unknown] Eine Zahlung wurde gesehen und wird bestätigt.
   *[other] Eine Zahlung über { $amount } wurde gesehen und wird bestätigt.
}
orders-payment-confirmed = { $amount ->
    [unknown] Eine Zahlung wurde bestätigt.
   *[other] Eine Zahlung über { $amount } wurde bestätigt.
}
orders-payment-sending = { $amount ->
    [unknown] Eine Zahlung ist auf dem Weg zum Inhaber.
   *[other] Eine Zahlung über { $amount } ist auf dem Weg zum Inhaber.
}
orders-payment-short = { $amount ->
    [unknown] Eine Zahlung ist angekommen. Auf der Rechnung stand mehr.
   *[other] Eine Zahlung über { $amount } ist angekommen. Auf der Rechnung stand mehr.
}
orders-payment-arrived = { $amount ->
    [unknown] Eine Zahlung ist angekommen.
   *[other] Eine Zahlung über { $amount } ist angekommen.
}
orders-payment-failed = { $amount ->
    [unknown] Eine Zahlung ist fehlgeschlagen.
   *[other] Eine Zahlung über { $amount } ist fehlgeschlagen.
}
orders-payment-expired = { $amount ->
    [unknown] Die Rechnung ist unbezahlt abgelaufen.
   *[other] Die Rechnung ist abgelaufen. Bis dahin angekommen: { $amount }.
}
orders-payment-refunded = { $amount ->
    [unknown] Eine Zahlung wurde erstattet.
   *[other] Eine Zahlung über { $amount } wurde erstattet.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] Eine Zahlung kam in einem anderen Coin an, als auf der Rechnung stand.
   *[other] Eine Zahlung über { $amount } kam in einem anderen Coin an, als auf der Rechnung stand.
}
orders-payment-repeated = { $amount ->
    [unknown] Eine Zahlung kam an, als schon bezahlt war.
   *[other] Eine Zahlung über { $amount } kam an, als schon bezahlt war.
}
orders-payment-late = { $amount ->
    [unknown] Eine Zahlung kam erst nach Ablauf der Rechnung an.
   *[other] Eine Zahlung über { $amount } kam erst nach Ablauf der Rechnung an.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] Eine Zahlung kam für einen anderen Preis an.
   *[other] Eine Zahlung über { $amount } kam für einen anderen Preis an.
}
orders-payment-other-payer = { $amount ->
    [unknown] Jemand anderes hat diese Bestellung bezahlt.
   *[other] Jemand anderes hat { $amount } für diese Bestellung bezahlt.
}
orders-payment-closed = { $amount ->
    [unknown] Eine Zahlung kam an, als die Bestellung schon geschlossen war.
   *[other] Eine Zahlung über { $amount } kam an, als die Bestellung schon geschlossen war.
}
orders-payment-other = { $amount ->
    [unknown] NOWPayments meldet eine Zahlung als „{ $status }“.
   *[other] NOWPayments meldet eine Zahlung über { $amount } als „{ $status }“.
}

orders-payment-pays = Damit ist die Bestellung bezahlt.
orders-payment-is-donation = Das ist die Spende.
orders-payment-counts = Sie zählt.
orders-payment-undecided = Der Inhaber entscheidet darüber.
orders-payment-no-longer-counts = Sie zählt nicht mehr.

orders-story-decided = { $decision ->
    [accept] Der Inhaber hat eine Zahlung so angenommen, wie sie ist.
    [credit] Der Inhaber hat eine Zahlung mit ihrem Wert angerechnet.
    [refund] Der Inhaber hat eine Zahlung zurückgeschickt.
    [wait] Der Inhaber wartet auf eine Zahlung.
   *[other] Der Inhaber hat über eine Zahlung entschieden.
}
orders-story-decided-by-default = Eine Woche lang hat niemand entschieden. Darum habe ich eine etwas zu kleine Zahlung angenommen.
orders-story-extended = { $duration ->
    [unknown] Du hast mehr Zugang bekommen.
    [for_ever] Du hast Zugang für immer bekommen.
   *[other] Du hast { $duration } Zugang bekommen.
}
orders-story-revoked = { $duration ->
    [unknown] Ein Teil des Zugangs ist beendet, weil die Zahlung erstattet wurde.
    [for_ever] Der Zugang für immer ist beendet, weil die Zahlung erstattet wurde.
   *[other] Zugang beendet ({ $duration }), weil die Zahlung erstattet wurde.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] Der Inhaber hat einen Teil des Zugangs beendet.
    [for_ever] Der Inhaber hat den Zugang für immer beendet.
   *[other] Der Inhaber hat Zugang beendet ({ $duration }).
}
orders-story-link-made = Dein Einladungslink wurde erstellt.
orders-story-link-revoked = { $because ->
    [used] Dein Einladungslink wurde benutzt und ist jetzt geschlossen.
   *[other] Dein Einladungslink wurde geschlossen.
}
orders-story-join-approved = Du wurdest reingelassen.
orders-story-join-declined = Eine Beitrittsanfrage mit dem Link dieser Bestellung wurde abgelehnt.
orders-story-removed = Ich habe dich entfernt, weil dein Zugang abgelaufen war.
orders-story-left = Du warst schon weg, als dein Zugang ablief.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = Du hast die Bestellung storniert.
orders-story-set-aside = Du hast stattdessen neu bestellt. Über das Geld entscheidet der Inhaber.
orders-story-reopened = Du hast die Bestellung wieder geöffnet.
orders-story-keypad-decided = Du hast den Betrag bestätigt.
orders-story-sent = { $topic ->
    [owner] Ich habe dem Inhaber geschrieben.
    [pay_now] Ich habe dir die Rechnung geschickt.
    [choose_payment] Ich habe dich gefragt, wie du bezahlen möchtest.
    [stars_refused] Ich habe dir gesagt, dass es keine Rechnung in Sternen gibt.
    [invoice_delayed] Ich habe dir gesagt, dass die Rechnung länger dauert.
    [invoice_refused] Ich habe dir gesagt, dass es keine Rechnung gibt.
    [case_waiting] Ich habe dir gesagt, dass der Inhaber noch nicht entschieden hat.
    [case_accepted] Ich habe dir gesagt, dass deine Bestellung bezahlt ist.
    [rest_refused] Ich habe dir wegen des fehlenden Rests geschrieben.
    [payment_news] Ich habe dir wegen deiner Zahlung geschrieben.
    [thanks] Ich habe mich bei dir bedankt.
    [access] Ich habe dir den Link geschickt.
    [access_delayed] Ich habe dir gesagt, dass dein Link länger dauert.
    [access_ended] Ich habe dir gesagt, dass dein Zugang abgelaufen ist.
   *[other] Ich habe dir geschrieben.
}
orders-story-not-sent = { $topic ->
    [owner] Ich konnte den Inhaber nicht erreichen.
    [pay_now] Ich konnte dir die Rechnung nicht schicken.
    [choose_payment] Ich konnte dich nicht fragen, wie du bezahlen möchtest.
    [stars_refused] Ich konnte dir nicht sagen, dass es keine Rechnung in Sternen gibt.
    [invoice_delayed] Ich konnte dir nicht sagen, dass die Rechnung länger dauert.
    [invoice_refused] Ich konnte dir nicht sagen, dass es keine Rechnung gibt.
    [case_waiting] Ich konnte dir nicht sagen, dass der Inhaber noch nicht entschieden hat.
    [case_accepted] Ich konnte dir nicht sagen, dass deine Bestellung bezahlt ist.
    [rest_refused] Ich konnte dir nicht wegen des fehlenden Rests schreiben.
    [payment_news] Ich konnte dir nicht wegen deiner Zahlung schreiben.
    [thanks] Ich konnte mich nicht bei dir bedanken.
    [access] Ich konnte dir den Link nicht schicken.
    [access_delayed] Ich konnte dir nicht sagen, dass dein Link länger dauert.
    [access_ended] Ich konnte dir nicht sagen, dass dein Zugang abgelaufen ist.
   *[other] Ich konnte dir nicht schreiben.
}
