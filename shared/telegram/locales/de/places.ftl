### The chats of a channel: the private one that is sold, the public one with the posts, and the one that gets sales news.

places-right-invite = „Nutzer per Link einladen“
places-right-ban = „Nutzer sperren“
places-right-post = „Nachrichten senden“
places-right-other = „{ $right }“

places-chat = „{ $title }“
places-chat-unnamed = Chat { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>Ich bin kein Admin im privaten Kanal „{ $chat }“</b>
    [group] 🚨 <b>Ich bin kein Admin in der privaten Gruppe „{ $chat }“</b>
    [extra] 🚨 <b>Ich bin kein Admin in „{ $chat }“</b>
   *[public] 🚨 <b>Ich bin kein Admin im öffentlichen Kanal „{ $chat }“</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>Ich brauche { $rights } im privaten Kanal „{ $chat }“</b>
    [group] 🚨 <b>Ich brauche { $rights } in der privaten Gruppe „{ $chat }“</b>
    [extra] 🚨 <b>Ich brauche { $rights } in „{ $chat }“</b>
   *[public] 🚨 <b>Ich brauche { $rights } im öffentlichen Kanal „{ $chat }“</b>
}
places-no-posts = Ich kann dein Angebot dort weder posten noch aktualisieren. Der Verkauf läuft weiter.
places-no-entry = Ich kann niemanden reinlassen, darum steht der Verkauf still. Sobald es wieder geht, kommen alle rein, die bezahlt haben.
places-no-entry-extra = Ich kann dort niemanden reinlassen. Sobald es wieder geht, kommen alle rein, die bezahlt haben. Der Verkauf geht weiter.
places-no-removals = Ich kann niemanden entfernen, wenn der Zugang abläuft. Der Verkauf geht weiter.
places-add-me = { $kind ->
    [supergroup] Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren → Admin hinzufügen, und wähle mich.
   *[channel] Öffne den Kanal, tippe auf seinen Namen, dann auf Administratoren → Admin hinzufügen, und wähle mich.
}
places-switch-on = { $kind ->
    [supergroup] Öffne die Gruppe, tippe auf ihren Namen, dann auf Bearbeiten → Administratoren, wähle mich und schalte { $rights } ein.
   *[channel] Öffne den Kanal, tippe auf seinen Namen, dann auf Administratoren, wähle mich und schalte { $rights } ein.
}

places-works = { $use ->
    [private] ✅ <b>Im privaten Kanal „{ $chat }“ funktioniert wieder alles</b>
    [group] ✅ <b>In der privaten Gruppe „{ $chat }“ funktioniert wieder alles</b>
    [extra] ✅ <b>In „{ $chat }“ funktioniert wieder alles</b>
   *[public] ✅ <b>Im öffentlichen Kanal „{ $chat }“ funktioniert wieder alles</b>
}
places-works-means = { $use ->
    [private] Ich kann Leute reinlassen und entfernen. Wer bezahlt hat, kommt jetzt rein.
    [extra] Ich kann Leute reinlassen und entfernen. Wer bezahlt hat, kommt jetzt rein.
   *[public] Ich kann dein Angebot dort posten.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>Telegram findet den privaten Kanal „{ $chat }“ nicht</b>
    [group] 🚨 <b>Telegram findet die private Gruppe „{ $chat }“ nicht</b>
    [extra] 🚨 <b>Telegram findet „{ $chat }“ nicht</b>
   *[public] 🚨 <b>Telegram findet den öffentlichen Kanal „{ $chat }“ nicht</b>
}
places-gone-means = { $use ->
    [private] Er wurde gelöscht, oder ich war nie drin. Der Verkauf steht still, und ich lasse niemanden mehr rein und entferne niemanden.
    [group] Sie wurde gelöscht, oder ich war nie drin. Der Verkauf steht still, und ich lasse niemanden mehr rein und entferne niemanden.
    [extra] Der Chat wurde gelöscht, oder ich war nie drin. Ich lasse dort niemanden mehr rein und entferne niemanden. Der Verkauf geht weiter.
   *[public] Er wurde gelöscht, oder ich war nie drin, darum wird dein Angebot nicht gepostet. Der Verkauf läuft weiter.
}
places-gone-nobody = Niemand hat noch Tage übrig.
places-gone-people = { $count ->
    [one] { $count } Abo läuft noch:
   *[other] { $count } Abos laufen noch:
}
places-gone-person = { $time ->
    [for_ever] • { $person }: für immer
   *[other] • { $person }: bis { $time }
}
places-gone-more = und { $count } weitere
places-gone-next = { $use ->
    [private] Wähle einen anderen privaten Kanal, dann schicke ich allen mit restlichen Tagen einen Link dorthin. Oder pausiere den Verkauf und zahl das Geld zurück.
    [group] Wähle eine andere private Gruppe oder einen Kanal, dann schicke ich allen mit restlichen Tagen einen Link dorthin. Oder pausiere den Verkauf und zahl das Geld zurück.
    [extra] Tippe auf { $button }, um ihn wegzunehmen oder einen anderen hinzuzufügen.
   *[public] Wähle einen anderen öffentlichen Kanal oder keinen.
}
places-choose-another = 📣 Anderen Kanal wählen

## The same in one line, on the channel's page.

places-line-gone = { $use ->
    [private] 🚨 Der private Kanal ist weg. Siehe ⚙️ Einstellungen.
    [group] 🚨 Die private Gruppe ist weg. Siehe ⚙️ Einstellungen.
    [extra] 🚨 Telegram findet „{ $chat }“ nicht.
   *[public] 🚨 Der öffentliche Kanal ist weg. Siehe ⚙️ Einstellungen.
}
places-line-absent = { $use ->
    [private] 🚨 Ich bin kein Admin im privaten Kanal.
    [group] 🚨 Ich bin kein Admin in der privaten Gruppe.
    [extra] 🚨 Ich bin kein Admin in „{ $chat }“.
   *[public] 🚨 Ich bin kein Admin im öffentlichen Kanal.
}
places-line-lacking = { $use ->
    [private] 🚨 Ich brauche { $rights } im privaten Kanal.
    [group] 🚨 Ich brauche { $rights } in der privaten Gruppe.
    [extra] 🚨 Ich brauche { $rights } in „{ $chat }“.
   *[public] 🚨 Ich brauche { $rights } im öffentlichen Kanal.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>Verkaufsmeldungen kommen bei { $chat } nicht an</b>
places-unreachable-reason = <b>Grund:</b> { $reason }
places-unreachable-not-started = Dort muss man mich erst öffnen und auf STARTEN tippen.
places-unreachable-blocked = Dort bin ich blockiert und muss erst freigegeben werden.
places-unreachable-gone = Diesen Chat gibt es nicht mehr. Wähle einen anderen für deine Meldungen.
places-unreachable-no-right = Füge mich dort wieder hinzu, falls ich entfernt wurde, lass mich schreiben, und öffne das Thema wieder, falls es geschlossen ist. Oder wähle einen anderen Chat für deine Meldungen.
places-unreachable-kept = Was nicht ankam, hebe ich auf und sende es, sobald der Chat wieder erreichbar ist. 🔔 Benachrichtigungen zeigt die Liste und kann sie jetzt senden.

## A channel that changed its owner and opens chats that offers of another owner open, too.

# $title: the channel.
places-shared = 🔗 <b>{ $title } hat einen neuen Inhaber und teilt Chats mit einem anderen</b>
# $chat: the title of a chat. $other: the other owner's channel.
places-shared-chat = • „{ $chat }“, den auch { $other } öffnet
places-shared-next = Niemand verliert den Zugang: Jeder Chat bleibt für die Mitglieder beider offen. Um das zu beenden, nimmt einer von euch den Chat aus seinem Angebot heraus. Auch der Betreiber dieses Bots kann das.

## A main place that is a group, and the discussion group of a channel.

places-linked-group = ⚠️ Das ist die Diskussionsgruppe eines Kanals. Alle in diesem Kanal können sie öffnen, ohne zu bezahlen. Löse in Telegram die Verknüpfung, oder verkaufe den Kanal.
