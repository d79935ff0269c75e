### The list of channels that somebody runs, and a channel's first page.

menu-role = { $role ->
    [owner] Inhaber
    [manager] Manager
   *[read_only] Beobachter
}

## The list of channels.

menu-channels-title = 🗂 <b>Deine Angebote</b>
menu-channels-none = Du hast hier noch kein Angebot.
menu-channels-choose = Wähle eins aus.
menu-channels-choose-menu = Wähle eins aus, um es zu ändern oder seine Verkäufe zu sehen.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ Neues Angebot

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ Über { $name } können alle der privaten Gruppe beitreten, ohne zu bezahlen. Öffne sie in Telegram → Bearbeiten → Gruppentyp → Private Gruppe.
   *[channel] ⚠️ Über { $name } können alle dem privaten Kanal beitreten, ohne zu bezahlen. Öffne ihn in Telegram → Bearbeiten → Kanaltyp → Privater Kanal.
}
menu-public-channel-of = ⚠️ Über { $name } können alle { $title } beitreten, ohne zu bezahlen. Tippe dort in Telegram auf Bearbeiten, und stelle auf privat um.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: Deine private Gruppe ist jetzt öffentlich</b>

        Über { $name } können alle beitreten, ohne zu bezahlen. Öffne die Gruppe in Telegram → Bearbeiten → Gruppentyp → Private Gruppe.
   *[channel] 🚨 <b>{ $title }: Dein privater Kanal ist jetzt öffentlich</b>

        Über { $name } können alle beitreten, ohne zu bezahlen. Öffne den Kanal in Telegram → Bearbeiten → Kanaltyp → Privater Kanal.
}

## A channel's first page.

menu-you = Du: { $role }
menu-paused = ⏸ <b>Pausiert.</b> Es wird nichts verkauft.
menu-stopped = ⏸ <b>Gerade kein Verkauf.</b> Ich kann niemanden reinlassen.
menu-on-sale = { $tiers ->
    [0] ✅ <b>Spenden sind offen.</b> Keine Tarife.
    [one] ✅ <b>Im Verkauf:</b> { $tiers } Tarif
   *[other] ✅ <b>Im Verkauf:</b> { $tiers } Tarife
}
menu-active = <b>Jetzt mit Zugang:</b> { $count }
menu-link = <b>Link für Käufer:</b> { $link }
menu-unreachable = ⚠️ Verkaufsmeldungen kommen bei { $chat } nicht an. Siehe 🔔 Benachrichtigungen.

menu-figures = 📊 Zahlen
menu-cases = ⚠️ Fälle
menu-cases-waiting = ⚠️ Fälle ({ $count })
menu-members = 👥 Mitglieder
menu-orders = 🧾 Bestellungen
menu-give-access = 🎁 Zugang schenken
menu-posts = 📌 Beiträge
menu-notifications = 🔔 Benachrichtigungen
menu-settings = ⚙️ Einstellungen
menu-log = 📓 Protokoll
menu-resume = ▶️ Verkauf fortsetzen
menu-pause = ⏸ Verkauf pausieren
menu-my-channels = « Meine Angebote

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = Dieses Angebot betreibst du nicht. Sende /channels, um deine zu sehen.
menu-not-allowed = Deine Rolle in diesem Angebot erlaubt das nicht. Frag den Inhaber.
menu-member-unknown = Dieses Mitglied kenne ich nicht. Schick /members, um die Liste zu sehen.
menu-order-unknown = Diese Bestellung finde ich nicht. Schick /orders, um die Liste zu sehen.
menu-saved = Gespeichert.
menu-no-such-table = Diese Tabelle gibt es nicht.
menu-file-coming = Die Datei ist unterwegs.
menu-too-many-files = { $seconds ->
    [one] Das war viel auf einmal. Versuch es in { $seconds } Sekunde noch einmal.
   *[other] Das war viel auf einmal. Versuch es in { $seconds } Sekunden noch einmal.
}
