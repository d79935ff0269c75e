### Payments that need the owner's decision, and what the payer reads about them.

## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = Eine Zahlung ist unterwegs
cases-head-hanging = Eine Zahlung ist seit einer Woche unbestätigt
cases-head-partial = Bei einer Zahlung fehlt etwas
cases-head-over = Jemand hat zu viel bezahlt
cases-head-late = Eine Zahlung kam zu spät an
cases-head-repeated = Eine Bestellung wurde doppelt bezahlt
cases-head-wrong-asset = Eine Zahlung kam in einem anderen Coin an
cases-head-amount-mismatch = Eine Zahlung passt nicht zum Preis der Bestellung
cases-head-other-payer = Jemand anderes hat eine Bestellung bezahlt
cases-head-closed = Eine Zahlung kam für eine geschlossene Bestellung an
cases-head-credited = Eine Zahlung wurde angerechnet
cases-head-failed = Eine Zahlung ist fehlgeschlagen
cases-head-expired = Eine Zahlung ist abgelaufen
cases-head-refunded = Eine Zahlung wurde erstattet
cases-head-remainder = Ein Teil einer Bestellung wurde zurückgeschickt
cases-head-partial-failed = Eine Zahlung ist fehlgeschlagen, nachdem Geld gesendet wurde
cases-head-partial-expired = Eine Zahlung ist abgelaufen, nachdem etwas Geld gesendet wurde
cases-head-unfinished = Eine Zahlung wurde nicht abgeschlossen
cases-head-unknown-order = Eine Zahlung gehört zu einer Bestellung, die ich nicht kenne

## The facts of a payment.

cases-order = <b>Bestellung:</b> { $order }
cases-asked = <b>Verlangt:</b> { $amount }
cases-received-none = <b>Angekommen:</b> noch nichts
cases-received-unreported = <b>Angekommen:</b> nicht gemeldet
cases-received = { $worth ->
    [none] <b>Angekommen:</b> { $amount }
    [unknown] <b>Angekommen:</b> { $amount }, Wert unbekannt
    [tiny] <b>Angekommen:</b> { $amount } (weniger als { $least })
   *[other] <b>Angekommen:</b> { $amount } ({ $worth })
}
cases-received-of = { $worth ->
    [none] <b>Angekommen:</b> { $amount } von { $asked }
    [unknown] <b>Angekommen:</b> { $amount } von { $asked }, Wert unbekannt
    [tiny] <b>Angekommen:</b> { $amount } von { $asked } (weniger als { $least })
   *[other] <b>Angekommen:</b> { $amount } von { $asked } ({ $worth })
}
cases-payment = <b>Zahlung:</b> <code>{ $payment }</code>
cases-since = <b>Seit:</b> { $time }
cases-amount-none = noch nichts
cases-amount-unreported = nicht gemeldet

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = NOWPayments hat das Geld gesehen, die Zahlung aber nicht abgeschlossen. Sieh in deinem NOWPayments-Konto nach. Bis dahin kann der Käufer neu kaufen oder stornieren.
cases-state-remainder = { $item ->
    [donation] Der Rest dieser Spende wurde zurückgeschickt.
   *[other] Der Rest dieser Bestellung wurde zurückgeschickt, darum ist der Zugang beendet.
}
cases-state-paid = Die Bestellung ist schon bezahlt.
cases-state-invoiced = Der Betrag zählt zum Preis. Für den Rest gibt es schon eine Rechnung.
cases-state-counted = { $item ->
    [donation] Der Betrag zählt zur Spende.
   *[other] Der Betrag zählt zum Preis. Ist der Rest für eine Krypto-Zahlung zu klein und eine Woche lang entscheidet niemand, gilt die Bestellung als bezahlt.
}
cases-state-nothing = Dafür wurde noch nichts freigeschaltet.
cases-excess = { $excess ->
    [unknown] Das ist mehr, als auf der Rechnung stand. Die Bestellung bleibt, wie sie ist.
   *[other] Das sind { $excess } mehr, als auf der Rechnung stand. Die Bestellung bleibt, wie sie ist.
}
cases-excess-together = { $excess ->
    [unknown] Zusammen liegen die Zahlungen über dem Preis. Die Bestellung bleibt, wie sie ist.
   *[other] Zusammen liegen die Zahlungen { $excess } über dem Preis. Die Bestellung bleibt, wie sie ist.
}
cases-excess-what = Du kannst es behalten oder über dein NOWPayments-Konto zurückschicken.
cases-refunded = { $item ->
    [donation] NOWPayments meldet, dass die Erstattung erledigt ist.
   *[other] NOWPayments meldet, dass die Erstattung erledigt ist. Der Zugang, der damit bezahlt war, ist beendet.
}
cases-nothing-to-decide = Hier gibt es nichts mehr zu entscheiden.
cases-manager-decides = Der Inhaber oder ein Manager entscheidet.
cases-you-decide = Du entscheidest:

## Answers: buttons.

cases-accept = ✅ Als bezahlt annehmen
cases-accept-coins = { $coins ->
    [unknown] ✅ Als bezahlt annehmen
   *[other] ✅ { $coins } annehmen
}
cases-refund = ↩️ Ich habe erstattet
cases-wait = ⏳ Weiter warten
cases-enter-worth = 💵 Wert eingeben
cases-keep = ➕ Behalten
cases-keep-coins = { $coins ->
    [unknown] ➕ Behalten
   *[other] ➕ { $coins } behalten
}
cases-count = ➕ { $amount } anrechnen
cases-give-days = { $duration ->
    [for_ever] ➕ Zugang für immer für { $amount }
   *[other] ➕ { $duration } für { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> Du vertraust darauf, dass es noch ankommt, und es zählt als Spende.
   *[other] <b>{ $label }:</b> Du vertraust darauf, dass es noch ankommt, und der Käufer bekommt jetzt Zugang.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> Es zählt als Spende, und ich bedanke mich dafür.
   *[other] <b>{ $label }:</b> Dir reicht, was angekommen ist, und der Käufer bekommt Zugang.
}
cases-refund-means = <b>{ $label }:</b> Tippe erst darauf, wenn du das Geld über dein NOWPayments-Konto zurückgeschickt hast. Ich kann kein Geld bewegen.
cases-wait-means = <b>{ $label }:</b> Ich erinnere dich nicht mehr daran.
cases-enter-worth-means = <b>{ $label }:</b> Gib ein, was die Coins in Dollar wert waren. Bevor es zählt, siehst du, was es bewirkt.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> Der Käufer behält den Zugang für immer, auch wenn du seine andere Zahlung zurückschickst.
   *[other] <b>{ $label }:</b> Der Zugang des Käufers läuft um diese Zeit länger.
}
cases-count-means = <b>{ $label }:</b> Der Betrag zählt zum Preis.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> Es zählt als weitere Spende.
   *[other] <b>{ $label }:</b> Du behältst es, aber es schaltet nichts frei. Wer bezahlt hat, erfährt, dass es angerechnet wurde.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ Diese Zahlung wartet seit einer Stunde auf deine Entscheidung.
cases-remind-1-day = ⏰ Diese Zahlung wartet seit einem Tag auf deine Entscheidung. Wer bezahlt hat, erfährt von mir, dass noch nichts entschieden ist.
cases-remind-3-days = ⏰ Diese Zahlung wartet seit 3 Tagen auf deine Entscheidung. Wer bezahlt hat, erfährt von mir, dass noch nichts entschieden ist.
cases-remind-overdue = ⏰ Diese Zahlung wartet seit mehr als einer Woche auf deine Entscheidung.
cases-remind-stays-open = ⏰ Niemand hat über diese Zahlung entschieden. Sie bleibt offen, und wer bezahlt hat, erfährt es von mir. Das ist die letzte Erinnerung.
cases-remind-watch-ended = ⏰ Ich frage bei NOWPayments nicht mehr nach dieser Zahlung. Sieh in deinem NOWPayments-Konto nach. Kommt doch noch etwas, nehme ich es an.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ Deine Zahlung wurde nie bestätigt.
   *[other] ⏳ Deine Zahlung über { $amount } wurde nie bestätigt.
} Ich frage bei NOWPayments nicht mehr nach. Kommt sie später an, nehme ich sie trotzdem an. Du kannst dem Inhaber die Transaktion zeigen.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ Deine Zahlung zählt zum Preis.
   *[other] ⏳ Deine Zahlung über { $amount } zählt zum Preis.
} Bezahl die restlichen { $rest }, und du bist drin. Der Inhaber kann auch annehmen, was angekommen ist, hat sich aber noch nicht entschieden.
cases-waiting = { $amount ->
    [unknown] ⏳ Deine Zahlung wartet noch auf die Entscheidung des Inhabers.
   *[other] ⏳ Deine Zahlung über { $amount } wartet noch auf die Entscheidung des Inhabers.
} Ich habe daran erinnert. Du musst nichts tun.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ Deine Zahlung ist noch nicht bestätigt, und der Inhaber hat noch nicht entschieden.
   *[other] ⏳ Deine Zahlung über { $amount } ist noch nicht bestätigt, und der Inhaber hat noch nicht entschieden.
} Ich habe daran erinnert. Du musst nichts tun.
cases-open = { $amount ->
    [unknown] ⏳ Deine Zahlung wartet noch auf die Entscheidung des Inhabers.
   *[other] ⏳ Deine Zahlung über { $amount } wartet noch auf die Entscheidung des Inhabers.
} Ich habe daran erinnert, aber keine Antwort bekommen. Dein Geld ist sicher. Alles bleibt offen, bis der Inhaber entscheidet.
cases-open-failed = { $amount ->
    [unknown] ⏳ Deine Zahlung wartet noch auf die Entscheidung des Inhabers.
   *[other] ⏳ Deine Zahlung über { $amount } wartet noch auf die Entscheidung des Inhabers.
} Ich habe daran erinnert, aber keine Antwort bekommen. Alles bleibt offen, bis der Inhaber entscheidet.
cases-open-hanging = { $amount ->
    [unknown] ⏳ Deine Zahlung ist noch nicht bestätigt, und der Inhaber hat noch nicht entschieden.
   *[other] ⏳ Deine Zahlung über { $amount } ist noch nicht bestätigt, und der Inhaber hat noch nicht entschieden.
} Ich habe daran erinnert, aber keine Antwort bekommen. Alles bleibt offen, bis der Inhaber entscheidet oder die Bestätigung kommt.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>Deine Bestellung ist bezahlt.</b> Es fehlten { $missing }, zu wenig für eine Krypto-Zahlung, und der Inhaber hat eine Woche lang nicht geantwortet.
cases-accepted-owner = ✅ <b>Ich habe eine Zahlung so angenommen, wie sie ist.</b> Es fehlten { $missing }, zu wenig für eine Krypto-Zahlung, und eine Woche lang hat niemand entschieden. Wer bezahlt hat, erfährt es von mir.

## Decisions.

cases-refund-question = { $amount ->
    [unknown] ↩️ <b>Hast du es zurückgeschickt?</b>
   *[other] ↩️ <b>Hast du { $amount } zurückgeschickt?</b>
}
cases-refund-how = Ich kann kein Geld bewegen. Schick es also zuerst über dein NOWPayments-Konto zurück. Tippst du auf Ja, melde ich es der Person, die bezahlt hat, und der Betrag zählt nicht mehr. Bis dahin ändert sich nichts.
cases-yes = Ja
cases-no = Nein
cases-decided-accept = ✅ <b>Du hast eine Zahlung so angenommen, wie sie ist.</b> Wer bezahlt hat, erfährt es von mir.
cases-decided-credit = ➕ <b>Du hast eine Zahlung angerechnet.</b> Wer bezahlt hat, erfährt es von mir.
cases-decided-refund = ↩️ <b>Du hast eine Zahlung erstattet.</b> Wer bezahlt hat, erfährt es von mir.
cases-decided-wait = ⏳ <b>Du wartest auf eine Zahlung.</b> Ich erinnere dich nicht mehr daran.
cases-counted = <b>Angerechnet:</b> { $amount }
cases-counted-unknown = Niemand weiß, was es wert war. Deine Zahlen rechnen mit { $amount }, bis du den Wert eingibst.
cases-others = ⚠️ Weitere Fälle

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>Fälle in { $title }</b>
cases-list-empty = Keine Zahlung braucht deine Entscheidung.
cases-list-count = <b>Warten auf deine Entscheidung:</b> { $count }
cases-list-line = • <b>{ $heading }</b>: { $amount }, { $item }, { $person }, seit { $time }
cases-list-line-of = • <b>{ $heading }</b>: { $amount } von { $price }, { $item }, { $person }, seit { $time }
cases-list-line-unknown = • { $heading }, { $time }
cases-list-payment = ⚠️ Zahlung { $payment }
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = Dafür wurde nichts freigeschaltet. Such die Zahlung mit ihrer Nummer in deinem NOWPayments-Konto. Schick das Geld dann dort zurück, oder bitte den Betreiber dieses Bots, die Bestellung zu finden.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>Was eine Zahlung wert war</b>
cases-worth-ask = { $coins ->
    [unknown] Was waren die Coins wert, als sie ankamen? Gib einen Betrag in Dollar ein, zum Beispiel <code>12,50</code>.
   *[other] Was waren { $coins } bei der Ankunft wert? Gib einen Betrag in Dollar ein, zum Beispiel <code>12,50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] Wert der Coins nach deiner Angabe: <b>{ $amount }</b>.
   *[other] Wert von { $coins } nach deiner Angabe: <b>{ $amount }</b>.
}
cases-worth-order = Damit ist die Bestellung bezahlt, und der Käufer bekommt Zugang.
cases-worth-part = Der Betrag zählt zum Preis der Bestellung.
cases-worth-days = { $count ->
    [one] Der Käufer bekommt dafür { $count } Tag Zugang.
   *[other] Der Käufer bekommt dafür { $count } Tage Zugang.
}
cases-worth-for-ever = Der Käufer behält dafür den Zugang für immer.
cases-worth-kept = Beim Preis dieser Bestellung reicht das nicht für einen Tag. Du behältst es, und es zählt in deinen Zahlen.
cases-worth-gift = Es zählt als Spende, und ich bedanke mich dafür.
cases-worth-figures = { $item ->
    [donation] Es zählt in deinen Zahlen, und ich bedanke mich für die Spende.
   *[other] Es zählt in deinen Zahlen, höchstens bis zum Preis.
}
cases-worth-check = Stimmt das? Du kannst auch einen anderen Betrag eingeben.
cases-worth-yes = ✅ Ja, { $amount }
