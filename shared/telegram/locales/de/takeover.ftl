### Taking over members from a list.

takeover-button = 👥 Mitglieder übernehmen

## Asking for a list.

takeover-title = <b>👥 Mitglieder übernehmen · { $title }</b>
takeover-how = Schick mir eine Liste deiner Mitglieder, als Datei oder als Text. Ich zeige dir, was sich ändern würde, und ändere nichts, bevor du Ja sagst. Mit einem Knopf machst du alles rückgängig.
takeover-format = Eine Person pro Zeile: ihre ID oder ihr @username, dann bis wann oder „für immer“, dann eine Notiz, wenn du willst. CSV- und JSON-Dateien bis 20 MB gehen auch. Ein Beispiel zum Kopieren:
takeover-names = Eine ID gilt sofort. Ein @username gilt, sobald diese Person mir geschrieben oder um Aufnahme gebeten hat.
takeover-earlier = 📋 { $day } · { $count }
takeover-reading = 📖 Ich lese deine Liste für { $title }. Das dauert ein paar Sekunden.
takeover-ask-list = Schick mir die Mitgliederliste, als Datei oder als Text.
takeover-ask-until = In deiner Liste steht nicht bei allen, bis wann sie Zugang haben. Schick mir ein Ende für diese Personen: ein Datum wie 2027-01-31, eine Zahl von Tagen oder „für immer“.

## What a list would change.

takeover-found = { $count ->
    [one] Deine Liste hat eine Zeile. Noch hat sich nichts geändert.
   *[other] Deine Liste hat { $count } Zeilen. Noch hat sich nichts geändert.
}
takeover-verdict = { $verdict ->
    [new] ➕ Bekommen Zugang: { $count }
    [in] ✅ Sind schon im Chat, bekommen Zugang: { $count }
    [longer] ⬆️ Bekommen länger Zugang: { $count }
    [shorter] ⬇️ Haben jetzt länger Zugang, als die Liste sagt: { $count }
    [paid] 💰 Haben für länger bezahlt, als die Liste sagt, und behalten es: { $count }
    [same] 🟰 Haben schon genau diesen Zugang: { $count }
    [unknown] ❓ Namen, die ich noch nicht kenne. Sie bekommen Zugang, wenn sie mir schreiben oder um Aufnahme bitten: { $count }
    [ended] ⌛ Ihr Zugang ist schon zu Ende, sie bekommen keinen: { $count }
    [protected] 🛡 Administratoren, die ich nie anrühre: { $count }
    [banned] 🚫 Gesperrt, bekommen keinen Zugang: { $count }
    [twice] 👯 Mehrfach in der Liste. Der längste Zugang zählt: { $count }
    [kept] ✋ Behalten ihren längeren Zugang, wie du es wolltest: { $count }
    [shortened] ⬇️ Haben kürzer Zugang, wie du es wolltest: { $count }
    [undone] ↩️ Haben, was sie vorher hatten: { $count }
   *[stays] ✋ Behalten ihren Zugang, weil er sich nach dem Import wieder geändert hat: { $count }
}
takeover-shorter-line = · Zeile { $line }: { $person }, bis { $until } statt { $now }
takeover-line = · Zeile { $line }: { $person }
takeover-hold = { $days ->
    [0] Nach dem Import wird wie gewohnt entfernt.
   *[other] Nach dem Import entferne ich { $time } lang niemanden, damit niemand überrascht wird.
}
takeover-nothing = Es gibt nichts zu importieren.
takeover-go = ✅ { $count } importieren
takeover-shorten = { $choice ->
    [shorten] ⬇️ { $count } verkürzen: ja
   *[keep] ⬇️ { $count } verkürzen: nein
}
takeover-hold-choice = { $days ->
    [0] Keine Pause
   *[other] ⏸ { $time }
}
takeover-chosen = ✓ { $choice }
takeover-table = 📄 Alle Zeilen
takeover-refresh = 🔄 Aktualisieren
takeover-undo = ↩️ Rückgängig
takeover-undo-now = ↩️ Ja, rückgängig

## How far it is, and what became of it.

takeover-applying = ⏳ Import läuft: { $done } von { $total }. Ich mache weiter, auch wenn du den Chat schließt.
takeover-undoing = ⏳ Wird rückgängig gemacht: { $done } von { $total }.
takeover-applied = ✅ Der Import ist fertig.
takeover-undone = ↩️ Der Import ist rückgängig gemacht.
takeover-waiting = 🕓 Namen, auf die ich noch warte, höchstens ein Jahr: { $count }
takeover-held = ⏸ Ich entferne niemanden bis { $time }.
takeover-undo-ask = Den ganzen Import rückgängig machen? Alle haben dann wieder den Zugang von vorher. Wessen Zugang sich nach dem Import wieder geändert hat, behält ihn.
takeover-file-caption = 📄 Deine Liste für { $title }, Zeile für Zeile.

## What can't be read.

takeover-bad = { $count ->
    [one] ⚠️ Eine Zeile deiner Liste für { $title } ist nicht lesbar, ich habe sie ausgelassen:
   *[other] ⚠️ { $count } Zeilen deiner Liste für { $title } sind nicht lesbar, ich habe sie ausgelassen:
}
takeover-bad-line = { $problem ->
    [no_person] Zeile { $line } nennt niemanden.
    [several] Zeile { $line } nennt mehrere Personen. Gib jeder eine Zeile: { $text }
    [bad_person] Zeile { $line }: Das ist weder eine ID noch ein @username: { $text }
    [bad_until] Zeile { $line }: Dieses Datum verstehe ich nicht: { $text }
    [ambiguous_until] Zeile { $line }: Zuerst der Tag oder der Monat? Schreib das Datum wie 2027-01-31: { $text }
    [no_until] In Zeile { $line } steht nicht, bis wann: { $text }
    [too_long] Zeile { $line } ist zu lang: { $text }
    [broken_quotes] In Zeile { $line } ist ein Anführungszeichen nie geschlossen: { $text }
   *[not_json] Zeile { $line } ist kein gültiges JSON: { $text }
}
takeover-bad-more = … und { $count } weitere.
takeover-bad-fix = Korrigiere sie und schick die ganze Datei noch einmal, oder nur diese Zeilen.
takeover-refused = { $refusal ->
    [not_text] Diese Datei ist kein Text in UTF-8. Wähle in deiner Tabelle „Speichern unter“ und „CSV UTF-8“ und schick mir diese Datei.
    [spreadsheet] Tabellendateien und PDF kann ich nicht lesen. Wähle in deiner Tabelle „Speichern unter“ und „CSV UTF-8“ und schick mir diese Datei.
    [too_many_lines] Deine Liste hat mehr als 100.000 Zeilen. Teile sie und schick mir eine nach der anderen.
    [empty] In dieser Liste steht niemand. Schick mir eine andere.
    [too_big] Diese Datei ist größer als 20 MB, Telegram gibt sie mir nicht. Teile sie und schick mir eine nach der anderen.
    [not_given] Telegram hat mir diese Datei nicht gegeben. Schick sie noch einmal.
   *[no_good_line] Ich kann keine Zeile dieser Liste lesen. Sieh dir das Beispiel an und schick mir eine andere.
}

## Answers.

takeover-gone = Diese Liste gibt es nicht mehr. Schick sie noch einmal.
takeover-changed = Das ist schon geschehen. So steht es jetzt um die Liste.
takeover-dropped = Ich habe die Liste vergessen. Es hat sich nichts geändert.
takeover-not-an-end = Ich brauche ein Datum in der Zukunft wie 2027-01-31, eine Zahl von Tagen oder „für immer“.
