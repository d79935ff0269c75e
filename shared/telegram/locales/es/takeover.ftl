### Taking over members from a list.

takeover-button = 👥 Traer miembros

## Asking for a list.

takeover-title = <b>👥 Traer miembros · { $title }</b>
takeover-how = Envíame la lista de los miembros que ya tienes, como archivo o como texto. Te muestro qué cambiaría y no cambio nada hasta que digas que sí. Puedes deshacerlo con un botón.
takeover-format = Una persona por línea: su ID o @username, después hasta cuándo o «para siempre», y una nota si quieres. También sirven archivos CSV y JSON de hasta 20 MB. Un ejemplo para copiar:
takeover-names = Un ID funciona enseguida. Un @username funciona en cuanto esa persona me escriba o pida entrar.
takeover-earlier = 📋 { $day } · { $count }
takeover-reading = 📖 Estoy leyendo tu lista para { $title }. Tardo unos segundos.
takeover-ask-list = Envíame la lista de miembros, como archivo o como texto.
takeover-ask-until = Tu lista no dice hasta cuándo tiene acceso cada persona. Envíame un final para las que faltan: una fecha como 2027-01-31, un número de días o «para siempre».

## What a list would change.

takeover-found = { $count ->
    [one] Tu lista tiene una línea. Todavía no ha cambiado nada.
   *[other] Tu lista tiene { $count } líneas. Todavía no ha cambiado nada.
}
takeover-verdict = { $verdict ->
    [new] ➕ Reciben acceso: { $count }
    [in] ✅ Ya están en el chat y reciben acceso: { $count }
    [longer] ⬆️ Reciben más tiempo de acceso: { $count }
    [shorter] ⬇️ Ahora tienen más tiempo del que dice la lista: { $count }
    [paid] 💰 Pagaron más tiempo del que dice la lista y lo conservan: { $count }
    [same] 🟰 Ya tienen justo ese acceso: { $count }
    [unknown] ❓ Nombres que aún no conozco. Reciben acceso cuando me escriban o pidan entrar: { $count }
    [ended] ⌛ Su acceso ya terminó, así que no reciben nada: { $count }
    [protected] 🛡 Administradores, a quienes nunca toco: { $count }
    [banned] 🚫 Bloqueados, así que no reciben acceso: { $count }
    [twice] 👯 Aparecen más de una vez. Cuenta el acceso más largo: { $count }
    [kept] ✋ Conservan más tiempo de acceso, como elegiste: { $count }
    [shortened] ⬇️ Tienen menos tiempo de acceso, como elegiste: { $count }
    [undone] ↩️ Tienen lo que tenían antes: { $count }
   *[stays] ✋ Conservan su acceso porque cambió después de la importación: { $count }
}
takeover-shorter-line = · línea { $line }: { $person }, hasta { $until } en vez de { $now }
takeover-line = · línea { $line }: { $person }
takeover-hold = { $days ->
    [0] Después de la importación, las expulsiones siguen como siempre.
   *[other] Después de la importación no expulso a nadie durante { $time }, para que nadie se lleve una sorpresa.
}
takeover-nothing = No hay nada que importar.
takeover-go = ✅ Importar { $count }
takeover-shorten = { $choice ->
    [shorten] ⬇️ Acortar { $count }: sí
   *[keep] ⬇️ Acortar { $count }: no
}
takeover-hold-choice = { $days ->
    [0] Sin pausa
   *[other] ⏸ { $time }
}
takeover-chosen = ✓ { $choice }
takeover-table = 📄 Todas las líneas
takeover-refresh = 🔄 Actualizar
takeover-undo = ↩️ Deshacer
takeover-undo-now = ↩️ Sí, deshacer

## How far it is, and what became of it.

takeover-applying = ⏳ Importando: { $done } de { $total }. Sigo aunque cierres este chat.
takeover-undoing = ⏳ Deshaciendo: { $done } de { $total }.
takeover-applied = ✅ La importación ha terminado.
takeover-undone = ↩️ La importación está deshecha.
takeover-waiting = 🕓 Nombres que aún espero, un año como máximo: { $count }
takeover-held = ⏸ No expulso a nadie hasta { $time }.
takeover-undo-ask = ¿Deshacer toda la importación? Todos recuperan el acceso que tenían antes. Quien tuvo otro cambio de acceso después de la importación lo conserva.
takeover-file-caption = 📄 Tu lista para { $title }, línea por línea.

## What can't be read.

takeover-bad = { $count ->
    [one] ⚠️ No puedo leer una línea de tu lista para { $title }, así que la he dejado fuera:
   *[other] ⚠️ No puedo leer { $count } líneas de tu lista para { $title }, así que las he dejado fuera:
}
takeover-bad-line = { $problem ->
    [no_person] La línea { $line } no nombra a nadie.
    [several] La línea { $line } nombra a varias personas. Pon cada una en su línea: { $text }
    [bad_person] Línea { $line }: esto no es ni un ID ni un @username: { $text }
    [bad_until] Línea { $line }: no entiendo esta fecha: { $text }
    [ambiguous_until] Línea { $line }: ¿primero el día o el mes? Escribe la fecha como 2027-01-31: { $text }
    [no_until] La línea { $line } no dice hasta cuándo: { $text }
    [too_long] La línea { $line } es demasiado larga: { $text }
    [broken_quotes] En la línea { $line } hay unas comillas sin cerrar: { $text }
   *[not_json] La línea { $line } no es JSON válido: { $text }
}
takeover-bad-more = … y { $count } más.
takeover-bad-fix = Corrígelas y envía otra vez el archivo entero, o solo esas líneas.
takeover-refused = { $refusal ->
    [not_text] Este archivo no es texto en UTF-8. En tu hoja de cálculo elige «Guardar como» y «CSV UTF-8», y envíame ese archivo.
    [spreadsheet] No puedo leer hojas de cálculo ni PDF. En tu hoja de cálculo elige «Guardar como» y «CSV UTF-8», y envíame ese archivo.
    [too_many_lines] Tu lista tiene más de 100.000 líneas. Divídela en dos y envíamelas una tras otra.
    [empty] En esta lista no hay nadie. Envíame otra.
    [too_big] Este archivo pesa más de 20 MB y Telegram no me lo entrega. Divídelo en dos y envíamelos uno tras otro.
    [not_given] Telegram no me entregó este archivo. Envíalo otra vez.
   *[no_good_line] No puedo leer ninguna línea de esta lista. Mira el ejemplo y envíame otra.
}

## Answers.

takeover-gone = Esta lista ya no existe. Envíala otra vez.
takeover-changed = Esto ya estaba hecho. Así está la lista ahora.
takeover-dropped = He olvidado la lista. No ha cambiado nada.
takeover-not-an-end = Necesito una fecha futura como 2027-01-31, un número de días o «para siempre».
