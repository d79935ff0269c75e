### What every room uses.

common-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
common-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
common-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
common-for-ever = para siempre
common-for-ever-button = ♾ Para siempre

## Buttons that many pages have.

common-back = « Atrás
common-cancel = ✕ Cancelar
common-previous = « Anterior
common-next = Siguiente »
common-look-again = 🔄 Actualizar
common-check-again = 🔄 Comprobar otra vez
common-pay-now = 💳 Pagar ahora

## Lines that many pages have.

common-channel = <b>Oferta:</b> { $title }
common-place = { $kind ->
    [supergroup] { $title } (grupo)
   *[channel] { $title } (canal)
}
common-from = <b>De:</b> { $person }
common-telegram-says = Telegram dice: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = Este botón ya no funciona.
common-button-unknown = Este botón ya no funciona. Envía /help para ver qué puedo hacer.
common-too-fast = ¡Qué rapidez! Espera un momento y toca otra vez.
common-not-sold-to-you = No está disponible para ti. ¿Dudas? /paysupport
common-telegram-silent = Telegram no responde. No se ha perdido nada. Toca otra vez en un momento.
common-payments-off = Los pagos están desactivados ahora mismo. No se te cobró nada. Inténtalo más tarde.

## An order and its people, in parts of a line.

common-tier = { $tier } ({ $duration })
common-order-donation = { $amount } para { $title }
common-order-subscription = { $tier } en { $title } por { $amount }
common-either-price = { $dollars } o { $stars }
common-order-reference = Pedido <code>{ $reference }</code>
common-series = { $first }, { $next }
common-facts = { $first } · { $next }
common-numbered = { $label } ({ $count })
common-person-unnamed = usuario { $id }
common-person-anonymous = alguien anónimo
common-person-with-id = { $person } (ID <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = Llegó tarde, pero no hay problema: es válido.
common-odd-partial = Llegó en partes o faltaba muy poco. No hay problema: es válido.
common-odd-repeated = Fue un segundo pago, y también es válido.
common-odd-wrong-asset = Llegó en otra criptomoneda. No hay problema: es válido.
common-odd-amount-mismatch = Era para otro precio, y también es válido.
common-odd-other-payer = Otro usuario pagó por ti, y el pago es válido.
common-odd-closed = Llegó cuando el pedido ya estaba cerrado, y también es válido.
common-odd-over = { $excess ->
    [unknown] Enviaste de más. El propietario puede verlo.
   *[other] Enviaste { $excess } de más. El propietario puede verlo.
}

## The same for the owner.

common-odd-owner-late = Llegó después de que venciera la factura y se dio por válido.
common-odd-owner-partial = Llegó en partes o faltaba muy poco, y se dio por válido.
common-odd-owner-repeated = Fue un segundo pago y se dio por válido.
common-odd-owner-wrong-asset = Llegó en otra criptomoneda y se dio por válido.
common-odd-owner-amount-mismatch = Era para otro precio y se dio por válido.
common-odd-owner-other-payer = Pagó otro usuario y se dio por válido.
common-odd-owner-closed = Llegó cuando el pedido ya estaba cerrado y se dio por válido.
common-odd-owner-over = { $excess ->
    [unknown] Llegó más de lo que pedía la factura.
   *[other] Llegó { $excess } más de lo que pedía la factura.
}
