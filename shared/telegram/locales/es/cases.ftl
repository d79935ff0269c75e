### Payments that need the owner's decision, and what the payer reads about them.

## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = Hay un pago en camino
cases-head-hanging = Un pago lleva una semana sin confirmarse
cases-head-partial = A un pago le falta una parte
cases-head-over = Alguien pagó de más
cases-head-late = Un pago llegó tarde
cases-head-repeated = Un pedido se pagó dos veces
cases-head-wrong-asset = Un pago llegó en otra criptomoneda
cases-head-amount-mismatch = Un pago no coincide con el precio de su pedido
cases-head-other-payer = Otro usuario pagó un pedido
cases-head-closed = Llegó un pago para un pedido cerrado
cases-head-credited = Un pago se dio por válido
cases-head-failed = Un pago falló
cases-head-expired = Un pago venció
cases-head-refunded = Un pago se reembolsó
cases-head-remainder = Se devolvió una parte de un pedido
cases-head-partial-failed = Un pago falló después de enviarse el dinero
cases-head-partial-expired = Un pago venció después de enviarse una parte
cases-head-unfinished = Un pago no se completó
cases-head-unknown-order = Llegó un pago de un pedido que no conozco

## The facts of a payment.

cases-order = <b>Pedido:</b> { $order }
cases-asked = <b>Importe de la factura:</b> { $amount }
cases-received-none = <b>Recibido:</b> nada todavía
cases-received-unreported = <b>Recibido:</b> sin datos
cases-received = { $worth ->
    [none] <b>Recibido:</b> { $amount }
    [unknown] <b>Recibido:</b> { $amount }, valor desconocido
    [tiny] <b>Recibido:</b> { $amount } (menos de { $least })
   *[other] <b>Recibido:</b> { $amount } ({ $worth })
}
cases-received-of = { $worth ->
    [none] <b>Recibido:</b> { $amount } de { $asked }
    [unknown] <b>Recibido:</b> { $amount } de { $asked }, valor desconocido
    [tiny] <b>Recibido:</b> { $amount } de { $asked } (menos de { $least })
   *[other] <b>Recibido:</b> { $amount } de { $asked } ({ $worth })
}
cases-payment = <b>Pago:</b> <code>{ $payment }</code>
cases-since = <b>Desde:</b> { $time }
cases-amount-none = nada todavía
cases-amount-unreported = sin datos

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = NOWPayments vio el dinero, pero no ha terminado el pago. Búscalo en tu cuenta de NOWPayments. Mientras tanto, el comprador puede comprar de nuevo o cancelar.
cases-state-remainder = { $item ->
    [donation] Se devolvió el resto de esta donación.
   *[other] Se devolvió el resto de este pedido, así que su acceso terminó.
}
cases-state-paid = El pedido ya está pagado.
cases-state-invoiced = Cuenta para el precio. Quien pagó ya tiene una factura por el resto.
cases-state-counted = { $item ->
    [donation] Cuenta para la donación.
   *[other] Cuenta para el precio. Si el resto es demasiado poco para enviarlo en cripto y nadie decide en una semana, el pedido se dará por pagado.
}
cases-state-nothing = Todavía no se dio nada a cambio.
cases-excess = { $excess ->
    [unknown] Es más de lo que pedía la factura. El pedido queda como está.
   *[other] Es { $excess } más de lo que pedía la factura. El pedido queda como está.
}
cases-excess-together = { $excess ->
    [unknown] Juntos, los pagos superan el precio. El pedido queda como está.
   *[other] Juntos, los pagos superan el precio en { $excess }. El pedido queda como está.
}
cases-excess-what = Puedes quedártelo o devolverlo desde tu cuenta de NOWPayments.
cases-refunded = { $item ->
    [donation] Según NOWPayments, el reembolso está hecho.
   *[other] Según NOWPayments, el reembolso está hecho. El acceso que se pagó con ese dinero terminó.
}
cases-nothing-to-decide = No queda nada por decidir.
cases-manager-decides = Decide el propietario o un gestor del canal.
cases-you-decide = Tú decides:

## Answers: buttons.

cases-accept = ✅ Aceptar como pagado
cases-accept-coins = { $coins ->
    [unknown] ✅ Aceptarlo como pagado
   *[other] ✅ Aceptar { $coins }
}
cases-refund = ↩️ Ya lo devolví
cases-wait = ⏳ Seguir esperando
cases-enter-worth = 💵 Indicar su valor
cases-keep = ➕ Conservarlo
cases-keep-coins = { $coins ->
    [unknown] ➕ Conservarlo
   *[other] ➕ Conservar { $coins }
}
cases-count = ➕ Sumar { $amount }
cases-give-days = { $duration ->
    [for_ever] ➕ Dar acceso para siempre por { $amount }
   *[other] ➕ Dar { $duration } por { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> confías en que llegará y cuenta como la donación.
   *[other] <b>{ $label }:</b> confías en que llegará y el comprador recibe acceso ahora.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> cuenta como la donación y doy las gracias a quien donó.
   *[other] <b>{ $label }:</b> lo que llegó te basta y el comprador recibe acceso.
}
cases-refund-means = <b>{ $label }:</b> tócalo después de devolver el dinero desde tu cuenta de NOWPayments. Yo no puedo mover dinero.
cases-wait-means = <b>{ $label }:</b> dejo de recordártelo.
cases-enter-worth-means = <b>{ $label }:</b> escribe cuánto valía el pago en dólares. Antes de que cuente, verás qué efecto tiene.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> el comprador conserva el acceso para siempre, aunque le devuelvas su otro pago.
   *[other] <b>{ $label }:</b> el acceso del comprador se alarga ese tiempo.
}
cases-count-means = <b>{ $label }:</b> cuenta para el precio.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> cuenta como otra donación.
   *[other] <b>{ $label }:</b> te lo quedas y no da nada a cambio. Le digo a quien pagó que se dio por válido.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ Este pago lleva una hora esperando tu decisión.
cases-remind-1-day = ⏰ Este pago lleva un día esperando tu decisión. Le aviso a quien pagó que sigue pendiente.
cases-remind-3-days = ⏰ Este pago lleva 3 días esperando tu decisión. Le aviso a quien pagó que sigue pendiente.
cases-remind-overdue = ⏰ Este pago lleva más de una semana esperando tu decisión.
cases-remind-stays-open = ⏰ Nadie ha decidido sobre este pago. Queda pendiente y se lo digo a quien pagó. Este es el último recordatorio.
cases-remind-watch-ended = ⏰ Dejé de consultar este pago en NOWPayments. Búscalo en tu cuenta de NOWPayments. Si hay novedades, todavía lo aceptaré.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ Tu pago nunca se confirmó.
   *[other] ⏳ Tu pago de { $amount } nunca se confirmó.
} Dejé de consultarlo en NOWPayments. Si llega más tarde, todavía lo aceptaré. Puedes mostrarle la transacción al propietario.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ Tu pago cuenta para el precio.
   *[other] ⏳ Tu pago de { $amount } cuenta para el precio.
} Paga los { $rest } que faltan y tendrás acceso. El propietario también puede aceptar lo que llegó, pero todavía no ha decidido.
cases-waiting = { $amount ->
    [unknown] ⏳ Tu pago sigue esperando la decisión del propietario.
   *[other] ⏳ Tu pago de { $amount } sigue esperando la decisión del propietario.
} Se lo recordé. No tienes que hacer nada.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ Tu pago sigue sin confirmarse y el propietario no ha decidido.
   *[other] ⏳ Tu pago de { $amount } sigue sin confirmarse y el propietario no ha decidido.
} Se lo recordé. No tienes que hacer nada.
cases-open = { $amount ->
    [unknown] ⏳ Tu pago sigue esperando la decisión del propietario.
   *[other] ⏳ Tu pago de { $amount } sigue esperando la decisión del propietario.
} Se lo recordé, pero no respondió. Tu dinero está a salvo. El pago queda pendiente hasta que decida.
cases-open-failed = { $amount ->
    [unknown] ⏳ Tu pago sigue esperando la decisión del propietario.
   *[other] ⏳ Tu pago de { $amount } sigue esperando la decisión del propietario.
} Se lo recordé, pero no respondió. El pago queda pendiente hasta que decida.
cases-open-hanging = { $amount ->
    [unknown] ⏳ Tu pago sigue sin confirmarse y el propietario no ha decidido.
   *[other] ⏳ Tu pago de { $amount } sigue sin confirmarse y el propietario no ha decidido.
} Se lo recordé, pero no respondió. El pago queda pendiente hasta que decida o se confirme.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>Tu pedido está pagado.</b> Faltaban { $missing }, demasiado poco para enviarlo en cripto, y el propietario no respondió en una semana.
cases-accepted-owner = ✅ <b>Acepté un pago tal como está.</b> Faltaban { $missing }, demasiado poco para enviarlo en cripto, y nadie decidió en una semana. Se lo digo a quien pagó.

## Decisions.

cases-refund-question = { $amount ->
    [unknown] ↩️ <b>¿Ya lo devolviste?</b>
   *[other] ↩️ <b>¿Ya devolviste { $amount }?</b>
}
cases-refund-how = Yo no puedo mover dinero, así que primero devuélvelo desde tu cuenta de NOWPayments. Si tocas Sí, le digo a quien pagó que se devolvió y el pago deja de contar. Hasta entonces no cambia nada.
cases-yes = Sí
cases-no = No
cases-decided-accept = ✅ <b>Aceptaste un pago tal como está.</b> Se lo digo a quien pagó.
cases-decided-credit = ➕ <b>Diste por válido un pago.</b> Se lo digo a quien pagó.
cases-decided-refund = ↩️ <b>Reembolsaste un pago.</b> Se lo digo a quien pagó.
cases-decided-wait = ⏳ <b>Decidiste esperar un pago.</b> Dejo de recordártelo.
cases-counted = <b>Valor sumado:</b> { $amount }
cases-counted-unknown = No se sabe cuánto valía, así que en tus estadísticas figura como { $amount } hasta que indiques su valor.
cases-others = ⚠️ Otros casos

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>Casos de { $title }</b>
cases-list-empty = Ningún pago necesita tu decisión.
cases-list-count = <b>Necesitan tu decisión:</b> { $count }
cases-list-line = • <b>{ $heading }</b>: { $amount }, { $item }, { $person }, desde el { $time }
cases-list-line-of = • <b>{ $heading }</b>: { $amount } de { $price }, { $item }, { $person }, desde el { $time }
cases-list-line-unknown = • { $heading }, { $time }
cases-list-payment = ⚠️ Pago { $payment }
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = No se dio nada a cambio. Búscalo por su número en tu cuenta de NOWPayments. Después devuelve el dinero desde allí o pide a quien administra este bot que busque su pedido.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>Cuánto valía un pago</b>
cases-worth-ask = { $coins ->
    [unknown] ¿Cuánto valía el pago cuando llegó? Escribe un importe en dólares, por ejemplo <code>12,50</code>.
   *[other] ¿Cuánto valía el pago de { $coins } cuando llegó? Escribe un importe en dólares, por ejemplo <code>12,50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] Según tú, el pago valía <b>{ $amount }</b>.
   *[other] Según tú, el pago de { $coins } valía <b>{ $amount }</b>.
}
cases-worth-order = Eso paga el pedido y el comprador recibe acceso.
cases-worth-part = Cuenta para el precio del pedido.
cases-worth-days = { $count ->
    [one] El comprador recibe { $count } día de acceso a cambio.
   *[other] El comprador recibe { $count } días de acceso a cambio.
}
cases-worth-for-ever = El comprador conserva el acceso para siempre a cambio.
cases-worth-kept = No alcanza para un día al precio de este pedido. Te lo quedas y se suma a tus estadísticas.
cases-worth-gift = Cuenta como donación y doy las gracias a quien donó.
cases-worth-figures = { $item ->
    [donation] Se suma a tus estadísticas y doy las gracias a quien donó.
   *[other] Se suma a tus estadísticas, hasta el precio.
}
cases-worth-check = ¿Es correcto? También puedes escribir otro importe.
cases-worth-yes = ✅ Sí, { $amount }
