### What owners and managers read about a channel: members, orders, figures, the log and the digest.

## Parts of a line. No capital, no full stop.

lists-donation = Spende
lists-open = ⏳ wartet auf Zahlung
lists-cancelled = ✖️ storniert
lists-refused = ✖️ keine Rechnung möglich
lists-settled = ✅ bezahlt
lists-refunded = ↩️ erstattet
lists-paid-never = nie bezahlt
lists-paid-until = { $time ->
    [for_ever] Zugang für immer
   *[other] bezahlt bis { $time }
}
lists-paid-grace = abgelaufen am { $time }, in der Kulanzfrist
lists-paid-grace-until = abgelaufen am { $time }, in der Kulanzfrist bis { $until }
lists-paid-ended = abgelaufen am { $time }
lists-paid-by-other = { $time ->
    [for_ever] für immer reingelassen durch { $offer }
   *[other] reingelassen durch { $offer } bis { $time }
}
lists-administrator = Admin
lists-joined-admitted = von mir reingelassen
lists-joined-before = war schon vor dem Bezahlen drin
lists-joined-unknown = von jemand anderem reingelassen
lists-link-live = Link funktioniert
lists-link-ended = Link funktioniert nicht mehr
lists-link-none = noch kein Link
lists-link-banned = in Telegram gesperrt
lists-in-of = in { $inside } von { $places }

## The members.

lists-members-title = 👥 <b>Mitglieder von { $title }</b>
lists-members-counts = Drin: { $in } · ohne Zahlung: { $unpaid } · bezahlt, nicht drin: { $out }
lists-members-in = ✅ Drin
lists-members-unpaid = ⚠️ Ohne Zahlung
lists-members-out = 🚪 Bezahlt, nicht drin
lists-members-in-empty = Noch keine Mitglieder.
lists-members-unpaid-empty = Alle Mitglieder, die ich kenne, haben bezahlt oder müssen es nicht.
lists-members-out-empty = Alle, die bezahlt haben, sind drin.
lists-member-line = { $symbol } { $person }: { $about }
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
lists-more-than = { $count }+
lists-cut = <i>Die Liste endet nach { $count }. In den Tabellen von /stats stehen mehr.</i>
lists-members-limit = <i>Ich sehe nur Mitglieder, die nach mir dazukamen.</i>
lists-members-main = <i>Die Listen zählen, wer in { $place } ist. Tippe auf ein Mitglied, um jeden Kanal und jede Gruppe zu sehen.</i>
lists-members-limit-counted = { $count ->
    [one] <i>Ich sehe nur Mitglieder, die nach mir dazukamen. Laut Telegram gab es { $count } Mitglied. Stand: { $time }.</i>
   *[other] <i>Ich sehe nur Mitglieder, die nach mir dazukamen. Laut Telegram gab es { $count } Mitglieder. Stand: { $time }.</i>
}

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> in { $title }
lists-member-id = <b>Telegram-ID:</b> <code>{ $id }</code>
lists-member-now = <b>Jetzt:</b> { $place }
lists-member-now-seen = <b>Jetzt:</b> { $place } (Stand: { $time })
lists-member-in = drin
lists-member-administrator = drin, als Admin
lists-member-out = nicht drin
lists-member-banned = gesperrt
lists-member-unseen = nie drin gesehen
lists-member-access = <b>Zugang:</b> { $paid }
lists-member-link = <b>Einladungslink:</b> { $link }
lists-member-joined = <b>Beigetreten:</b> { $joined }
lists-member-joined-protected = <b>Beigetreten:</b> { $joined }. Ich entferne dieses Mitglied nur, wenn du es sagst.
lists-place = <b>{ $place }</b>: { $about }
lists-place-seen = Stand: { $time }
lists-place-protected = ich entferne sie nur, wenn du es sagst
lists-place-too-many = kommt nicht rein: in so vielen Kanälen und Gruppen, wie Telegram erlaubt
lists-place-refused = Telegram lässt mich sie nicht hinzufügen
lists-place-removing = wird gerade entfernt
lists-place-removed = entfernt am { $time }
lists-place-removal-trouble = ich kann sie nicht entfernen: { $reason }
lists-member-granted = { $count ->
    [0] <b>Erhalten:</b> keine Tage
    [one] <b>Erhalten:</b> insgesamt { $count } Tag
   *[other] <b>Erhalten:</b> insgesamt { $count } Tage
}
lists-member-granted-for-ever = <b>Erhalten:</b> für immer
lists-member-orders = { $count ->
    [0] <b>Bestellungen:</b> keine
   *[other] <b>Bestellungen:</b> { $count }
}
lists-member-orders-latest = <b>Bestellungen:</b> { $count } (unten die neuesten: { $shown })
lists-member-manage = 🛟 Zugang verwalten

## The orders.

lists-orders-title = 🧾 <b>Bestellungen in { $title }</b>
lists-orders-all = Alle
lists-orders-open = ⏳ Offen
lists-orders-settled = ✅ Bezahlt
lists-orders-unpaid = ✖️ Nicht bezahlt
lists-orders-refunded = ↩️ Erstattet
lists-orders-donations = 💝 Spenden
lists-orders-empty = Hier gibt es noch keine Bestellungen.
lists-orders-hint = Tippe auf eine Bestellung, um zu sehen, was passiert ist.
lists-orders-shown = <b>{ $filter }:</b> { $count }
lists-order-line = • <b>{ $amount }</b>, { $item }, { $person }: { $state }, { $time }
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }, { $item }

## The story of an order, for the owner.

lists-story-title = 📜 <b>{ $order }</b> in { $title }
lists-story-state = <b>Status:</b> { $state }
lists-story-created = Die Bestellung über { $amount } wurde aufgegeben.
lists-story-created-unknown = Die Bestellung wurde aufgegeben.
lists-story-decided-accept = { $person } hat eine Zahlung so angenommen, wie sie ist.
lists-story-decided-credit = { $person } hat eine Zahlung angerechnet.
lists-story-decided-refund = { $person } hat eine Zahlung als zurückgeschickt markiert.
lists-story-decided-wait = { $person } wartet auf eine Zahlung.
lists-story-decided = { $person } hat über eine Zahlung entschieden.
lists-story-decided-nobody = Eine Woche lang hat niemand entschieden. Darum habe ich eine etwas zu kleine Zahlung angenommen.
lists-story-extended = { $duration ->
    [unknown] Der Käufer hat mehr Zeit bekommen.
    [for_ever] Der Käufer hat Zugang für immer bekommen.
   *[other] Der Käufer hat { $duration } Zugang bekommen.
}
lists-story-link-made = Ich habe einen Einladungslink für den Käufer erstellt.
lists-story-link-used = Der Link wurde benutzt und ist geschlossen.
lists-story-link-closed = Der Link wurde geschlossen.
lists-story-approved = Der Käufer ist beigetreten.
lists-story-removed = Der Käufer wurde entfernt.
lists-story-left = Der Käufer war schon weg, als der Zugang ablief.
lists-story-cancelled = Der Käufer hat die Bestellung storniert.
lists-story-set-aside = Der Käufer hat stattdessen neu bestellt. Über das Geld entscheidest du.
lists-story-reopened = Der Käufer hat die Bestellung wieder geöffnet.
lists-story-confirmed = Der Spendenbetrag wurde bestätigt.
lists-story-told = { $topic ->
    [pay_now] Ich habe dem Käufer die Rechnung geschickt.
    [choose_payment] Ich habe den Käufer gefragt, wie er bezahlen möchte.
    [stars_refused] Ich habe dem Käufer gesagt, dass es keine Rechnung in Sternen gibt.
    [invoice_delayed] Ich habe dem Käufer gesagt, dass die Rechnung länger dauert.
    [invoice_refused] Ich habe dem Käufer gesagt, dass es keine Rechnung gibt.
    [case_waiting] Ich habe dem Käufer gesagt, dass du noch nicht entschieden hast.
    [case_accepted] Ich habe dem Käufer gesagt, dass die Zahlung angenommen wurde.
    [rest_refused] Ich habe dem Käufer wegen des fehlenden Rests geschrieben.
    [payment_news] Ich habe dem Käufer wegen der Zahlung geschrieben.
    [thanks] Ich habe mich beim Käufer bedankt.
    [access] Ich habe dem Käufer den Einladungslink geschickt.
    [access_delayed] Ich habe dem Käufer gesagt, dass der Einladungslink länger dauert.
    [access_ended] Ich habe dem Käufer gesagt, dass der Zugang abgelaufen ist.
   *[other] Ich habe dem Käufer geschrieben.
}
lists-story-not-told = { $topic ->
    [pay_now] Ich konnte dem Käufer die Rechnung nicht schicken.
    [choose_payment] Ich konnte den Käufer nicht fragen, wie er bezahlen möchte.
    [stars_refused] Ich konnte dem Käufer nicht sagen, dass es keine Rechnung in Sternen gibt.
    [invoice_delayed] Ich konnte dem Käufer nicht sagen, dass die Rechnung länger dauert.
    [invoice_refused] Ich konnte dem Käufer nicht sagen, dass es keine Rechnung gibt.
    [case_waiting] Ich konnte dem Käufer nicht sagen, dass du noch nicht entschieden hast.
    [case_accepted] Ich konnte dem Käufer nicht sagen, dass die Zahlung angenommen wurde.
    [rest_refused] Ich konnte dem Käufer nicht wegen des fehlenden Rests schreiben.
    [payment_news] Ich konnte dem Käufer nicht wegen der Zahlung schreiben.
    [thanks] Ich konnte mich beim Käufer nicht bedanken.
    [access] Ich konnte dem Käufer den Einladungslink nicht schicken.
    [access_delayed] Ich konnte dem Käufer nicht sagen, dass der Einladungslink länger dauert.
    [access_ended] Ich konnte dem Käufer nicht sagen, dass der Zugang abgelaufen ist.
   *[other] Ich konnte dem Käufer nicht schreiben.
}
lists-story-told-owner = Ich habe dem Inhaber geschrieben.
lists-story-not-told-owner = Ich konnte dem Inhaber nicht schreiben.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = Heute
lists-last-7-days = Letzte 7 Tage
lists-last-30-days = Letzte 30 Tage
lists-revenue = Einnahmen
lists-gross = Brutto: { $gross }
lists-sent-back = ↩️ Zurückgeschickt: { $count }, { $amount }
lists-period = { $period }: { $net }
lists-period-gross = { $period }: { $net } (brutto { $gross }, zurückgeschickt { $amount })
lists-net = <b>{ $of }: { $net }</b>
lists-tally = { $of }: { $amount }
lists-sales = { $count ->
    [one] { $count } Verkauf: { $amount }
   *[other] { $count } Verkäufe: { $amount }
}
lists-gifts = { $count ->
    [one] { $count } Spende: { $amount }
   *[other] { $count } Spenden: { $amount }
}
lists-counted = { $count ->
    [one] { $count } auffällige Zahlung angerechnet: { $amount }
   *[other] { $count } auffällige Zahlungen angerechnet: { $amount }
}
lists-donations = Spenden
lists-unknown-coin = Unbekannter Coin
lists-more = und { $count } weitere: { $amount }
lists-change = 👥 Neu: { $new } · Verlängert: { $renewed } · Verloren: { $lost }
lists-active-for-ever = ♾ <b>Für immer:</b> { $count }
lists-for-ever-sold = ♾ Für immer verkauft: { $count }, { $amount }
lists-as-of = 🕒 Stand: { $time }
lists-zone = Ein Tag beginnt um Mitternacht in { $zone }.
lists-tables-hint = Die Buttons schicken dir alle Bestellungen, Zahlungen oder Mitglieder als Tabelle (CSV).
lists-table-orders = 🧾 Bestellungen (CSV)
lists-table-payments = 💳 Zahlungen (CSV)
lists-table-members = 👥 Mitglieder (CSV)
lists-file-payments = 💳 <b>Zahlungen in { $title }</b>
lists-file-rows = { $count ->
    [one] { $count } Zeile, die neueste zuerst.
   *[other] { $count } Zeilen, die neuesten zuerst.
}
lists-file-cut = Es gibt noch mehr. In eine Datei passen nur die neuesten.
lists-file-rows-members = { $count ->
    [one] { $count } Zeile.
   *[other] { $count } Zeilen, die höchsten Telegram-IDs zuerst.
}
lists-file-cut-members = Es gibt noch mehr. In eine Datei passen nur die mit den höchsten Telegram-IDs.

## The picture of a channel's figures. Short, because the space is small.

lists-chart-revenue = { $days ->
    [one] Einnahmen nach Erstattungen, { $days } Tag
   *[other] Einnahmen nach Erstattungen, { $days } Tage
}
lists-chart-members = { $active ->
    [one] { $active } Mitglied: { $new } neu, { $lost } weg
   *[other] { $active } Mitglieder: { $new } neu, { $lost } weg
}

## The daily digest.

lists-digest-title = 📊 <b>Tagesbericht von { $title }</b>
lists-digest-time = { $from } – { $until }
lists-digest-sales = { $count ->
    [0] <b>Abos:</b> keine
   *[other] <b>Abos:</b> { $count }, { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>Spenden:</b> keine
   *[other] <b>Spenden:</b> { $count }, { $amount }
}
lists-digest-counted = <b>Auffällige Zahlungen angerechnet:</b> { $count }, { $amount }
lists-digest-for-ever = ♾ <b>Für immer verkauft:</b> { $count }, { $amount }
lists-digest-refunds = <b>Erstattungen:</b> { $count }
lists-digest-joined = <b>Neue Mitglieder:</b> { $count }
lists-digest-lost = <b>Verlorene Mitglieder:</b> { $count }
lists-digest-lapsed = <b>Nicht verlängert:</b> { $count } – { $names }
lists-digest-removed = <b>Entfernt:</b> { $count } – { $names }
lists-digest-turned-away = <b>Abgewiesen:</b> { $count } – { $names }
lists-digest-more = { $count ->
    [one] { $count } weitere Person
   *[other] { $count } weitere
}
lists-digest-cases = ⚠️ <b>Warten auf deine Entscheidung:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>Protokoll von { $title }</b>
lists-log-order = Das Neueste zuerst.
lists-log-empty = Noch ist nichts passiert.
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « Neuer
lists-log-older = Älter »
lists-log-bot = Der Bot
lists-log-channel-set-up = { $by } hat das Angebot eingerichtet
lists-log-private-channel-changed = { $by } hat einen anderen privaten Kanal oder eine andere Gruppe gewählt
lists-log-public-channel-changed = { $by } hat einen anderen öffentlichen Kanal gewählt
lists-log-tier-added = { $by } hat einen Tarif hinzugefügt
lists-log-tier-changed = { $by } hat einen Tarif geändert
lists-log-tier-removed = { $by } hat einen Tarif entfernt
lists-log-removals-set = { $by } hat geändert, was ohne Verlängerung mit Mitgliedern passiert
lists-log-administrator-invited = { $by } hat jemanden ins Team eingeladen
lists-log-administrator-added = { $by } hat eine Einladung ins Team angenommen
lists-log-administrator-removed = { $by } hat eine Rolle beendet
lists-log-role-changed = { $by } hat eine Rolle geändert
lists-log-ownership-transferred = { $by } hat das Angebot übertragen
lists-log-ownership-claimed = { $by } hat das Angebot zum selbst erstellten Chat zurückgeholt
lists-log-notifications-changed = { $by } hat die Benachrichtigungen geändert
lists-log-notification-tried = { $by } hat eine Benachrichtigung getestet
lists-log-missed-sent-again = { $by } hat verpasste Benachrichtigungen noch einmal senden lassen
lists-log-posts-published = { $by } hat die Beiträge veröffentlicht
lists-log-posts-scheduled = { $by } hat tägliche Beiträge eingeplant
lists-log-posts-unscheduled = { $by } hat die täglichen Beiträge gestoppt
lists-log-posts-refreshed = { $by } hat die Beiträge aktualisiert
lists-log-posts-removed = { $by } hat die Beiträge gelöscht
lists-log-post-switched = { $by } hat einen Beitrag ein- oder ausgeschaltet
lists-log-table-exported = { $by } hat eine Tabelle exportiert
lists-log-channel-paused = { $by } hat den Verkauf pausiert
lists-log-channel-resumed = { $by } hat den Verkauf fortgesetzt
lists-log-setting-changed = { $by } hat eine Einstellung geändert
lists-log-access-granted = { $by } hat Tage geschenkt
lists-log-access-revoked = { $by } hat einen Zugang beendet
lists-log-renewal-ended = { $by } hat eine Verlängerung beendet
lists-log-banned = { $by } hat jemanden gesperrt
lists-log-unbanned = { $by } hat eine Sperre aufgehoben
lists-log-ban-failed = { $by } konnte jemanden in Telegram noch nicht sperren
lists-log-ban-given-up = { $by } hat eine Sperre aufgegeben, weil Telegram Admins nicht sperrt
lists-log-order-set-aside = { $by } hat neu bestellt und dem Inhaber eine Teilzahlung überlassen
lists-log-case-accept = { $by } hat eine Zahlung so angenommen, wie sie war
lists-log-case-credit = { $by } hat eine Zahlung angerechnet
lists-log-case-refund = { $by } hat eine Zahlung als zurückgeschickt markiert
lists-log-case-wait = { $by } wartet weiter auf eine Zahlung
lists-log-protection-ended = { $by } hat erlaubt, ein Mitglied zu entfernen, das vor dem Bot da war
lists-log-brake-released = { $by } hat das Entfernen für eine Stunde freigegeben
lists-log-removals-stopped = { $by } hat das Auto-Entfernen ausgeschaltet
lists-log-join-approved = { $by } hat ein Mitglied reingelassen
lists-log-join-declined = { $by } hat eine Beitrittsanfrage abgelehnt
lists-log-join-refusal-said = { $by } hat erklärt, warum ein Link nicht funktioniert
lists-log-left = { $by } hat bemerkt, dass ein Mitglied gegangen ist
lists-log-removed = { $by } hat ein Mitglied entfernt, dessen Zugang abgelaufen war
lists-log-removal-dry-run = { $by } hätte ein Mitglied entfernt, aber das Auto-Entfernen ist aus
lists-log-removal-failed = { $by } konnte ein Mitglied nicht entfernen
lists-log-removal-undone = { $by } hat einem versehentlich entfernten Mitglied einen Link geschickt
lists-log-place-opened = { $by } hat einen Chat zum Angebot hinzugefügt
lists-log-place-closed = { $by } hat einen Chat aus dem Angebot genommen
lists-log-takeover-confirmed = { $by } hat eine Mitgliederliste übernommen
lists-log-takeover-undone = { $by } hat eine Mitgliederliste rückgängig gemacht
lists-log-access-listed = { $by } hat den Zugang nach einer Liste gesetzt
lists-log-access-unlisted = { $by } hat zurückgenommen, was eine Liste gab
lists-log-member-kept = { $by } hat ein Mitglied ohne Zugang behalten, weil es vor dem Bezahlen da war
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = { $from } → { $to }
lists-detail-to = → { $to }
lists-detail-until = bis { $to }
lists-detail-cause = { $cause ->
    [expired] nicht verlängert
    [refunded] das Geld wurde zurückgeschickt
    [ended_by_owner] der Inhaber hat den Zugang beendet
    [banned] gesperrt
   *[other] { $cause }
}
lists-detail-reason = Grund: { $reason }
lists-detail-tier = Tarif { $tier }
lists-detail-payment = Zahlung { $payment }
lists-detail-hour = um { $hour }
lists-detail-place = in „{ $place }“
lists-detail-setting = { $setting ->
    [title] Name des Kanals
    [description] Beschreibung
    [donation_message] Spendentext
    [time_zone] Zeitzone
    [grace_hours] Kulanzfrist
    [tolerance_percent] erlaubter Fehlbetrag
    [listed] öffentliche Liste
    [name] Name
    [price_cents] Preis
    [price_stars] Preis in Stars
    [donation_stars] Spenden in Stars
    [days] Laufzeit
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] Inhaber
    [manager] Manager
    [read_only] Beobachter
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] Auto-Entfernen an
    [dry_run] Probelauf
    [off] Auto-Entfernen aus
   *[other] { $removals }
}
lists-detail-news = { $news ->
    [on] an
    [off] aus
    [here] an diese Person
    [owner] an den Inhaber
    [each] jeder Verkauf
    [digest] ein Tagesbericht
    [both] jeder Verkauf und ein Tagesbericht
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] Angebot
    [donate] Spenden-Button
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] Bestellungen
    [payments] Zahlungen
    [members] Mitglieder
   *[other] { $table }
}
lists-detail-other = { $name }: { $value }
