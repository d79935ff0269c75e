### Setting up a channel: a page for each question, and what leads there.

## Offers to set up.

setup-offered = { $count ->
    [one] 🆕 <b>Ich wurde zu einem deiner Kanäle hinzugefügt:</b>
   *[other] 🆕 <b>Ich wurde zu { $count } deiner Kanäle hinzugefügt:</b>
}
setup-offered-ask = Möchtest du Zugang verkaufen oder Spenden annehmen? Es dauert fünf Minuten, alles hier im Chat.
setup-offered-yes = 🛠 Einrichten
setup-offered-no = 🕓 Nicht jetzt
setup-groups-never = 👥 Ich arbeite nur in Kanälen, nicht in Gruppen. Du kannst mich aus der Gruppe entfernen.
setup-groups-not-yet = 👥 <b>Zugang verkaufen kann ich bisher nur zu Kanälen, nicht zu Gruppen.</b>

    In der Gruppe bleibe ich still, du kannst mich dort also entfernen. Um Zugang zu verkaufen, füge mich als Admin zu einem privaten Kanal hinzu und sende dann /setup.
setup-add-to-channel = ➕ Zum Kanal hinzufügen

## Who may set up, and a channel that its creator takes back.

setup-closed = Kanäle einrichten kann hier nur, wen der Betreiber dieses Bots ausgewählt hat.
setup-closed-id = Um dabei zu sein, schick dem Betreiber deine Telegram-ID: <code>{ $id }</code>
setup-claimable = 🔑 Jemand anderes hat einen Kanal eingerichtet, den du erstellt hast. Du kannst ihn zurückholen.
setup-claim = 🔑 { $title } zurückholen
setup-claim-asked = 🔑 <b>{ $title } zurückholen?</b>

    { $person } hat ihn hier eingerichtet. Du hast den Kanal in Telegram erstellt, darum kannst du ihn mit Mitgliedern, Einstellungen und Verkäufen zurückholen. { $person } verliert die Rolle und erfährt es von mir.
setup-claim-yes = 🔑 Ja, zurückholen
setup-claim-no = ✕ Nein

## What the pages share.

setup-heading = 🛠 <b>{ $title } einrichten</b>
setup-heading-unnamed = 🛠 <b>Einen Kanal einrichten</b>
setup-keep = 👌 „{ $text }“ behalten
setup-leave-empty = 🗑 Leer lassen
setup-skip = ⏭ Überspringen
setup-now = <b>Jetzt:</b> { $text }

## The channels. $invite, $ban, $post: Telegram's names of rights, in quotes.

setup-private = <b>Welchen privaten Kanal verkaufst du?</b>
    Ich lasse Käufer rein und entferne sie, wenn ihr Zugang abläuft. Dafür brauche ich dort zwei Rechte: { $invite } und { $ban }.
setup-private-none = Füge mich zuerst als Admin zu deinem privaten Kanal hinzu.
setup-private-choose = Wähle ihn aus, oder füge mich zu einem anderen hinzu.
setup-public = <b>Hast du auch einen öffentlichen Kanal?</b>
    Dort poste ich, was du verkaufst, damit es alle sehen. Dafür brauche ich { $post }. Ohne öffentlichen Kanal teilst du deinen Link selbst.
setup-chat = 📣 { $title }
setup-public-none = 🚫 Keiner
setup-pick = 📣 Kanal auswählen
setup-picker = 👇 <b>Tippe unter dem Textfeld auf „{ $button }“.</b>
    Telegram zeigt deine Kanäle und gibt mir in dem ausgewählten die Rechte, die ich brauche.
setup-picked = 👌 Du hast { $title } ausgewählt.
setup-picker-closed = ⌨️ Diese Frage ist erledigt, deshalb habe ich ihren Button entfernt.

## The texts.

setup-title = <b>Wie heißt er?</b>
    Käufer sehen diesen Namen in der Liste, auf der Rechnung und in jeder Nachricht. Schreib ihn, oder behalte den Namen des Kanals.
setup-description = <b>Was bekommen deine Käufer?</b>
    Ein paar Sätze, die über den Preisen stehen. Schreib sie hier.
setup-donation = <b>Was sagst du allen, die spenden?</b>
    Es steht über dem Tastenfeld. Schreib es, oder überspring es.

## The tiers.

setup-tiers = <b>Was kostet der Zugang?</b>
setup-tiers-first = Füge einen Tarif hinzu: Name, Preis und Laufzeit. Bis zu { $max } sind möglich.
setup-tiers-remove = Tippe auf einen Tarif, um ihn zu entfernen.
setup-tier-remove = 🗑 { $tier } · { $price } · { $duration }
setup-tier-add = ➕ Tarif hinzufügen
setup-donations-only = 💝 Nur Spenden
setup-tiers-done = ✅ Fertig
setup-tier-name = <b>Wie heißt dieser Tarif?</b>
    Zum Beispiel „Gold“. Schreib den Namen, oder tippe auf einen.
setup-tier-basic = Basis
setup-tier-gold = Gold
setup-tier-vip = VIP
setup-tier-price = <b>Was kostet „{ $tier }“ in US-Dollar?</b>
    Schreib den Preis, ab { $least }, zum Beispiel 29,99. Oder tippe auf einen.
setup-tier-days = <b>Wie viele Tage gilt „{ $tier }“?</b>
    Schreib die Zahl, oder tippe auf eine.

## The rest.

setup-notifications = <b>Möchtest du bei jedem Verkauf eine Nachricht?</b>
    Hier in diesem Chat. Du kannst es jederzeit ändern.
setup-notifications-on = 🔔 Ja, hier
setup-notifications-off = 🔕 Nein
setup-grace = <b>Wie lange dürfen Mitglieder bleiben, nachdem ihr Zugang abgelaufen ist?</b>
    Das ist die Kulanzfrist. Schreib eine Anzahl Stunden, höchstens { $max }, oder tippe auf eine.
setup-grace-hours = { $count ->
    [0] Gar nicht
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
setup-tolerance = <b>Wie viel darf an einem Preis fehlen?</b>
    Die Kurse der Coins schwanken, und Wallets nehmen Gebühren. Darum kann eine Zahlung etwas zu klein ankommen. Schreib eine Prozentzahl, höchstens { $max }, oder tippe auf eine.
setup-percent = { $count } %

## The last page, with everything that was chosen.

setup-review = <b>Stimmt das so?</b>
setup-review-private = <b>Privater Kanal:</b> { $title }
setup-review-public = <b>Öffentlicher Kanal:</b> { $title }
setup-review-title = <b>Name:</b> { $title }
setup-review-description = <b>Beschreibung:</b> { $text }
setup-review-no-tiers = <b>Tarife:</b> keine, nur Spenden
setup-review-donation = <b>Spendentext:</b> { $text }
setup-review-notifications = { $state ->
    [on] <b>Verkaufsmeldungen:</b> hier
   *[off] <b>Verkaufsmeldungen:</b> aus
}
setup-review-grace = { $hours ->
    [0] <b>Kulanzfrist:</b> keine
    [one] <b>Kulanzfrist:</b> { $hours } Stunde
   *[other] <b>Kulanzfrist:</b> { $hours } Stunden
}
setup-start = ✅ Verkauf starten

## Answers: above a page, or to a tap. Plain text.

setup-ended = Diese Einrichtung ist beendet. Sende /channels für deine Kanäle, oder /setup für eine neue.
setup-changed = Das hat sich geändert. Sende /setup, um den aktuellen Stand zu sehen.
setup-cancelled = Abgebrochen. Es ist nichts im Verkauf, und deine Eingaben habe ich vergessen. Sende /setup, um neu zu beginnen.
setup-postponed = Alles klar. Sende /setup, wann immer du willst.
setup-nothing-to-type = Hier gibt es nichts zu schreiben. Tippe auf einen der Buttons.
setup-on-sale = Der Verkauf läuft. Teile die Links unten. Mit /channels kommst du zu diesem Kanal zurück.
setup-private-missing = Tippe auf « Zurück und wähle den privaten Kanal, den du verkaufst.
setup-private-just-taken = Jemand anderes verkauft diesen privaten Kanal seit eben. Tippe auf « Zurück und wähle einen anderen.
setup-public-just-sold = Jemand verkauft jetzt Zugang zu deinem öffentlichen Kanal, darum kann ich dort nicht posten. Tippe auf « Zurück und wähle einen anderen.
setup-not-claimable = Zurückholen kann diesen Kanal nur, wer ihn in Telegram erstellt hat. Sende /setup, um deine zu sehen.
setup-claimed = Dieser Kanal gehört jetzt dir. Der frühere Inhaber hat hier keine Rolle mehr und weiß Bescheid.
setup-claimed-without-posts = Dieser Kanal gehört jetzt dir. Der frühere Inhaber weiß Bescheid. In seinem öffentlichen Kanal darfst du nicht posten, also tue ich es auch nicht mehr. Wähle einen anderen in ⚙️ Einstellungen.
setup-claimed-from-you = „{ $title }“ gehört dir hier nicht mehr. Wer den Kanal in Telegram erstellt hat, hat ihn zurückgeholt. Du bekommst keine Meldungen mehr über seine Verkäufe.
setup-choose-among-yours = Diesen Kanal sehe ich nicht mehr unter deinen. Wähle einen von diesen.
setup-not-among-yours = Diesen Kanal sehe ich nicht mehr unter deinen. Achte darauf, dass wir dort beide Admins sind.
setup-sold-already = Dieser Kanal wird schon verkauft. Wähle einen anderen.
setup-private-inhabited = Solange jemand Zugang hat oder noch drin ist, kannst du den privaten Kanal nicht wechseln. Pausiere den Verkauf, und komm zurück, wenn alle weg sind.
setup-private-changed = Dieser private Kanal ist jetzt im Verkauf.
setup-public-changed = Ab jetzt poste ich dort und lösche meine Beiträge anderswo.
setup-public-dropped = Ich poste nirgends mehr und lösche meine Beiträge.
setup-bot-not-administrator = Ich bin kein Admin in „{ $title }“. Öffne den Kanal → Administratoren → Admin hinzufügen, wähle mich, und tippe dann auf Erneut prüfen.
setup-user-not-administrator = Laut Telegram bist du kein Admin in „{ $title }“. Bitte den Inhaber in Telegram, dich dazu zu machen, und tippe dann auf Erneut prüfen.
setup-own-rights-missing = Dir fehlt in „{ $title }“: { $rights }. Ich tue nur, was Telegram dir selbst erlaubt. Bitte den Inhaber des Kanals in Telegram darum, und tippe dann auf Erneut prüfen.
setup-chat-is-public = „{ $title }“ steht über { $name } allen offen, also muss niemand bezahlen. Mach den Kanal privat: Kanal öffnen → Bearbeiten → Kanaltyp → Privater Kanal. Tippe dann auf Erneut prüfen.
setup-rights-missing = Mir fehlt in „{ $title }“ noch: { $rights }. Öffne den Kanal → Administratoren → mich, schalte es ein, und tippe dann auf Erneut prüfen.
