### What a manager does for one person: give days, end access, ban, lift a ban.

support-heading = { $ruling ->
    [grant] <b>🎁 Tage schenken · { $title }</b>
    [revoke] <b>✂️ Zugang jetzt beenden · { $title }</b>
    [ban] <b>🚫 Sperren · { $title }</b>
    [unban] <b>✅ Sperre aufheben · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = Um wen geht es? Schick mir den @username oder die Telegram-ID.
support-ask-days = { $person ->
    [unknown] Wie viele Tage schenkst du? Tippe auf eine Zahl, oder schick mir eine von 1 bis { $max }.
   *[other] Wie viele Tage bekommt { $person }? Tippe auf eine Zahl, oder schick mir eine von 1 bis { $max }.
}
support-about-to = { $ruling ->
    [grant] { $person } bekommt { $time } Zugang.
    [grant_for_ever] { $person } bekommt Zugang für immer.
    [revoke] { $person } verliert jetzt den Zugang.
    [ban] { $person } wird gesperrt.
    [unban] { $person } ist nicht mehr gesperrt.
   *[none] Was ist mit { $person }?
}
support-ask-reason = Du kannst mir in ein paar Worten einen Grund schicken. Er bleibt im Protokoll, die Person sieht ihn nie.
support-skip-reason = Ohne Grund weiter
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = Kein Zugang.
support-access-until = { $time ->
    [for_ever] Zugang für immer.
   *[other] Zugang bis { $time }.
}
support-access-ended = Zugang abgelaufen am { $time }.
support-is-banned = 🚫 Gesperrt.
support-give-days = 🎁 Tage schenken
support-give-for-ever = ♾ Für immer schenken
support-end-access = ✂️ Zugang jetzt beenden
support-lift-ban = ✅ Sperre aufheben
support-ban = 🚫 Sperren

## The page on which it is confirmed.

support-who = <b>Wer:</b> { $person }
support-time = <b>Zusätzlicher Zugang:</b> { $time }
support-why = <b>Warum:</b> { $reason }
support-means = { $ruling ->
    [grant] Es wirkt wie ein Kauf: Die Person kommt damit rein. Ich melde ihr die Tage, nicht den Grund.
    [grant_for_ever] Es wirkt wie ein Kauf: Die Person kommt damit rein, ohne Erinnerungen und ohne Ende. Ich melde ihr den Zugang, nicht den Grund.
    [revoke] Alle Tage verfallen, auch gekaufte. Ist das Auto-Entfernen an, entferne ich die Person und sage ihr Bescheid. Es fließt kein Geld.
    [ban] Ich entferne die Person, kein Link lässt sie rein, und sie kann nichts kaufen. Ihre Tage laufen weiter. Es fließt kein Geld.
   *[unban] Die Person kann wieder kaufen. Hat sie noch Tage übrig, schicke ich ihr einen Link.
}
support-confirm = { $ruling ->
    [grant] ✅ Ja, { $time } schenken
    [grant_for_ever] ✅ Ja, für immer
    [revoke] ✅ Ja, Zugang beenden
    [ban] ✅ Ja, sperren
   *[unban] ✅ Ja, Sperre aufheben
}
support-done = { $ruling ->
    [revoke] ✔️ Zugang beendet. Ist das Auto-Entfernen an, entferne ich die Person jetzt.
    [ban] ✔️ Gesperrt. Ich entferne die Person jetzt.
   *[unban] ✔️ Die Sperre ist aufgehoben.
}
support-done-grant = { $until ->
    [unknown] ✔️ { $time } geschenkt.
    [for_ever] ✔️ Der Zugang gilt jetzt für immer.
   *[other] ✔️ { $time } geschenkt. Der Zugang gilt bis { $until }.
}
support-not-reachable = ⚠️ Ich kann dieser Person noch nicht schreiben. Bitte sie, mich zu öffnen, auf STARTEN zu tippen und /mysubs zu senden. Dann kommt sie rein.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>Eine Sperre ließ sich nicht setzen oder aufheben</b>
support-telegram-says = <b>Telegram meldet:</b> { $reason }
support-ban-administrator = Telegram lässt mich keine Admins sperren, darum habe ich die Sperre zurückgenommen. Tippe in Telegram bei dieser Person auf „Admin entlassen“, und sperre sie dann noch einmal.
support-ban-refused = Öffne den Kanal oder die Gruppe, tippe auf den Namen, dann auf Administratoren (in einer Gruppe: Bearbeiten → Administratoren), wähle mich und schalte <b>{ $right }</b> ein. Ich versuche es weiter.

support-not-sold-to-you = 🚫 { $title } steht dir nicht zur Verfügung. Fragen? /paysupport

## Answers, above a page. Plain text.

support-person-missing = Wähle zuerst die Person. Schick mir den @username oder die Telegram-ID.
support-user-unknown = Diese Person gibt es nicht. Schick mir den @username oder die Telegram-ID.
support-username-unknown = Über den Namen finde ich nur hiesige Käufer, Mitglieder und Manager. Schick mir stattdessen die Telegram-ID.
support-nothing-to-confirm = Hier gibt es nichts mehr zu bestätigen. Tippe auf 🎁 Zugang schenken, um neu zu beginnen.
support-not-given-days = Schick mir eine ganze Zahl von Tagen, von 1 bis { $max }, oder „für immer“.
support-not-a-reason = Schick mir einen Grund mit 1 bis { $max } Zeichen.
support-banned-unban-first = Diese Person ist gesperrt. Heb zuerst die Sperre auf, dann schenk Tage.
support-no-private-channel = Es gibt noch keinen privaten Kanal und keine private Gruppe, in die ich jemanden lassen könnte. Wähle in ⚙️ Einstellungen.
support-no-access-to-end = Hier gibt es keinen Zugang zu beenden.
support-has-for-ever = Diese Person hat Zugang für immer, mehr Tage ändern nichts. Für eine feste Zeit beende zuerst ihren Zugang.
support-banned-already = Diese Person ist schon gesperrt.
support-on-team = Diese Person gehört zum Team. Nimm ihr zuerst die Rolle, hier und in Telegram. Dann sperre sie.
support-not-banned = Diese Person ist nicht gesperrt.
