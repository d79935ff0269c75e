### Reembolsos que hace el propio bot cuando los pide el propietario.

## Botones. $amount: "⭐ 385".

refunds-button = ↩️ Reembolsar { $amount }
refunds-button-asked = ⏳ Reembolso de { $amount }
refunds-yes = ↩️ Sí, reembolsar { $amount }
refunds-again = ↩️ Reintentar

## La pregunta antes de un reembolso y su estado. $person: "@dana".

refunds-ask = ↩️ <b>¿Reembolsar { $amount } a { $person }?</b>
refunds-leaves-balance = • { $amount } sale del saldo de este bot. Nadie puede deshacerlo.
refunds-ends-access = • Termina el acceso que dio este pago.
refunds-ends-renewal = • La suscripción ya no se renueva.
refunds-on-its-way = ⏳ <b>Estoy devolviendo { $amount } a { $person }.</b> Cuando esté hecho, aviso a quien lo pidió.
refunds-done = ↩️ <b>{ $amount } se devolvió a { $person }.</b>
# Lo que hace el botón. $label: sus palabras.
refunds-means = <b>{ $label }:</b> lo devuelvo después de preguntarte una vez más.
# El reembolso de un pago. $item: "donation" o "subscription".
refunds-made = { $item ->
    [donation] Telegram lo devolvió a quien pagó.
   *[other] Telegram lo devolvió a quien pagó. Terminó el acceso que pagaba.
}

## Un reembolso que Telegram rechazó.

refunds-refused = ⚠️ <b>No se pudo devolver { $amount } a { $person }.</b>
refunds-refused-balance = El saldo de este bot no alcanza, porque sus estrellas se retiraron o se devolvieron. Pide a quien administra este bot que añada estrellas y reintenta.
refunds-refused-unanswered = Telegram no respondió durante tres días. Reintenta. Si ya se devolvió, no se devuelve dos veces.
refunds-refused-other = Telegram lo rechazó y nada cambió. Reintenta más tarde. Si vuelve a pasar, da el número del pago a quien administra este bot.

## Respuestas.

refunds-nothing = Aquí ya no queda nada por reembolsar.

## La historia de un pedido y el registro. $by, $person: un administrador.

refunds-story-asked = { $person } pidió reembolsar un pago.
refunds-story-asked-buyer = El propietario pidió reembolsar un pago.
refunds-story-refused = Telegram rechazó el reembolso.
refunds-log-asked = { $by } pidió reembolsar un pago
refunds-log-refused = { $by } no pudo reembolsar un pago porque Telegram lo rechazó
