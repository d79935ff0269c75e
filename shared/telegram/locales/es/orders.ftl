### An order for its buyer: how far it is, what can be done about it, and what happened to it.

## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

orders-state = { $state ->
    [open] esperando el pago
    [cancelled] cancelado
    [refused] no se pudo crear la factura
    [settled] pagado, gracias
    [refunded] reembolsado
   *[other] { $state }
}
orders-expired = sin pagar, la factura venció
orders-part-of = { $received } de { $price }
orders-part = llegaron { $received } de { $price }
orders-part-confirming = llegaron { $received } de { $price }, otro pago se está confirmando
orders-part-unconfirmed = llegaron { $received } de { $price }, otro pago lleva una semana sin confirmarse
orders-part-owner-decides = llegaron { $received } de { $price }, el propietario decidirá
orders-confirming = tu pago se está confirmando
orders-unconfirmed = tu pago lleva una semana sin confirmarse
orders-owner-decides = el propietario decidirá sobre tu pago
orders-owner-decides-further = el propietario decidirá sobre otro pago
orders-paid-other = llegaron { $amount }, gracias
orders-both = { $first }; { $second }
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 Pagar ahora: { $amount }
orders-pay-rest = 💳 Pagar el resto: { $amount }
orders-cancel = ✕ Cancelar
orders-donate-again = 💝 Donar de nuevo
orders-what-happened = 📜 Qué pasó
orders-back = « Mis suscripciones

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count ->
    [one] No se muestra { $count } evento anterior
   *[other] No se muestran { $count } eventos anteriores
}</i>
orders-story-empty = Todavía no ha pasado nada.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
orders-story-created = { $amount ->
    [unknown] Hiciste el pedido.
   *[other] Hiciste el pedido por { $amount }.
}
orders-story-invoiced = { $amount ->
    [unknown] Factura creada.
   *[other] Factura de { $amount } creada.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] Factura por el resto creada.
   *[other] Factura por el resto ({ $amount }) creada.
}

orders-payment-waiting = Esperando el pago.
orders-payment-confirming = { $amount ->
    [unknown] Se vio un pago y se está confirmando.
   *[other] Se vio un pago de { $amount } y se está confirmando.
}
orders-payment-confirmed = { $amount ->
    [unknown] Se confirmó un pago.
   *[other] Se confirmó un pago de { $amount }.
}
orders-payment-sending = { $amount ->
    [unknown] Un pago va en camino al propietario.
   *[other] Un pago de { $amount } va en camino al propietario.
}
orders-payment-short = { $amount ->
    [unknown] Llegó un pago. La factura pedía más.
   *[other] Llegó un pago de { $amount }. La factura pedía más.
}
orders-payment-arrived = { $amount ->
    [unknown] Llegó un pago.
   *[other] Llegó un pago de { $amount }.
}
orders-payment-failed = { $amount ->
    [unknown] Un pago falló.
   *[other] Un pago de { $amount } falló.
}
orders-payment-expired = { $amount ->
    [unknown] La factura venció sin pagar.
   *[other] La factura venció después de llegar un pago de { $amount }.
}
orders-payment-refunded = { $amount ->
    [unknown] Se reembolsó un pago.
   *[other] Se reembolsó un pago de { $amount }.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] Llegó un pago en una criptomoneda distinta de la que pedía la factura.
   *[other] Llegó un pago de { $amount }, una criptomoneda distinta de la que pedía la factura.
}
orders-payment-repeated = { $amount ->
    [unknown] Llegó un pago cuando ya se había pagado con otro.
   *[other] Llegó un pago de { $amount } cuando ya se había pagado con otro.
}
orders-payment-late = { $amount ->
    [unknown] Llegó un pago después de que venciera la factura.
   *[other] Llegó un pago de { $amount } después de que venciera la factura.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] Llegó un pago para otro precio.
   *[other] Llegó un pago de { $amount } para otro precio.
}
orders-payment-other-payer = { $amount ->
    [unknown] Otro usuario pagó este pedido.
   *[other] Otro usuario pagó { $amount } por este pedido.
}
orders-payment-closed = { $amount ->
    [unknown] Llegó un pago cuando el pedido ya estaba cerrado.
   *[other] Llegó un pago de { $amount } cuando el pedido ya estaba cerrado.
}
orders-payment-other = { $amount ->
    [unknown] Estado de un pago según NOWPayments: “{ $status }”.
   *[other] Estado de un pago de { $amount } según NOWPayments: “{ $status }”.
}

orders-payment-pays = Con él se paga el pedido.
orders-payment-is-donation = Es la donación.
orders-payment-counts = Cuenta.
orders-payment-undecided = El propietario decidirá.
orders-payment-no-longer-counts = Ya no cuenta.

orders-story-decided = { $decision ->
    [accept] El propietario aceptó un pago tal como está.
    [credit] El propietario dio por válido un pago por lo que vale.
    [refund] El propietario devolvió un pago.
    [wait] El propietario está esperando un pago.
   *[other] El propietario decidió sobre un pago.
}
orders-story-decided-by-default = Nadie decidió en una semana, así que acepté un pago al que le faltaba muy poco.
orders-story-extended = { $duration ->
    [unknown] Recibiste más acceso.
    [for_ever] Recibiste acceso para siempre.
   *[other] Recibiste { $duration } de acceso.
}
orders-story-revoked = { $duration ->
    [unknown] Terminó una parte del acceso porque se reembolsó el pago.
    [for_ever] Terminó el acceso para siempre porque se reembolsó el pago.
   *[other] Se descontó acceso ({ $duration }) porque se reembolsó el pago.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] El propietario quitó una parte del acceso.
    [for_ever] El propietario quitó el acceso para siempre.
   *[other] El propietario quitó { $duration } de acceso.
}
orders-story-link-made = Se creó tu enlace de invitación.
orders-story-link-revoked = { $because ->
    [used] Tu enlace de invitación se usó y ya está cerrado.
   *[other] Tu enlace de invitación se cerró.
}
orders-story-join-approved = Entraste.
orders-story-join-declined = Se rechazó una solicitud para unirse con el enlace de este pedido.
orders-story-removed = Te eliminé porque tu acceso había terminado.
orders-story-left = Ya habías salido cuando terminó tu acceso.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = Cancelaste el pedido.
orders-story-set-aside = Hiciste otro pedido en su lugar. El propietario decidirá sobre el dinero.
orders-story-reopened = Reabriste el pedido.
orders-story-keypad-decided = Confirmaste el importe.
orders-story-sent = { $topic ->
    [owner] Le escribí al propietario.
    [pay_now] Te envié la factura.
    [choose_payment] Te pregunté cómo querías pagar.
    [stars_refused] Te avisé de que no hay factura en estrellas.
    [invoice_delayed] Te dije que la factura tarda más.
    [invoice_refused] Te dije que no hay factura.
    [case_waiting] Te dije que el propietario todavía no ha decidido.
    [case_accepted] Te dije que tu pedido está pagado.
    [rest_refused] Te escribí sobre el resto que falta.
    [payment_news] Te escribí sobre tu pago.
    [thanks] Te di las gracias.
    [access] Te envié el enlace.
    [access_delayed] Te dije que tu enlace tarda más.
    [access_ended] Te dije que tu acceso terminó.
   *[other] Te escribí.
}
orders-story-not-sent = { $topic ->
    [owner] No pude avisar al propietario.
    [pay_now] No pude enviarte la factura.
    [choose_payment] No pude preguntarte cómo querías pagar.
    [stars_refused] No pude avisarte de que no hay factura en estrellas.
    [invoice_delayed] No pude decirte que la factura tarda más.
    [invoice_refused] No pude decirte que no hay factura.
    [case_waiting] No pude decirte que el propietario todavía no ha decidido.
    [case_accepted] No pude decirte que tu pedido está pagado.
    [rest_refused] No pude escribirte sobre el resto que falta.
    [payment_news] No pude escribirte sobre tu pago.
    [thanks] No pude darte las gracias.
    [access] No pude enviarte el enlace.
    [access_delayed] No pude decirte que tu enlace tarda más.
    [access_ended] No pude decirte que tu acceso terminó.
   *[other] No pude escribirte.
}
