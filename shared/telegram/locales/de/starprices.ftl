starprices-edit = ⭐ Preis in Stars
starprices-tier-title = ⭐ <b>{ $tier }</b>, ein Tarif von { $title } für { $price }
starprices-none = Für Stars gibt es ihn nicht.
starprices-worth = In Stars: <b>{ $stars }</b>, etwa { $share } zum Kurs von Telegram für Entwickler, { $thousand } = { $rate }
starprices-for-owner = { $stars }: Du bekommst etwa { $share } zum Kurs von Telegram für Entwickler, { $thousand } = { $rate }. Wer kauft, zahlt etwa { $cost }.
starprices-for-buyer = { $stars }: Wer kauft, zahlt etwa { $cost }. Du bekommst etwa { $share }.
starprices-store = Das gilt für Stars aus einem App-Store, { $thousand } für { $cost }. Anderswo kosten sie weniger.
starprices-too-high = Dieser Preis in Dollar ist mehr als { $most }, das Höchste für eine Rechnung bei Telegram.
starprices-ask = Tippe auf einen Vorschlag oder schick mir eine ganze Zahl Stars bis { $most }. Ein neuer Preis in Dollar ändert sie nicht.
starprices-set-up = Was kostet „{ $tier }“ in Telegram Stars? Tippe auf einen Vorschlag oder schick mir eine ganze Zahl Stars bis { $most }.
starprices-set-up-none = Nicht für Stars
starprices-whose = Telegram zahlt die Stars an den Besitzer dieses Bots, der mit dir abrechnet.
starprices-remove = 🗑 Entfernen
starprices-off = Käufer sehen ihn nicht: Der Besitzer dieses Bots nimmt gerade keine Stars für deine Angebote.

starprices-donations-button = ⭐ Spenden in Stars
starprices-donations-title = ⭐ <b>Spenden in Stars für { $title }</b>
starprices-donations-none = Sie sind aus.
starprices-donations-on = ✅ Einschalten
starprices-donations-off = ⛔️ Ausschalten
starprices-donations-ask = Wer spendet, wählt eine dieser Zahlen. Zum Ändern schick mir bis zu { $most } ganze Zahlen mit Leerzeichen dazwischen, jede bis { $max }, zum Beispiel: 50 100 500

starprices-ask-tier = Was kostet er in Stars? Zum Beispiel 385.
starprices-ask-donations = Welche Zahlen von Stars stehen zur Wahl? Zum Beispiel 50 100 500.
starprices-typed = Schreib eine ganze Zahl Stars von 1 bis { $max }.
starprices-typed-presets = Schick bis zu { $most } ganze Zahlen mit Leerzeichen dazwischen, zum Beispiel 50 100 500. Eine einzelne darf höchstens { $max } sein.
starprices-stay = Gespeichert. Der Preis in Stars bleibt { $stars }. Offene Bestellungen bleiben, wie sie sind.
starprices-off-toast = Der Besitzer dieses Bots nimmt gerade keine Stars für deine Angebote.
