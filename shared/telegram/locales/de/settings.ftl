### What an owner or manager sets about a channel: the settings, tiers, removals and notifications.

## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>Einstellungen von { $title }</b>
settings-none = nicht festgelegt
settings-private = { $kind ->
    [supergroup] <b>Private Gruppe:</b> { $value }
   *[channel] <b>Privater Kanal:</b> { $value }
}
settings-public = <b>Öffentlicher Kanal:</b> { $value }
settings-description = <b>Beschreibung:</b> { $value }
settings-tiers = <b>Tarife:</b> { $count }
settings-donation-message = <b>Spendentext:</b> { $value }
settings-grace = <b>Kulanzfrist:</b> { $hours ->
    [0] keine
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
}
settings-tolerance = <b>Erlaubter Fehlbetrag:</b> { $percent } %
settings-removals = <b>Auto-Entfernen:</b> { $removals ->
    [dry_run] Probelauf, niemand wird entfernt
    [off] aus, niemand wird entfernt
   *[on] an, Mitglieder werden entfernt, wenn ihr Zugang abläuft
}
settings-time-zone = <b>Zeitzone:</b> { $timeZone }
settings-language = <b>Sprache der Beiträge:</b> { $language }
settings-listed = <b>Gelistet in /start:</b> { $listed ->
    [no] nein
    [blocked] nein, der Betreiber dieses Bots erlaubt es nicht
   *[yes] ja
}

settings-button-title = ✏️ Name
settings-button-description = ✏️ Beschreibung
settings-button-tiers = 💎 Tarife
settings-button-donation-message = 💝 Spendentext
settings-button-amounts = 💝 Spendenbeträge
settings-button-grace = ⏳ Kulanzfrist
settings-button-tolerance = ➗ Fehlbetrag
settings-button-removals = 🚪 Auto-Entfernen
settings-button-time-zone = 🌍 Zeitzone
settings-button-language = 🌐 Beitragssprache
settings-button-private = { $kind ->
    [supergroup] 🔒 Private Gruppe
   *[channel] 🔒 Privater Kanal
}
settings-button-public = 📢 Öffentlicher Kanal
settings-button-unlist = 🙈 Nicht mehr listen
settings-button-list = 📃 In /start listen
settings-button-team = 👥 Team

## Removals.

settings-removals-title = 🚪 <b>Auto-Entfernen in { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>Probelauf.</b> Niemand wird entfernt. Ich notiere im Protokoll, wen es treffen würde.
    [off] <b>Aus.</b> Niemand wird entfernt.
   *[on] <b>An.</b> Mitglieder werden entfernt, wenn ihr Zugang abläuft.
}
settings-removals-on = ✅ Einschalten
settings-removals-trial = 👀 Probelauf
settings-removals-off = ⛔️ Ausschalten

## The language of the posts.

settings-language-title = 🌐 <b>Beitragssprache von { $title }</b>
settings-language-now = Sprache meiner Beiträge und von allem, was ich in Gruppen über dieses Angebot schreibe: { $language }. Tippe auf eine andere, um das zu ändern.
settings-language-note = Dir und deinen Käufern schreibe ich in der jeweils selbst gewählten Sprache: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>Tarife von { $title }</b>
settings-tiers-none = Keine. Du nimmst nur Spenden an.
settings-tiers-choose = Tippe auf einen, um ihn zu ändern.
settings-tiers-item = 💎 { $tier } · { $price } · { $duration }
settings-tiers-add = ➕ Tarif hinzufügen
settings-tier-title = 💎 <b>{ $tier }</b>, ein Tarif von { $title }
settings-tier-price = { $duration ->
    [for_ever] { $price } für Zugang, der nie endet.
   *[other] { $price } für { $duration }.
}
settings-tier-note = Eine Änderung gilt für neue Bestellungen. Offene Bestellungen bleiben, wie sie sind.
settings-tier-edit-name = ✏️ Name
settings-tier-edit-price = ✏️ Preis
settings-tier-edit-days = ✏️ Tage
settings-tier-remove = 🗑 Entfernen

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
settings-ask-now = <b>Jetzt:</b> { $value }
settings-ask-type = Schreib es und sende es mir.
settings-ask-name = Wie heißt dein Angebot? Käufer sehen den Namen in der Liste, auf Rechnungen und in jeder Nachricht.
settings-ask-description = Was bekommen deine Käufer? Schreib ein paar Sätze. Ich zeige sie über den Preisen.
settings-ask-donation-message = Was willst du allen sagen, die spenden? Ich zeige es über dem Tastenfeld.
settings-ask-grace = Wie viele Stunden dürfen Mitglieder bleiben, nachdem ihr Zugang abgelaufen ist? Von 0 bis 720.
settings-ask-tolerance = Wie viel Prozent eines Preises dürfen fehlen? Von 0 bis 20.
settings-ask-time-zone = In welcher Zeitzone lebst du? Tippe auf eine, oder schick mir eine große Stadt in deiner Nähe.
settings-ask-tier-name = Wie heißt der Tarif? Zum Beispiel „Gold“.
settings-ask-tier-price = Was kostet er in US-Dollar? Zum Beispiel 29,99. Das Minimum ist { $least }.
settings-ask-tier-days = Wie viele Tage gilt er? Von 1 bis 3650 oder „für immer“.
settings-ask-donation-amounts = Welche Beträge soll es zum Antippen geben? Zum Beispiel 5 10 25.
settings-ask-case-worth = Was war es in US-Dollar wert? Zum Beispiel 12,50.
settings-ask-days = Wie viele Tage schenkst du?
settings-ask-reason = Warum? Ein paar Worte fürs Protokoll.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>Private Gruppe von { $title }</b>
   *[channel] 🔒 <b>Privater Kanal von { $title }</b>
}
settings-chat-private-ask = Welchen Kanal oder welche Gruppe verkaufst du? Ändern kannst du das nur, solange niemand Zugang hat.
settings-chat-public = 📢 <b>Öffentlicher Kanal von { $title }</b>
settings-chat-public-ask = Wo soll ich posten?
settings-chat-none = 🚫 Kein öffentlicher Kanal

## Notifications.

settings-notify-title = 🔔 <b>Benachrichtigungen von { $title }</b>
settings-notify-when-off = <b>Verkäufe:</b> werden nicht gemeldet. Auffällige Zahlungen und Probleme mit Mitgliedern erfährt der Inhaber trotzdem.
settings-notify-when-each = <b>Verkäufe:</b> jeder sofort
settings-notify-when-daily = <b>Verkäufe:</b> im Tagesbericht um { $hour } ({ $timeZone })
settings-notify-when-both = <b>Verkäufe:</b> jeder sofort, dazu ein Tagesbericht um { $hour } ({ $timeZone })
settings-notify-to-you = <b>Geht an:</b> dich, hier
settings-notify-to-owner = <b>Geht an:</b> den Inhaber ({ $chat })
settings-notify-to-chat = <b>Geht an:</b> { $chat }
settings-notify-reachable = <b>Erreichbar:</b> ja
settings-notify-unreachable = ⚠️ Dieser Chat ist seit { $since } nicht erreichbar: { $reason }
settings-notify-missed-count = ⚠️ <b>Verpasst in 30 Tagen:</b> { $count }
settings-notify-switch-on = 🔔 Einschalten
settings-notify-switch-off = 🔕 Ausschalten
settings-notify-each = Jeder Verkauf
settings-notify-daily = Tagesbericht
settings-notify-both = Beides
settings-notify-hour = 🕘 Bericht um { $hour }
settings-notify-here = 📩 An mich senden
settings-notify-owner = 📩 An Inhaber senden
settings-notify-test = 🧪 Test senden
settings-notify-missed = ⚠️ Verpasste zeigen
settings-digest-title = 🕘 <b>Tagesbericht von { $title }</b>
settings-digest-ask = Wann möchtest du ihn? Zurzeit kommt er um { $hour }. Die Zeitzone ist { $timeZone }.
settings-missed-title = ⚠️ <b>Verpasste Benachrichtigungen von { $title }</b>
settings-missed-count = { $count ->
    [0] In den letzten 30 Tagen wurde nichts verpasst.
    [one] { $count } Benachrichtigung konnte in den letzten 30 Tagen nicht zugestellt werden.
   *[other] { $count } Benachrichtigungen konnten in den letzten 30 Tagen nicht zugestellt werden.
}
settings-missed-item = <b>{ $what }</b>, { $at }
settings-missed-item-amount = <b>{ $what }</b>, { $amount }, { $at }
settings-missed-again = 🔁 Noch mal senden

settings-missed-sold = 🎉 Abo
settings-missed-donation = 💝 Spende
settings-missed-digest = 📊 Tagesbericht
settings-missed-odd = ⚠️ Auffällige Zahlung
settings-missed-invoices = 🚨 Niemand kann bezahlen
settings-missed-access = 🚨 Ein Mitglied kommt nicht rein
settings-missed-removal = 🚨 Problem beim Entfernen eines Mitglieds
settings-missed-ban = 🚨 Problem mit einer Sperre
settings-missed-kept = 👤 Mitglied drin gelassen
settings-missed-braked = 🛑 Entfernen gebremst
settings-missed-broken = 🚨 In einem Chat kann ich nicht arbeiten
settings-missed-works = ✅ Alles funktioniert wieder
settings-missed-gone = 🚨 Ein Chat ist weg
settings-missed-became-public = 🚨 Dein Angebot steht allen offen
settings-missed-unreachable = ⚠️ Ein Chat war nicht erreichbar

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = Das ist leer. Schreib ein paar Worte.
settings-typed-too-long = Das sind { $length } Zeichen. Höchstens { $max } sind möglich.
settings-typed-days = Gib eine ganze Zahl von Tagen ein, von { $min } bis { $max }, oder „für immer“.
settings-typed-hours = Gib eine ganze Zahl von Stunden ein, von { $min } bis { $max }.
settings-typed-percent = Gib eine ganze Prozentzahl ein, von { $min } bis { $max }.
settings-typed-price = Das ist kein Preis. Gib Dollar ein, zum Beispiel 29,99.
settings-typed-worth = Gib Dollar ein, zum Beispiel 12,50. Höchstens { $most }.
settings-typed-price-high = Höchstens { $most } sind möglich.
settings-typed-price-low = Krypto-Zahlungen gehen heute ab { $least }, also könnte niemand { $price } bezahlen. Wie wäre es mit { $suggested }?
settings-typed-time-zone = Diese Zeitzone kenne ich nicht. Schick mir eine große Stadt in deiner Nähe, zum Beispiel Berlin.
settings-typed-time-zones = Mehrere Zeitzonen heißen so. Wähle eine, oder schick mir etwas mehr vom Namen.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = Der Verkauf ist pausiert. Mitglieder behalten die Zeit, die sie bezahlt haben.
settings-resumed = Der Verkauf läuft wieder.
settings-listed-now = Dieses Angebot steht jetzt in /start.
settings-listed-if-allowed = Dieses Angebot steht in /start, sobald der Betreiber dieses Bots es erlaubt.
settings-unlisted = Dieses Angebot steht nicht mehr in /start. Links zu ihm funktionieren weiter.
settings-removals-set = { $removals ->
    [dry_run] Der Probelauf ist an. Niemand wird entfernt. Ich notiere, wen es treffen würde.
    [off] Das Auto-Entfernen ist aus. Niemand wird entfernt.
   *[on] Das Auto-Entfernen ist an. Mitglieder werden entfernt, wenn ihr Zugang abläuft.
}
settings-tier-gone = Diesen Tarif gibt es nicht mehr.
settings-tier-removed = Entfernt. Neue Käufer können ihn nicht mehr wählen.
settings-tier-saved = Gespeichert. Offene Bestellungen bleiben, wie sie sind.
settings-tier-added = Zu deinem Angebot hinzugefügt.
settings-tier-lost = Das ging verloren. Bitte füge den Tarif noch einmal hinzu.
settings-tiers-most = Mehr als { $max } Tarife gehen nicht. Entferne zuerst einen.
settings-notify-saved = ✔️ Gespeichert.
settings-notify-no-digest = Der Tagesbericht ist aus. Schalte ihn zuerst ein.
settings-test-begun = Ich sende jetzt einen Test.
settings-missed-coming = ✔️ Ich sende sie jetzt noch einmal.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ Der Test ist bei dir angekommen.
    [owner] ✅ Der Test ist beim Inhaber angekommen.
   *[chat] ✅ Der Test ist im Chat { $chat } angekommen.
}
settings-test-not-started = { $to ->
    [you] ❌ Der Test kam nicht bei dir an, weil du mich noch nicht gestartet hast. Öffne { $link } und tippe auf Starten.
    [owner] ❌ Der Test kam nicht beim Inhaber an, weil er mich noch nicht gestartet hat. Dafür muss er { $link } öffnen und auf Starten tippen.
   *[chat] ❌ Der Test kam im Chat { $chat } nicht an, weil mich dort noch niemand gestartet hat. Bitte darum, { $link } zu öffnen und auf Starten zu tippen.
}
settings-test-blocked = { $to ->
    [you] ❌ Der Test kam nicht bei dir an, weil ich blockiert bin. Gib mich frei und versuch es noch einmal.
    [owner] ❌ Der Test kam nicht beim Inhaber an, weil ich dort blockiert bin. Bitte den Inhaber, mich freizugeben.
   *[chat] ❌ Der Test kam im Chat { $chat } nicht an, weil ich dort blockiert bin.
}
settings-test-gone = { $to ->
    [you] ❌ Der Test kam nicht bei dir an, weil es dein Konto nicht mehr gibt.
    [owner] ❌ Der Test kam nicht beim Inhaber an, weil es das Konto nicht mehr gibt.
   *[chat] ❌ Der Test kam im Chat { $chat } nicht an, weil es ihn nicht mehr gibt.
}
settings-test-no-right = { $to ->
    [you] ❌ Der Test kam nicht bei dir an, weil ich dir nicht schreiben darf.
    [owner] ❌ Der Test kam nicht beim Inhaber an, weil ich dort nicht schreiben darf.
   *[chat] ❌ Der Test kam im Chat { $chat } nicht an, weil ich nicht drin bin oder dort nicht schreiben darf.
}
settings-test-delayed = ⏳ Telegram nimmt den Test gerade nicht an: { $reason }. Ich versuche es noch eine Weile weiter.
settings-test-refused = ❌ Telegram hat den Test abgelehnt: { $reason }
