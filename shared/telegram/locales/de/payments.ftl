### What is for sale, the invoice, and what becomes of a payment. Buyers and donors read it.

## The list of channels.

payments-list-empty = Hier ist nichts gelistet. Öffne den Link, den du vom Inhaber bekommen hast.
payments-list-how = Wähle etwas aus, um das Angebot zu sehen.
payments-list-stopped = ⏸ { $title }: gerade nicht im Verkauf.
payments-list-commands = /mysubs zeigt deine Abos, /help, was ich kann.

## The page of a channel, and its post in the public channel.

payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } · für immer
   *[other] 💎 { $tier } · { $price } / { $duration }
}
payments-tier-named-after-time = 💎 { $tier } · { $price }
payments-tier-stopped = { $label }: gerade nicht im Verkauf
payments-page-has-access = { $until ->
    [for_ever] ✅ Du hast Zugang für immer. Du musst nichts verlängern.
   *[other] ✅ Du hast Zugang bis { $until }. Wenn du früher verlängerst, behältst du deine restlichen Tage.
}
payments-page-renews = ✅ Du hast Zugang bis { $until }. 🔁 Er verlängert sich von selbst.
payments-page-paused = ⏸ Der Inhaber hat den Verkauf pausiert. Was du bezahlt hast, läuft weiter.
payments-page-off-held = ⏸ Zahlungen sind gerade ausgeschaltet. Dein Geld ist sicher. Sobald sie wieder gehen, kannst du den Rest bezahlen.
payments-page-empty = Hier wird gerade nichts verkauft.
payments-page-stopped = Ich kann gerade niemanden reinlassen. Versuch es später noch einmal. Was du bezahlt hast, läuft weiter.
payments-page-how = Wähle eine Laufzeit. Bezahl mit einem Coin deiner Wahl. Sobald die Zahlung da ist, bist du drin.
payments-page-how-either = Wähle eine Laufzeit. Bezahl mit einem Coin deiner Wahl oder mit Telegram-Sternen. Sobald die Zahlung da ist, bist du drin.
payments-page-how-stars = Wähle eine Laufzeit. Bezahl mit Telegram-Sternen und du bist sofort drin.
payments-page-back = « Zurück zur Liste
payments-post-how = Wähle eine Laufzeit. Bezahl mit einem Coin deiner Wahl.
payments-post-how-either = Wähle eine Laufzeit. Bezahl mit einem Coin deiner Wahl oder mit Telegram-Sternen.
payments-post-replaced = Der aktuelle Beitrag ist weiter unten.
payments-post-withdrawn = Dieser Beitrag wurde zurückgezogen.

## Money in an order that is not paid yet, before a new one is made.

payments-held-part = 💰 <b>{ $received } von { $price } angekommen:</b> { $order }.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = /mysubs zeigt { $count } weitere.
payments-held-off = Dein Geld ist sicher. Sobald Zahlungen wieder gehen, kannst du den Rest bezahlen.
payments-held-pay-rest = Bezahl den Rest, und deine Bestellung ist vollständig.
payments-held-unconfirmed = Schick dem Inhaber den Link zur Transaktion: Tippe auf 📜, dann auf ✉️.
payments-held-unconfirmed-or-buy = Schick dem Inhaber den Link zur Transaktion (tippe auf 📜, dann auf ✉️), oder kauf noch einmal.
payments-held-safe = Dein Geld ist sicher. Du musst nichts tun.
payments-held-from-scratch = Wenn du { $tier } trotzdem für { $price } kaufst, entscheidet der Inhaber über das Geld, das schon da ist.
payments-held-on-top = Du kannst auch { $tier } für { $price } kaufen. Deine andere Zahlung zählt trotzdem, sobald sie bestätigt ist.
payments-held-buy-from-scratch = 💎 Trotzdem kaufen: { $price }
payments-held-buy-too = 💎 Zusätzlich kaufen: { $price }

## The invoice. Its button opens the page of NOWPayments.

payments-paid = ✅ <b>Bezahlt.</b>
payments-invoice-donation = 💝 <b>Deine Spende für { $title }: { $amount }</b>
payments-invoice-donation-how = Tippe auf „Jetzt bezahlen“ und wähle einen Coin. Diese Nachricht ändert sich, sobald ich deine Zahlung sehe.
payments-invoice-how = Tippe auf „Jetzt bezahlen“ und wähle einen Coin. Sobald deine Zahlung da ist, bist du drin.
payments-invoice-rest = ➕ <b>{ $received } von { $price } angekommen.</b>
payments-invoice-rest-how = Bezahl die restlichen { $rest } mit einem Coin deiner Wahl, und du bist drin.
payments-invoice-rest-donation-how = Bezahl die restlichen { $rest } mit einem Coin deiner Wahl, und deine Spende ist vollständig.
payments-invoice-renewal = { $order }. Tippe auf „Jetzt bezahlen“ und wähle einen Coin.
payments-invoice-renewal-rest = { $order }. { $received } sind schon angekommen. Bezahl den Rest mit einem Coin deiner Wahl.
payments-invoice-not-now = ✕ Nicht jetzt
payments-invoice-cancelled = ✕ Bestellung storniert. Es wurde nichts abgebucht.
payments-invoice-cancelled-unconfirmed = ✕ Bestellung storniert. Kommt deine Zahlung noch an, zählt sie.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>{ $received } von { $price } angekommen.</b>
payments-rest-too-small = { $rest } ist für eine Krypto-Zahlung zu wenig. Dein Geld ist sicher. Der Inhaber weiß Bescheid und entscheidet.
payments-rest-refused = Die restlichen { $rest } lassen sich gerade nicht bezahlen. Dein Geld ist sicher. Der Inhaber weiß Bescheid und entscheidet.
payments-rest-accepted-by-default = Kommt innerhalb von 7 Tagen keine Antwort, gilt deine Bestellung als bezahlt. Du musst nichts tun.
payments-rest-try-again = Du kannst es auch morgen noch einmal versuchen.
payments-rest-wait = Du musst nichts tun.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ Deine Rechnung dauert länger als sonst. Es wurde nichts abgebucht. Die Rechnung über { $amount } erscheint hier, sobald sie fertig ist.
payments-no-invoice-donation-below = Krypto-Zahlungen gehen heute ab <b>{ $least }</b>. Es wurde nichts abgebucht. Wie wäre es mit { $suggested }?
payments-no-invoice-below = Krypto-Zahlungen gehen heute ab <b>{ $least }</b>, und das hier kostet { $amount }. Es wurde nichts abgebucht. Wähle einen anderen Tarif, oder frag den Inhaber.
payments-no-invoice-donation-too-small = { $amount } ist gerade zu wenig für eine Krypto-Zahlung. Es wurde nichts abgebucht. Versuch es mit einem höheren Betrag.
payments-no-invoice-too-small = { $amount } ist gerade zu wenig für eine Krypto-Zahlung. Es wurde nichts abgebucht. Wähle einen anderen Tarif, oder frag den Inhaber.
payments-no-invoice-unanswered = Der Zahlungsdienst konnte deine Rechnung über { $amount } drei Tage lang nicht erstellen, darum versuche ich es nicht weiter. Es wurde nichts abgebucht. Du kannst es jetzt noch einmal versuchen.
payments-no-invoice-refused = Der Zahlungsdienst konnte deine Rechnung über { $amount } nicht erstellen. Es wurde nichts abgebucht. Versuch es in einer Stunde noch einmal. Klappt es dann wieder nicht, frag den Inhaber.
payments-no-invoice-other-amount = 💝 Anderen Betrag versuchen
payments-no-invoice-try-again = 💝 Noch mal versuchen
payments-no-invoice-back = « Zurück zum Angebot

payments-outage-title = 🚨 <b>In { $title } kann gerade niemand bezahlen</b>
payments-outage-count = { $count ->
    [one] Der Zahlungsdienst hat in der letzten Stunde { $count } Rechnung abgelehnt. Der Käufer weiß Bescheid. Es wurde nichts abgebucht.
   *[other] Der Zahlungsdienst hat in der letzten Stunde { $count } Rechnungen abgelehnt. Alle Käufer wissen Bescheid. Es wurde nichts abgebucht.
}
payments-outage-channels = { $count ->
    [one] Betroffen ist { $count } deiner Angebote.
   *[other] Betroffen sind { $count } deiner Angebote.
}
payments-outage-advice = Prüfe dein NOWPayments-Konto: Sind Coins eingeschaltet, und ist eine Auszahlungsadresse hinterlegt? Kein Konto dort? Sag dem Betreiber dieses Bots Bescheid. Danach geht der Verkauf von selbst weiter.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>Danke!</b> Deine Spende für { $title } ist angekommen.
   *[other] 💝 <b>Danke!</b> Deine Spende von { $amount } für { $title } ist angekommen.
}
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>Danke!</b> Von deiner Spende für { $title } ist noch mehr angekommen.
   *[other] 💝 <b>Danke!</b> Deine Spende für { $title } beträgt jetzt { $amount }.
}
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>Danke!</b> Noch eine Spende für { $title } ist angekommen.
   *[other] 💝 <b>Danke!</b> Noch eine Spende von { $amount } für { $title } ist angekommen.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>Danke!</b> Von deiner weiteren Spende für { $title } ist noch mehr angekommen.
   *[other] 💝 <b>Danke!</b> Deine weitere Spende für { $title } beträgt jetzt { $amount }.
}
payments-thanks-more = Das sind { $more } mehr als geplant.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 Ich sehe deine Zahlung. Das Netzwerk bestätigt sie gerade. Das kann bis zu einer Stunde dauern.
   *[other] 👀 Ich sehe deine Zahlung über { $amount }. Das Netzwerk bestätigt sie gerade. Das kann bis zu einer Stunde dauern.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ Deine Zahlung ist seit einer Woche unbestätigt. Der Inhaber weiß Bescheid. Schick ihm den Link zur Transaktion. Bis dahin kannst du noch einmal kaufen oder stornieren. Kommt das Geld später an, finde ich es trotzdem.
   *[other] ⏳ Deine Zahlung über { $amount } ist seit einer Woche unbestätigt. Der Inhaber weiß Bescheid. Schick ihm den Link zur Transaktion. Bis dahin kannst du noch einmal kaufen oder stornieren. Kommt das Geld später an, finde ich es trotzdem.
}
payments-news-over = { $excess ->
    [unknown] ℹ️ Du hast mehr gesendet als nötig. Dein Zugang bleibt, wie er ist. Der Inhaber weiß Bescheid und kann den Überschuss behalten oder zurückschicken.
   *[other] ℹ️ Du hast { $excess } mehr gesendet als nötig. Dein Zugang bleibt, wie er ist. Der Inhaber weiß Bescheid und kann den Überschuss behalten oder zurückschicken.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ Du hast mehr gesendet als geplant. Der Inhaber weiß Bescheid und kann den Überschuss behalten oder zurückschicken.
   *[other] ℹ️ Du hast { $excess } mehr gesendet als geplant. Der Inhaber weiß Bescheid und kann den Überschuss behalten oder zurückschicken.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ Ein anderer Teil dieser Bestellung wurde erstattet. Der Inhaber entscheidet über deine Zahlung.
   *[other] ℹ️ Ein anderer Teil dieser Bestellung wurde erstattet. Der Inhaber entscheidet über deine { $amount }.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ Deine Zahlung ist angekommen, danach aber fehlgeschlagen.
   *[other] ⚠️ Deine Zahlung über { $amount } ist angekommen, danach aber fehlgeschlagen.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ Deine Zahlung ist angekommen, danach aber abgelaufen.
   *[other] ⚠️ Deine Zahlung über { $amount } ist angekommen, danach aber abgelaufen.
}
payments-news-short = { $amount ->
    [unknown] ⚠️ Deine Zahlung ist angekommen, aber es fehlen noch { $missing }.
   *[other] ⚠️ Deine Zahlung über { $amount } ist angekommen, aber es fehlen noch { $missing }.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ Eine Zahlung ist angekommen, wurde aber nicht abgeschlossen.
   *[other] ⚠️ Eine Zahlung über { $amount } ist angekommen, wurde aber nicht abgeschlossen.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ Deine Zahlung kam erst nach Ablauf der Rechnung an, und das Angebot hat sich seitdem geändert.
   *[other] ⚠️ Deine Zahlung über { $amount } kam erst nach Ablauf der Rechnung an, und das Angebot hat sich seitdem geändert.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ Für diese Bestellung ist eine zweite Zahlung angekommen.
   *[other] ⚠️ Für diese Bestellung ist eine zweite Zahlung über { $amount } angekommen.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ Deine Zahlung kam in einem anderen Coin an, als auf der Rechnung stand.
   *[other] ⚠️ Deine Zahlung über { $amount } kam an, aber auf der Rechnung stand ein anderer Coin.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ Deine Zahlung ist angekommen, passt aber nicht zum Preis deiner Bestellung.
   *[other] ⚠️ Deine Zahlung über { $amount } ist angekommen, passt aber nicht zum Preis deiner Bestellung.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ Jemand anderes hat deine Bestellung bezahlt.
   *[other] ⚠️ Jemand anderes hat { $amount } für deine Bestellung bezahlt.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ Du hast für die Bestellung von jemand anderem bezahlt.
   *[other] ⚠️ Du hast { $amount } für die Bestellung von jemand anderem bezahlt.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ Deine Zahlung kam an, als die Bestellung schon geschlossen war.
   *[other] ⚠️ Deine Zahlung über { $amount } kam an, als die Bestellung schon geschlossen war.
}
payments-news-not-lost = Dein Geld ist nicht verloren: Der Inhaber weiß Bescheid und kann es anrechnen oder zurückschicken.
payments-news-unsure = Der Inhaber weiß Bescheid und kann prüfen, ob das Geld angekommen ist.
payments-news-credited = { $amount ->
    [unknown] ✅ Der Inhaber hat deine Zahlung angerechnet.
   *[other] ✅ Der Inhaber hat deine Zahlung über { $amount } angerechnet.
}
payments-news-failed = ❌ Deine Zahlung ist fehlgeschlagen. Es ist nichts angekommen. Du kannst neu beginnen.
payments-news-expired = ⌛ Diese Rechnung ist unbezahlt abgelaufen. Schon gesendet? Ich finde es trotzdem.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ Deine Zahlung wurde erstattet.
   *[other] ↩️ Deine Zahlung über { $amount } wurde erstattet.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ Deine Zahlung wurde erstattet. Der Zugang, der damit bezahlt war, ist beendet.
   *[other] ↩️ Deine Zahlung über { $amount } wurde erstattet. Der Zugang, der damit bezahlt war, ist beendet.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Storniert. Es wurde nichts abgebucht.
payments-order-cancelled-unconfirmed = Storniert. Kommt deine Zahlung noch an, zählt sie.
payments-order-settled = Das ist schon bezahlt. Danke!
payments-order-refunded = Das wurde erstattet.
payments-nothing-to-cancel = Hier gibt es nichts zu stornieren.
payments-on-its-way = Eine Zahlung ist unterwegs, darum kannst du das nicht stornieren.
payments-invoice-coming = Deine Rechnung ist unterwegs.
payments-pending = Deine Zahlung wird bestätigt. Sobald das erledigt ist, siehst du es hier.
payments-channel-paused = Der Inhaber hat den Verkauf pausiert. Was du bezahlt hast, läuft weiter.
payments-not-on-sale = Das ist gerade nicht im Verkauf. Es wurde nichts abgebucht. Was du bezahlt hast, läuft weiter.
payments-tier-not-offered = Dieser Tarif wird nicht mehr angeboten. Öffne das Angebot noch einmal, um zu sehen, was es gibt.
payments-access-ended = Dein Zugang ist abgelaufen. Wähle einen Tarif, um zurückzukommen.
payments-has-for-ever = Du hast für immer Zugang. Du musst nichts bezahlen.
payments-place-not-included = Dieser Button ist veraltet. Sende /mysubs und nutze die Buttons dort.
payments-entry-tried-again = Ich versuche es jetzt noch einmal.
payments-order-unknown = Diese Bestellung finde ich nicht. Schick /mysubs, um deine zu sehen.
payments-owner-will-decide = Der Inhaber entscheidet über deine Zahlung. Du musst nichts tun.
payments-unconfirmed = Deine Zahlung ist seit einer Woche unbestätigt. Schick dem Inhaber den Link zur Transaktion über /mysubs, oder kauf noch einmal.
payments-only-owner-decides = Das können nur der Inhaber und die Manager entscheiden.
payments-order-changed = Diese Bestellung hat sich geändert. Sieh sie dir noch einmal an und entscheide dann.
payments-nothing-to-decide = Bei dieser Zahlung gibt es nichts mehr zu entscheiden.
payments-price-too-small = Krypto-Zahlungen gehen heute ab { $least }, und das hier kostet { $price }. Es wurde nichts abgebucht. Wähle einen anderen Tarif.
payments-too-many-orders-minutes = { $count ->
    [one] Du hast schon viele Bestellungen geöffnet. Die nächste geht in { $count } Minute.
   *[other] Du hast schon viele Bestellungen geöffnet. Die nächste geht in { $count } Minuten.
}
payments-too-many-orders-hours = { $count ->
    [one] Du hast schon viele Bestellungen geöffnet. Die nächste geht in { $count } Stunde.
   *[other] Du hast schon viele Bestellungen geöffnet. Die nächste geht in { $count } Stunden.
}
