### Setting up a channel: a page for each question, and what leads there.

## Offers to set up.

setup-offered = 🆕 <b>Ich wurde hinzugefügt zu:</b>
setup-offered-ask = Möchtest du Zugang verkaufen oder Spenden annehmen? Es dauert fünf Minuten, alles hier im Chat.
setup-offered-yes = 🛠 Einrichten
setup-offered-no = 🕓 Nicht jetzt
setup-groups-never = 👥 Zugang verkaufen kann hier nur, wen der Betreiber dieses Bots ausgewählt hat. Du kannst mich aus der Gruppe entfernen.
setup-group-added = 👥 <b>Ich wurde zu { $title } hinzugefügt</b>
setup-group-basic = Das ist eine einfache Gruppe, und ich kann nur Zugang zu einer Supergruppe verkaufen. So macht Telegram eine daraus: Gruppe öffnen → Bearbeiten → Chatverlauf für neue Mitglieder → Sichtbar. Sende danach /setup.
setup-group-not-administrator = Um Zugang zu ihr zu verkaufen, mach mich dort zum Admin. Ich brauche { $rights }. Sonst ist nichts zu tun: In der Gruppe schreibe ich nicht.
setup-group-promote = ➕ Zum Admin machen
setup-add-to-channel = ➕ Zum Kanal hinzufügen
setup-add-to-group = ➕ Zur Gruppe hinzufügen

## Who may set up, and a channel that its creator takes back.

setup-closed = Kanäle und Gruppen einrichten kann hier nur, wen der Betreiber dieses Bots ausgewählt hat.
setup-closed-id = Um dabei zu sein, schick dem Betreiber deine Telegram-ID: <code>{ $id }</code>
setup-claimable = 🔑 Jemand anderes hat einen Kanal oder eine Gruppe eingerichtet, die du erstellt hast. Du kannst das Angebot zurückholen.
setup-claim = 🔑 { $title } zurückholen
setup-claim-asked = 🔑 <b>{ $title } zurückholen?</b>

    { $person } hat das hier eingerichtet. Du hast den Chat in Telegram erstellt, darum kannst du alles mit Mitgliedern, Einstellungen und Verkäufen zurückholen. { $person } verliert die Rolle und erfährt es von mir.
setup-claim-yes = 🔑 Ja, zurückholen
setup-claim-no = ✕ Nein

## What the pages share.

setup-heading = 🛠 <b>{ $title } einrichten</b>
setup-heading-unnamed = 🛠 <b>Einrichten, was du verkaufst</b>
setup-keep = 👌 „{ $text }“ behalten
setup-leave-empty = 🗑 Leer lassen
setup-skip = ⏭ Überspringen
setup-now = <b>Jetzt:</b> { $text }

## The channels. $invite, $ban, $post: Telegram's names of rights, in quotes.

setup-private = <b>Welchen privaten Kanal oder welche Gruppe verkaufst du?</b>
    Ich lasse Käufer rein und entferne sie, wenn ihr Zugang abläuft. Dafür brauche ich dort zwei Rechte: { $invite } und { $ban }.
setup-private-none = Füge mich zuerst als Admin zu deinem privaten Kanal oder deiner Gruppe hinzu.
setup-private-choose = Wähle hier aus, oder füge mich woanders hinzu.
setup-public = <b>Hast du auch einen öffentlichen Kanal?</b>
    Dort poste ich, was du verkaufst, damit es alle sehen. Dafür brauche ich { $post }. Ohne öffentlichen Kanal teilst du deinen Link selbst.
setup-chat = { $kind ->
    [supergroup] 👥 { $title }
   *[channel] 📣 { $title }
}
setup-public-none = 🚫 Keiner
setup-pick = 📣 Kanal auswählen
setup-pick-group = 👥 Gruppe auswählen
setup-picker = 👇 <b>Tippe unter dem Textfeld auf „{ $button }“.</b>
    { $kind ->
        [supergroup] Telegram zeigt deine Gruppen und gibt mir in der ausgewählten die Rechte, die ich brauche.
       *[channel] Telegram zeigt deine Kanäle und gibt mir in dem ausgewählten die Rechte, die ich brauche.
    }
setup-picked = 👌 Du hast { $title } ausgewählt.
setup-picker-closed = ⌨️ Diese Frage ist erledigt, deshalb habe ich ihren Button entfernt.

## The texts.

setup-title = { $kind ->
    [supergroup] <b>Wie heißt die Gruppe?</b>
            Käufer sehen diesen Namen in der Liste, auf der Rechnung und in jeder Nachricht. Schreib ihn, oder behalte den Namen der Gruppe.
   *[channel] <b>Wie heißt der Kanal?</b>
            Käufer sehen diesen Namen in der Liste, auf der Rechnung und in jeder Nachricht. Schreib ihn, oder behalte den Namen des Kanals.
}
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
setup-review-private = { $kind ->
    [supergroup] <b>Private Gruppe:</b> { $title }
   *[channel] <b>Privater Kanal:</b> { $title }
}
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

setup-ended = Diese Einrichtung ist beendet. Sende /channels für deine Angebote, oder /setup für eine neue.
setup-changed = Das hat sich geändert. Sende /setup, um den aktuellen Stand zu sehen.
setup-cancelled = Abgebrochen. Es ist nichts im Verkauf, und deine Eingaben habe ich vergessen. Sende /setup, um neu zu beginnen.
setup-postponed = Alles klar. Sende /setup, wann immer du willst.
setup-nothing-to-type = Hier gibt es nichts zu schreiben. Tippe auf einen der Buttons.
setup-on-sale = Der Verkauf läuft. Teile die Links unten. Mit /channels kommst du hierher zurück.
setup-private-missing = Tippe auf « Zurück und wähle, was du verkaufst.
setup-private-just-taken = Jemand anderes verkauft seit eben Zugang dazu. Tippe auf « Zurück und wähle etwas anderes.
setup-public-just-sold = Jemand verkauft jetzt Zugang zu deinem öffentlichen Kanal, darum kann ich dort nicht posten. Tippe auf « Zurück und wähle einen anderen.
setup-not-claimable = Zurückholen kann das nur, wer den Chat in Telegram erstellt hat. Sende /setup, um deine zu sehen.
setup-claimed = Dieses Angebot gehört jetzt dir. Der frühere Inhaber hat hier keine Rolle mehr und weiß Bescheid.
setup-claimed-without-posts = Dieses Angebot gehört jetzt dir. Der frühere Inhaber weiß Bescheid. In seinem öffentlichen Kanal darfst du nicht posten, also tue ich es auch nicht mehr. Wähle einen anderen in ⚙️ Einstellungen.
setup-claimed-from-you = „{ $title }“ gehört dir hier nicht mehr. Wer den Chat in Telegram erstellt hat, hat alles zurückgeholt. Du bekommst keine Meldungen mehr über die Verkäufe.
setup-choose-among-yours = Das sehe ich nicht mehr unter deinen Kanälen und Gruppen. Wähle hier aus.
setup-not-among-yours = Das sehe ich nicht mehr unter deinen Kanälen und Gruppen. Achte darauf, dass wir dort beide Admins sind.
setup-sold-already = Das gehört hier schon zu einem Angebot. Wähle etwas anderes.
setup-basic-group = Das ist eine einfache Gruppe, und ich kann nur Zugang zu einer Supergruppe verkaufen. So macht Telegram eine daraus: Gruppe öffnen → Bearbeiten → Chatverlauf für neue Mitglieder → Sichtbar. Tippe dann auf Erneut prüfen.
setup-group-not-posted = Ich poste nur in Kanälen, nicht in Gruppen. Wähle einen Kanal oder keinen.
setup-private-inhabited = Solange jemand Zugang hat oder noch drin ist, kannst du nicht ändern, was du verkaufst. Pausiere den Verkauf, und komm zurück, wenn alle weg sind.
setup-private-changed = Das ist jetzt im Verkauf.
setup-public-changed = Ab jetzt poste ich dort und lösche meine Beiträge anderswo.
setup-public-dropped = Ich poste nirgends mehr und lösche meine Beiträge.
setup-bot-not-administrator = { $kind ->
    [supergroup] Ich bin kein Admin in „{ $title }“. Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren → Admin hinzufügen, wähle mich, und tippe dann auf Erneut prüfen.
    [channel] Ich bin kein Admin in „{ $title }“. Öffne den Kanal, tippe auf seinen Namen, dann auf Administratoren → Admin hinzufügen, wähle mich, und tippe dann auf Erneut prüfen.
   *[unknown] Ich bin kein Admin in „{ $title }“. Tippe dort auf den Namen, dann auf Administratoren (in einer Gruppe: Bearbeiten → Administratoren). Füge mich hinzu, und tippe dann auf Erneut prüfen.
}
setup-user-not-administrator = Laut Telegram bist du kein Admin in „{ $title }“. Bitte den Inhaber in Telegram, dich dazu zu machen, und tippe dann auf Erneut prüfen.
setup-own-rights-missing = Dir fehlt in „{ $title }“: { $rights }. Ich tue nur, was Telegram dir selbst erlaubt. Bitte den Inhaber in Telegram darum, und tippe dann auf Erneut prüfen.
setup-chat-is-public = { $kind ->
    [supergroup] „{ $title }“ steht über { $name } allen offen, also muss niemand bezahlen. Mach die Gruppe privat: Gruppe öffnen → Bearbeiten → Gruppentyp → Private Gruppe. Tippe dann auf Erneut prüfen. Oder wähle eine andere.
   *[channel] „{ $title }“ steht über { $name } allen offen, also muss niemand bezahlen. Mach den Kanal privat: Kanal öffnen → Bearbeiten → Kanaltyp → Privater Kanal. Tippe dann auf Erneut prüfen. Oder wähle einen anderen.
}
setup-rights-missing = { $kind ->
    [supergroup] Mir fehlt in „{ $title }“ noch: { $rights }. Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren → mich, schalte es ein, und tippe dann auf Erneut prüfen.
   *[channel] Mir fehlt in „{ $title }“ noch: { $rights }. Öffne den Kanal, tippe auf seinen Namen, dann auf Administratoren → mich, schalte es ein, und tippe dann auf Erneut prüfen.
}
