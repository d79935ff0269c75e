### What is for sale, the invoice, and what becomes of a payment. Buyers and donors read it.

## The list of channels.

payments-list-empty = Aquí no hay nada. Abre el enlace que te dio el propietario.
payments-list-how = Elige uno para ver qué ofrece.
payments-list-stopped = ⏸ { $title }: no está a la venta ahora mismo.
payments-list-commands = /mysubs muestra lo que tienes y /help lo que puedo hacer.

## The page of a channel, and its post in the public channel.

payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } · para siempre
   *[other] 💎 { $tier } · { $price } / { $duration }
}
payments-tier-named-after-time = 💎 { $tier } · { $price }
payments-tier-stopped = { $label }: no está a la venta ahora mismo
payments-page-has-access = { $until ->
    [for_ever] ✅ Tienes acceso para siempre. No hay nada que renovar.
   *[other] ✅ Tienes acceso hasta el { $until }. Renueva cuando quieras: conservas los días que te quedan.
}
payments-page-renews = ✅ Tienes acceso hasta el { $until }. 🔁 Se renueva solo.
payments-page-paused = ⏸ El propietario pausó las ventas. Lo que pagaste sigue en pie.
payments-page-off-held = ⏸ Los pagos están desactivados ahora mismo. Tu dinero está a salvo. Podrás pagar el resto cuando vuelvan.
payments-page-empty = Aquí no hay nada a la venta ahora mismo.
payments-page-stopped = Ahora mismo no puedo dar acceso a nadie. Inténtalo más tarde. Lo que pagaste sigue en pie.
payments-page-how = Elige por cuánto tiempo. Paga con cualquier criptomoneda y entra en cuanto llegue el pago.
payments-page-how-either = Elige por cuánto tiempo. Paga con cualquier criptomoneda o con estrellas de Telegram y entra en cuanto llegue el pago.
payments-page-how-stars = Elige por cuánto tiempo. Paga con estrellas de Telegram y entra al instante.
payments-page-back = « Volver a la lista
payments-post-how = Elige por cuánto tiempo. Paga con cualquier criptomoneda.
payments-post-how-either = Elige por cuánto tiempo. Paga con cualquier criptomoneda o con estrellas de Telegram.
payments-post-replaced = La publicación actual está más abajo.
payments-post-withdrawn = Esta publicación se retiró.

## Money in an order that is not paid yet, before a new one is made.

payments-held-part = 💰 <b>Llegaron { $received } de { $price }:</b> { $order }.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = /mysubs muestra { $count } más.
payments-held-off = Tu dinero está a salvo. Podrás pagar el resto cuando vuelvan los pagos.
payments-held-pay-rest = Paga el resto y tu pedido estará completo.
payments-held-unconfirmed = Envíale al propietario el enlace de la transacción: toca 📜 y luego ✉️.
payments-held-unconfirmed-or-buy = Envíale al propietario el enlace de la transacción (toca 📜 y luego ✉️) o compra de nuevo.
payments-held-safe = Tu dinero está a salvo. No tienes que hacer nada.
payments-held-from-scratch = Si de todos modos compras { $tier } por { $price }, el propietario decidirá sobre el dinero que ya llegó.
payments-held-on-top = También puedes comprar { $tier } por { $price }. Tu otro pago seguirá contando cuando se confirme.
payments-held-buy-from-scratch = 💎 Comprar de todos modos: { $price }
payments-held-buy-too = 💎 Comprar también: { $price }

## The invoice. Its button opens the page of NOWPayments.

payments-paid = ✅ <b>Pagado.</b>
payments-invoice-donation = 💝 <b>Tu donación de { $amount } para { $title }</b>
payments-invoice-donation-how = Toca Pagar ahora y elige una criptomoneda. Este mensaje cambiará en cuanto vea tu pago.
payments-invoice-how = Toca Pagar ahora y elige una criptomoneda. Tendrás acceso en cuanto llegue tu pago.
payments-invoice-rest = ➕ <b>Llegaron { $received } de { $price }.</b>
payments-invoice-rest-how = Paga los { $rest } que faltan con cualquier criptomoneda y tendrás acceso.
payments-invoice-rest-donation-how = Paga los { $rest } que faltan con cualquier criptomoneda y tu donación estará completa.
payments-invoice-renewal = { $order }. Toca Pagar ahora y elige una criptomoneda.
payments-invoice-renewal-rest = { $order }. Ya llegaron { $received }. Paga el resto con cualquier criptomoneda.
payments-invoice-not-now = ✕ Ahora no
payments-invoice-cancelled = ✕ Pedido cancelado. No se te cobró nada.
payments-invoice-cancelled-unconfirmed = ✕ Pedido cancelado. Si aun así llega tu pago, será válido.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>Llegaron { $received } de { $price }.</b>
payments-rest-too-small = { $rest } es demasiado poco para enviarlo en cripto. Tu dinero está a salvo. El propietario decidirá; ya le avisé.
payments-rest-refused = El resto, { $rest }, no se puede pagar ahora mismo. Tu dinero está a salvo. El propietario decidirá; ya le avisé.
payments-rest-accepted-by-default = Si no responde en 7 días, tu pedido se da por pagado. No tienes que hacer nada.
payments-rest-try-again = También puedes intentarlo mañana.
payments-rest-wait = No tienes que hacer nada.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ Tu factura tarda más de lo normal. No se te cobró nada. La factura de { $amount } aparecerá aquí en cuanto esté lista.
payments-no-invoice-donation-below = Hoy los pagos en cripto empiezan en <b>{ $least }</b>. No se te cobró nada. ¿Probamos con { $suggested }?
payments-no-invoice-below = Hoy los pagos en cripto empiezan en <b>{ $least }</b>, y esto cuesta { $amount }. No se te cobró nada. Elige otro plan o pregunta al propietario.
payments-no-invoice-donation-too-small = { $amount } es demasiado poco para enviarlo en cripto ahora mismo. No se te cobró nada. Prueba con un importe mayor.
payments-no-invoice-too-small = { $amount } es demasiado poco para enviarlo en cripto ahora mismo. No se te cobró nada. Elige otro plan o pregunta al propietario.
payments-no-invoice-unanswered = El servicio de pagos no pudo crear tu factura de { $amount } en tres días, así que dejé de intentarlo. No se te cobró nada. Ya puedes probar de nuevo.
payments-no-invoice-refused = El servicio de pagos no pudo crear tu factura de { $amount }. No se te cobró nada. Prueba de nuevo en una hora. Si vuelve a fallar, pregunta al propietario.
payments-no-invoice-other-amount = 💝 Probar otro importe
payments-no-invoice-try-again = 💝 Probar de nuevo
payments-no-invoice-back = « Volver a la oferta

payments-outage-title = 🚨 <b>Los compradores de { $title } no pueden pagar</b>
payments-outage-count = { $count ->
    [one] El servicio de pagos rechazó { $count } factura en la última hora. Avisé al comprador. No se cobró nada.
   *[other] El servicio de pagos rechazó { $count } facturas en la última hora. Avisé a cada comprador. No se cobró nada.
}
payments-outage-channels = { $count ->
    [one] Afecta a { $count } de tus ofertas.
   *[other] Afecta a { $count } de tus ofertas.
}
payments-outage-advice = Revisa tu cuenta de NOWPayments: ¿están activadas sus criptomonedas y hay una dirección de cobro? ¿No tienes cuenta allí? Avisa a quien administra este bot. Las ventas se reanudan solas.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>¡Gracias!</b> Tu donación para { $title } llegó.
   *[other] 💝 <b>¡Gracias!</b> Tu donación de { $amount } para { $title } llegó.
}
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>¡Gracias!</b> Llegó otra parte de tu donación para { $title }.
   *[other] 💝 <b>¡Gracias!</b> Tu donación para { $title } ya suma { $amount }.
}
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>¡Gracias!</b> Llegó otra donación para { $title }.
   *[other] 💝 <b>¡Gracias!</b> Llegó otra donación de { $amount } para { $title }.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>¡Gracias!</b> Llegó otra parte de tu segunda donación para { $title }.
   *[other] 💝 <b>¡Gracias!</b> Tu segunda donación para { $title } ya suma { $amount }.
}
payments-thanks-more = Es { $more } más de lo que planeabas.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 Veo tu pago. La red lo está confirmando. Puede tardar hasta una hora.
   *[other] 👀 Veo tu pago de { $amount }. La red lo está confirmando. Puede tardar hasta una hora.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ Tu pago lleva una semana sin confirmarse. Avisé al propietario: envíale el enlace de la transacción. Mientras tanto, puedes comprar de nuevo o cancelar. Si el dinero llega más tarde, lo encontraré igual.
   *[other] ⏳ Tu pago de { $amount } lleva una semana sin confirmarse. Avisé al propietario: envíale el enlace de la transacción. Mientras tanto, puedes comprar de nuevo o cancelar. Si el dinero llega más tarde, lo encontraré igual.
}
payments-news-over = { $excess ->
    [unknown] ℹ️ Enviaste de más. Tu acceso queda como está. Avisé al propietario, que puede quedárselo o devolverlo.
   *[other] ℹ️ Enviaste { $excess } de más. Tu acceso queda como está. Avisé al propietario, que puede quedárselo o devolverlo.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ Enviaste de más. Avisé al propietario, que puede quedárselo o devolverlo.
   *[other] ℹ️ Enviaste { $excess } de más. Avisé al propietario, que puede quedárselo o devolverlo.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ Se reembolsó otra parte de este pedido. El propietario decidirá sobre tu pago.
   *[other] ℹ️ Se reembolsó otra parte de este pedido. El propietario decidirá sobre tu pago de { $amount }.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ Tu pago llegó, pero luego falló.
   *[other] ⚠️ Tu pago de { $amount } llegó, pero luego falló.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ Tu pago llegó, pero luego venció.
   *[other] ⚠️ Tu pago de { $amount } llegó, pero luego venció.
}
payments-news-short = { $amount ->
    [unknown] ⚠️ Tu pago llegó, pero falta una parte: { $missing }.
   *[other] ⚠️ Tu pago de { $amount } llegó, pero falta una parte: { $missing }.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ Llegó un pago, pero no se completó.
   *[other] ⚠️ Llegó un pago de { $amount }, pero no se completó.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ Tu pago llegó después de que venciera la factura, y la oferta cambió desde entonces.
   *[other] ⚠️ Tu pago de { $amount } llegó después de que venciera la factura, y la oferta cambió desde entonces.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ Llegó un segundo pago para este pedido.
   *[other] ⚠️ Llegó un segundo pago de { $amount } para este pedido.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ Tu pago llegó en una criptomoneda distinta de la que pedía la factura.
   *[other] ⚠️ Llegó tu pago de { $amount }, pero la factura pedía otra criptomoneda.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ Tu pago llegó, pero no para el precio de tu pedido.
   *[other] ⚠️ Tu pago de { $amount } llegó, pero no para el precio de tu pedido.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ Otro usuario pagó tu pedido.
   *[other] ⚠️ Otro usuario pagó { $amount } por tu pedido.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ Pagaste el pedido de otro usuario.
   *[other] ⚠️ Pagaste { $amount } por el pedido de otro usuario.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ Tu pago llegó cuando el pedido ya estaba cerrado.
   *[other] ⚠️ Tu pago de { $amount } llegó cuando el pedido ya estaba cerrado.
}
payments-news-not-lost = Tu dinero no se ha perdido: avisé al propietario, que puede darlo por válido o devolverlo.
payments-news-unsure = Avisé al propietario, que puede comprobar si le llegó.
payments-news-credited = { $amount ->
    [unknown] ✅ El propietario dio por válido tu pago.
   *[other] ✅ El propietario dio por válido tu pago de { $amount }.
}
payments-news-failed = ❌ Tu pago falló. No se recibió nada. Puedes empezar de nuevo.
payments-news-expired = ⌛ Esta factura venció sin pagar. ¿Ya enviaste el pago? Lo encontraré igual.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ Se reembolsó tu pago.
   *[other] ↩️ Se reembolsó tu pago de { $amount }.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ Se reembolsó tu pago. El acceso que pagaste con él terminó.
   *[other] ↩️ Se reembolsó tu pago de { $amount }. El acceso que pagaste con él terminó.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Cancelado. No se te cobró nada.
payments-order-cancelled-unconfirmed = Cancelado. Si aun así llega tu pago, será válido.
payments-order-settled = Esto ya está pagado. ¡Gracias!
payments-order-refunded = Esto se reembolsó.
payments-nothing-to-cancel = No hay nada que cancelar.
payments-on-its-way = Hay un pago en camino, así que no puedes cancelarlo.
payments-invoice-coming = Tu factura está en camino.
payments-pending = Tu pago se está confirmando. Lo verás aquí cuando termine.
payments-channel-paused = El propietario pausó las ventas. Lo que pagaste sigue en pie.
payments-not-on-sale = Esto no está a la venta ahora mismo. No se te cobró nada. Lo que pagaste sigue en pie.
payments-tier-not-offered = Esto ya no se ofrece. Abre la oferta otra vez para ver qué hay.
payments-access-ended = Tu acceso terminó. Elige un plan para volver.
payments-has-for-ever = Tienes acceso para siempre. No hay nada que pagar.
payments-place-not-included = Este botón ya no sirve. Envía /mysubs y usa los botones de ahí.
payments-entry-tried-again = Lo intento otra vez ahora mismo.
payments-order-unknown = No encuentro este pedido. Envía /mysubs para ver los tuyos.
payments-owner-will-decide = El propietario decidirá sobre tu pago. No tienes que hacer nada.
payments-unconfirmed = Tu pago lleva una semana sin confirmarse. Envíale al propietario el enlace de la transacción desde /mysubs o compra de nuevo.
payments-only-owner-decides = Solo el propietario y los gestores pueden decidirlo.
payments-order-changed = Este pedido cambió. Míralo otra vez y luego decide.
payments-nothing-to-decide = No queda nada por decidir sobre este pago.
payments-price-too-small = Hoy los pagos en cripto empiezan en { $least }, y esto cuesta { $price }. No se te cobró nada. Elige otro plan.
payments-too-many-orders-minutes = { $count ->
    [one] Abriste muchos pedidos. Podrás abrir el siguiente en { $count } minuto.
   *[other] Abriste muchos pedidos. Podrás abrir el siguiente en { $count } minutos.
}
payments-too-many-orders-hours = { $count ->
    [one] Abriste muchos pedidos. Podrás abrir el siguiente en { $count } hora.
   *[other] Abriste muchos pedidos. Podrás abrir el siguiente en { $count } horas.
}
