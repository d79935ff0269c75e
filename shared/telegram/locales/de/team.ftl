### Who runs a channel with its owner. $title: the channel's name. $role: a role, such as "manager" or "viewer".

team-title = 👥 <b>Dein Team für { $title }</b>
team-empty = Noch niemand.
team-choose = Tippe auf jemanden, um zu ändern, was diese Person darf.
team-roles = Manager dürfen alles außer das Team ändern, die Kanäle und Gruppen auswählen oder das Angebot in /start anzeigen. Beobachter dürfen nichts ändern.

team-person = 👤 { $person } ({ $role })
team-add-manager = ➕ Manager hinzufügen
team-add-viewer = ➕ Beobachter hinzufügen
team-make-viewer = 👀 Zum Beobachter machen
team-make-manager = 🛠 Zum Manager machen
team-transfer = 🔑 Angebot übertragen
team-dismiss = 🗑 Aus Team entfernen

team-member = 👤 <b>{ $person }</b> in { $title }: { $role }

## An invitation, to be forwarded.

team-invitation = { $role ->
    [manager] ✉️ <b>Schick diesen Link deinem neuen Manager:</b>
   *[read_only] ✉️ <b>Schick diesen Link deinem neuen Beobachter:</b>
}
team-invitation-how = { $role ->
    [manager] Wer ihn zuerst öffnet, wird Manager von { $title }. Er funktioniert einmal und läuft nach einem Tag ab.
   *[read_only] Wer ihn zuerst öffnet, wird Beobachter von { $title }. Er funktioniert einmal und läuft nach einem Tag ab.
}
team-forward = ↗️ Weiterleiten

## Giving the channel away.

team-transfer-asked = 🔑 <b>{ $title } an { $person } übertragen?</b>
team-transfer-id = Die Telegram-ID: <code>{ $id }</code>
team-transfer-means = Damit gibst du alles ab: Einstellungen, Verkäufe und die Meldungen darüber. Du behältst keine Rolle, und nur der neue Inhaber kann es zurückgeben.
team-transfer-yes = 🔑 Ja, übertragen
team-transfer-no = ✕ Nein, behalten

## Answers: above a page, or as a message. Plain text.

team-not-on-team = Diese Person ist nicht mehr in diesem Team.
team-too-many = Ein Team hat höchstens { $max } Leute. Entferne zuerst jemanden.
team-role-changed = Geändert. Die Person weiß Bescheid.
team-removed = Aus dem Team entfernt. Die Person weiß Bescheid.
team-invitation-over = Diese Einladung wurde benutzt oder ist abgelaufen. Bitte den Inhaber um eine neue.
team-full = Dieses Team ist schon voll. Der Inhaber kann zuerst jemanden entfernen.
team-invitation-for-another = { $role ->
    [manager] Dieser Link ist für jemand anderen. Leite ihn an den neuen Manager von „{ $title }“ weiter.
   *[read_only] Dieser Link ist für jemand anderen. Leite ihn an den neuen Beobachter von „{ $title }“ weiter.
}
team-invitation-accepted = { $role ->
    [manager] Du bist jetzt Manager von „{ $title }“. Sende /channels, um das Angebot zu öffnen.
   *[read_only] Du bist jetzt Beobachter von „{ $title }“. Sende /channels, um das Angebot zu öffnen.
}
team-invitation-taken-up = { $role ->
    [manager] Einladung angenommen: { $person } ist jetzt Manager von „{ $title }“.
   *[read_only] Einladung angenommen: { $person } ist jetzt Beobachter von „{ $title }“.
}
team-role-given = { $role ->
    [manager] Der Inhaber hat dich zum Manager von „{ $title }“ gemacht. Sende /channels, um das Angebot zu öffnen.
   *[read_only] Der Inhaber hat dich zum Beobachter von „{ $title }“ gemacht. Sende /channels, um das Angebot zu öffnen.
}
team-role-taken = Du bist nicht mehr im Team von „{ $title }“. Der Inhaber hat deine Rolle entfernt.
team-heir-not-administrator = Diese Person ist kein Admin im privaten Kanal oder in der Gruppe. Mach sie in Telegram zum Admin, und tippe dann noch einmal auf den Button.
team-heir-not-poster = Diese Person ist kein Admin im öffentlichen Kanal. Mach sie in Telegram zum Admin mit { $right }, und tippe dann noch einmal auf den Button.
team-heir-lacks-rights = { $use ->
    [public] Dieser Person fehlt im öffentlichen Kanal: { $rights }. Gib ihr das in Telegram, und tippe dann noch einmal auf den Button.
   *[private] Dieser Person fehlt im privaten Kanal oder in der Gruppe: { $rights }. Gib ihr das in Telegram, und tippe dann noch einmal auf den Button.
}
team-channel-received = „{ $title }“ gehört jetzt dir. Der frühere Inhaber hat es dir übertragen. Sende /channels, um es zu öffnen.
team-channel-received-without-posts = „{ $title }“ gehört jetzt dir, übertragen vom früheren Inhaber. Im öffentlichen Kanal bin ich kein Admin, darum poste ich dort nicht mehr. Wähle einen anderen in ⚙️ Einstellungen. /channels öffnet den Kanal.
team-channel-given-away = „{ $title }“ gehört dir nicht mehr. Du hast es übertragen, darum schicke ich dir keine Meldungen mehr über die Verkäufe.
team-transferred = Fertig. „{ $title }“ hat einen neuen Inhaber.
