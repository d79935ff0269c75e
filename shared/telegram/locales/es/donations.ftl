### Donations: the post in the public channel, the keypad, and what becomes of it.

## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>Apoya a { $title }</b>
donations-post-button = 💝 Donar

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>Donar a { $title }</b>
donations-keypad-how = Escribe un importe entre { $least } y { $most } y toca ✓ Confirmar. Paga con cualquier criptomoneda. { $minutes ->
    [one] El teclado funciona { $minutes } minuto.
   *[other] El teclado funciona { $minutes } minutos.
}

donations-keypad-how-presets = Toca un importe, o escribe uno entre { $least } y { $most } y toca ✓ Confirmar. Paga con cualquier criptomoneda. { $minutes ->
    [one] El teclado funciona { $minutes } minuto.
   *[other] El teclado funciona { $minutes } minutos.
}
donations-keypad-note = Tu nota para el propietario: “{ $note }”
donations-keypad-anonymous = El propietario no verá quién eres.
donations-note-ask = <b>Envíame ahora tu nota para el propietario.</b> Hasta { $most } caracteres.
donations-note-too-long = ⚠️ Tiene { $length } caracteres y el máximo es { $most }. Envía una nota más corta.

donations-keypad-amount = 💰 Importe: { $amount }
donations-keypad-clear = 🗑 Borrar
donations-keypad-confirm = ✓ Confirmar
donations-keypad-again = 🔁 Otra vez { $amount }
donations-keypad-note-add = ✍️ Añadir nota
donations-keypad-note-remove = ✍️ Quitar nota
donations-keypad-stay-anonymous = 🕶 Donar en anónimo
donations-keypad-named = 👤 Mostrar mi nombre

## What becomes of a keypad.

donations-confirmed = 💝 <b>{ $amount } para { $title }.</b> Tu factura está en camino.
donations-cancelled = ✕ Donación cancelada. No se te cobró nada.
donations-expired = ⌛ El teclado venció. No se te cobró nada.
donations-start-again = 💝 Empezar de nuevo

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = Este teclado ya no funciona. Toca Donar otra vez.
donations-keypad-of-another = Solo puede usar este teclado quien lo abrió.
donations-keypad-expired = Este teclado venció. No se te cobró nada. Toca Donar otra vez.
donations-note-saved = Tu nota llegará al propietario con tu donación.
donations-paused = El propietario pausó las donaciones. No se te cobró nada.
donations-amount-typed = Importe: { $amount }
donations-amount-empty = Primero escribe un importe.
donations-amount-below-crypto = Hoy los pagos en cripto empiezan en { $least }. No se te cobró nada. ¿Probamos con { $suggested }?
donations-amount-below-usual = Ahora las donaciones empiezan en { $least }. No se te cobró nada. ¿Probamos con { $suggested }?
donations-amount-too-large = Puedes donar { $most } como máximo de una vez.
donations-key-ignored = { $reason ->
    [too_many_decimals] Los centavos tienen dos cifras.
    [second_point] Ya hay una coma.
   *[too_many_digits] No caben más cifras. Puedes donar { $most } como máximo de una vez.
}

## For the owner.

donations-owner-note = <b>Nota:</b> “{ $note }”

donations-amounts-title = 💝 <b>Importes de donación de { $title }</b>
donations-amounts-now = <b>Ahora:</b> { $amounts }
donations-amounts-none = <b>Ahora:</b> ninguno. Cada donante escribe cuánto da.
donations-amounts-hidden = Hoy los pagos empiezan en { $least }. Los importes menores no se muestran hasta que eso cambie.
donations-amounts-ask = Tus donantes dan estos importes con un toque y también pueden escribir otro. Para cambiarlos, envíame hasta { $most } importes en dólares separados por espacios, así: 5 10 25,50
donations-amounts-remove = 🗑 Quitar todos
donations-amounts-unclear = Envía hasta { $most } importes en dólares separados por espacios, como 5 10 25,50. El máximo de cada uno es { $limit }.
