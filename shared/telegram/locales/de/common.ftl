### What every room uses.

common-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
common-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
common-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
common-for-ever = für immer
common-for-ever-button = ♾ Für immer

## Buttons that many pages have.

common-back = « Zurück
common-cancel = ✕ Abbrechen
common-previous = « Vorherige
common-next = Nächste »
common-look-again = 🔄 Aktualisieren
common-check-again = 🔄 Erneut prüfen
common-pay-now = 💳 Jetzt bezahlen

## Lines that many pages have.

common-channel = <b>Angebot:</b> { $title }
common-place = { $kind ->
    [supergroup] { $title } (Gruppe)
   *[channel] { $title } (Kanal)
}
common-from = <b>Von:</b> { $person }
common-telegram-says = Telegram meldet: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = Dieser Button funktioniert nicht mehr.
common-button-unknown = Dieser Button funktioniert nicht mehr. Sende /help, um zu sehen, was ich kann.
common-too-fast = Das ging schnell. Warte einen Moment und tippe dann noch einmal.
common-not-sold-to-you = Das steht dir nicht zur Verfügung. Fragen? /paysupport
common-telegram-silent = Telegram antwortet gerade nicht. Es ist nichts verloren. Tippe gleich noch einmal.
common-payments-off = Zahlungen sind gerade ausgeschaltet. Es wurde nichts abgebucht. Versuch es später noch einmal.

## An order and its people, in parts of a line.

common-tier = { $tier } ({ $duration })
common-order-donation = { $amount } für { $title }
common-order-subscription = { $tier } in { $title } für { $amount }
common-either-price = { $dollars } oder { $stars }
common-order-reference = Bestellung <code>{ $reference }</code>
common-series = { $first }, { $next }
common-facts = { $first } · { $next }
common-numbered = { $label } ({ $count })
common-person-unnamed = Konto { $id }
common-person-anonymous = Anonym
common-person-with-id = { $person } (ID <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = Sie kam spät an. Kein Problem, sie zählt.
common-odd-partial = Sie kam in Teilen an, oder es fehlte ein wenig. Kein Problem, sie zählt.
common-odd-repeated = Es war eine zweite Zahlung. Sie zählt.
common-odd-wrong-asset = Sie kam in einem anderen Coin an. Kein Problem, sie zählt.
common-odd-amount-mismatch = Sie war für einen anderen Preis. Sie zählt.
common-odd-other-payer = Jemand anderes hat für dich bezahlt. Die Zahlung zählt.
common-odd-closed = Sie kam an, als die Bestellung schon geschlossen war. Sie zählt.
common-odd-over = { $excess ->
    [unknown] Du hast mehr gesendet als nötig. Der Inhaber sieht das.
   *[other] Du hast { $excess } mehr gesendet als nötig. Der Inhaber sieht das.
}

## The same for the owner.

common-odd-owner-late = Die Zahlung kam erst nach Ablauf der Rechnung an und wurde angenommen.
common-odd-owner-partial = Die Zahlung kam in Teilen oder etwas zu klein an und wurde angenommen.
common-odd-owner-repeated = Es war eine zweite Zahlung, und sie wurde angenommen.
common-odd-owner-wrong-asset = Die Zahlung kam in einem anderen Coin an und wurde angenommen.
common-odd-owner-amount-mismatch = Die Zahlung war für einen anderen Preis und wurde angenommen.
common-odd-owner-other-payer = Jemand anderes hat bezahlt, und die Zahlung wurde angenommen.
common-odd-owner-closed = Die Zahlung kam an, als die Bestellung schon geschlossen war, und wurde angenommen.
common-odd-owner-over = { $excess ->
    [unknown] Es war mehr, als auf der Rechnung stand.
   *[other] Es waren { $excess } mehr, als auf der Rechnung stand.
}
