### Erstattungen, die der Bot selbst macht, wenn der Inhaber es will.

## Knöpfe. $amount: "⭐ 385".

refunds-button = ↩️ { $amount } erstatten
refunds-button-asked = ⏳ Erstattung von { $amount }
refunds-yes = ↩️ Ja, { $amount } erstatten
refunds-again = ↩️ Noch einmal

## Die Frage vor einer Erstattung und ihr Stand. $person: "@dana".

refunds-ask = ↩️ <b>{ $amount } an { $person } erstatten?</b>
refunds-leaves-balance = • { $amount } geht vom Guthaben dieses Bots ab. Das lässt sich nicht rückgängig machen.
refunds-ends-access = • Der Zugang durch diese Zahlung endet.
refunds-ends-renewal = • Das Abo verlängert sich nicht mehr.
refunds-on-its-way = ⏳ <b>Ich sende { $amount } an { $person } zurück.</b> Wer darum gebeten hat, bekommt eine Nachricht, sobald es erledigt ist.
refunds-done = ↩️ <b>{ $amount } ging an { $person } zurück.</b>
# Was der Knopf tut. $label: seine Worte.
refunds-means = <b>{ $label }:</b> Ich frage noch einmal nach und sende es dann zurück.
# Die Erstattung einer Zahlung. $item: "donation" oder "subscription".
refunds-made = { $item ->
    [donation] Telegram hat es zurückgesendet.
   *[other] Telegram hat es zurückgesendet. Der Zugang, den es bezahlt hat, ist beendet.
}

## Eine Erstattung, die Telegram abgelehnt hat.

refunds-refused = ⚠️ <b>{ $amount } konnte nicht an { $person } zurückgesendet werden.</b>
refunds-refused-balance = Das Guthaben dieses Bots reicht nicht, weil Sterne ausgezahlt oder erstattet wurden. Bitte den Betreiber des Bots, Sterne nachzuladen, und versuche es noch einmal.
refunds-refused-unanswered = Telegram hat drei Tage lang nicht geantwortet. Versuche es noch einmal. Was schon zurückging, geht nicht zweimal zurück.
refunds-refused-other = Telegram hat abgelehnt, nichts hat sich geändert. Versuche es später noch einmal. Lehnt es wieder ab, gib dem Betreiber des Bots die Nummer der Zahlung.

## Antworten.

refunds-nothing = Hier gibt es nichts mehr zu erstatten.

## Der Verlauf einer Bestellung und das Protokoll. $by, $person: wer verwaltet.

refunds-story-asked = { $person } will eine Zahlung erstatten.
refunds-story-asked-buyer = Der Inhaber will eine Zahlung erstatten.
refunds-story-refused = Telegram hat die Erstattung abgelehnt.
refunds-log-asked = { $by } will eine Zahlung erstatten
refunds-log-refused = { $by } konnte eine Zahlung nicht erstatten, weil Telegram ablehnte
