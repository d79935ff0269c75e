### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = Wie möchtest du bezahlen?
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } ist zu wenig für Krypto. Du kannst mit Telegram-Sternen bezahlen.
paystep-crypto-refused = In Krypto kannst du das gerade nicht bezahlen. Nichts wurde abgebucht. Du kannst mit Telegram-Sternen bezahlen.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 Wenn du die automatische Verlängerung wählst, zahlst du { $price } jetzt und dann alle 30 Tage, bis du kündigst. Du kannst jederzeit in Telegram kündigen: „Einstellungen“, dann „Meine Sterne“.
paystep-button-crypto = 💳 { $price } in Krypto
paystep-button-stars = { $price } in Telegram
paystep-button-renew = 🔁 { $price } alle 30 Tage
paystep-button-other = « Anders bezahlen
paystep-button-again = ⭐ Noch mal versuchen

## A donation: how to give, and how many Stars.

paystep-donate-how = Wie möchtest du spenden?
paystep-donate-crypto = 💳 In Krypto
paystep-donate-stars = ⭐ In Telegram-Sternen
paystep-donate-amount = Wie viele Sterne möchtest du spenden? Du bezahlst in Telegram.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } in { $title }. Sobald du bezahlt hast, bist du drin.
paystep-invoice-description-donation = Deine Spende für { $title }. Danke!
paystep-invoice-pay = { $price } bezahlen
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 Du zahlst { $price } jetzt und dann automatisch alle 30 Tage, bis du kündigst. Du kannst jederzeit in Telegram kündigen: „Einstellungen“, dann „Meine Sterne“.

## Telegram makes no invoice.

paystep-refused = Telegram konnte deine Rechnung über { $price } nicht erstellen. Nichts wurde abgebucht.
paystep-refused-crypto = Versuch es noch einmal oder bezahl in Krypto.
paystep-refused-later = Versuch es noch einmal. Klappt es weiter nicht, frag den Inhaber.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>In { $title } kann gerade niemand mit Telegram-Sternen bezahlen</b>
paystep-outage-advice = Telegram erstellt gerade keine Rechnungen in Sternen. Käufer können in Krypto bezahlen, wenn der Preis hoch genug ist. Sag dem Betreiber dieses Bots Bescheid.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = So kannst du gerade nicht bezahlen. Nichts wurde abgebucht. Wähle eine andere Zahlungsart.
