### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>Dein Zugang zu { $title } verlängert sich alle 30 Tage von selbst für { $stars }.</b>
renewals-begun-how = Die nächste Zahlung ist am { $end } fällig. Beenden kannst du das in Telegram unter Einstellungen › Meine Sterne oder hier mit /mysubs.
renewals-resumed = 🔁 <b>Dein Zugang zu { $title } verlängert sich wieder von selbst.</b>
renewals-resumed-how = { $end ->
    [over] Die nächste Zahlung von { $stars } ist jetzt fällig.
   *[other] Die nächste Zahlung von { $stars } ist am { $end } fällig.
}
renewals-canceled = ✋ <b>Dein Zugang zu { $title } verlängert sich nicht mehr von selbst.</b>
renewals-by-owner = ✋ <b>Der Inhaber von { $title } hat deine Verlängerung beendet.</b>
renewals-stays = { $end ->
    [over] Es wird nichts mehr abgebucht.
    [for_ever] Es wird nichts mehr abgebucht. Du hast für immer Zugang.
   *[other] Es wird nichts mehr abgebucht. Du hast Zugang bis { $end }.
}
renewals-failed = ⚠️ <b>Telegram konnte { $stars } für die Verlängerung von { $title } nicht abbuchen.</b>
renewals-failed-how = { $until ->
    [over] Es wurde nichts abgebucht. Lade in Telegram unter Einstellungen › Meine Sterne auf oder verlängere hier.
   *[other] Es wurde nichts abgebucht. Lade in Telegram unter Einstellungen › Meine Sterne auf oder verlängere hier. Du kannst noch bis { $until } bleiben.
}
# A question, and its two buttons.
renewals-question = ✋ <b>Verlängerung von { $title } beenden?</b>
renewals-question-how = { $end ->
    [over] Nur ein neuer Kauf kann sich wieder von selbst verlängern.
    [for_ever] Dein Zugang bleibt für immer.
   *[other] Dein Zugang bleibt bis { $end }. Nur ein neuer Kauf kann sich wieder von selbst verlängern.
}
renewals-stop = ✋ Verlängerung beenden
renewals-keep = ↩️ Weiter verlängern
# Toasts.
renewals-stopping = Wird beendet. Ich melde mich, wenn es so weit ist.
renewals-nothing = Das verlängert sich nicht von selbst.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 Verlängert sich von selbst für { $stars }.
renewals-off = ✋ Verlängert sich nicht von selbst.
renewals-last-failed = ⚠️ Die letzte Verlängerung ist gescheitert.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person } konnte { $stars } für die Verlängerung von { $title } nicht zahlen.</b>
renewals-owner-failed-how = { $until ->
    [over] Ich habe erklärt, wie man verlängert.
   *[other] Ich habe erklärt, wie man verlängert. Bleiben geht noch bis { $until }.
}
renewals-owner-not-ended = 🚨 <b>Ich kann die Verlängerung von { $person } in { $title } nicht beenden.</b>
renewals-owner-not-ended-how = Bitte die Person, sie in Telegram unter Einstellungen › Meine Sterne zu beenden. Was abgebucht wird, kannst du zurückschicken.
renewals-owner-question = ✋ <b>Verlängerung von { $person } in { $title } beenden?</b>
renewals-owner-question-how = { $end ->
    [over] Es wird nichts mehr abgebucht. Wieder einschalten kann die Person sie nicht.
    [for_ever] Es wird nichts mehr abgebucht, und der Zugang bleibt für immer.
   *[other] Es wird nichts mehr abgebucht, und der Zugang bleibt bis { $end }. Wieder einschalten kann die Person sie nicht.
}
# Antwort an einen Verwalter.
renewals-owner-stopping = Wird beendet. Wenn Telegram ablehnt, schreibe ich dem Inhaber.
