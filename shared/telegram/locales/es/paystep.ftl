### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = ¿Cómo quieres pagar?
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } es muy poco para enviarlo en criptomonedas. Puedes pagar con estrellas de Telegram.
paystep-crypto-refused = Ahora no puedes pagar esto en criptomonedas. No se cobró nada. Puedes pagar con estrellas de Telegram.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 Si eliges que se renueve solo, pagas { $price } ahora y cada 30 días hasta que lo canceles. Puedes cancelarlo cuando quieras en Telegram: Ajustes y luego Mis estrellas.
paystep-button-crypto = 💳 { $price } en criptomonedas
paystep-button-stars = { $price } en Telegram
paystep-button-renew = 🔁 { $price } cada 30 días
paystep-button-other = « Otra forma de pago
paystep-button-again = ⭐ Probar de nuevo

## A donation: how to give, and how many Stars.

paystep-donate-how = ¿Cómo quieres donar?
paystep-donate-crypto = 💳 En criptomonedas
paystep-donate-stars = ⭐ En estrellas de Telegram
paystep-donate-amount = ¿Cuántas estrellas quieres donar? Pagas en Telegram.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } en { $title }. Tendrás acceso en cuanto pagues.
paystep-invoice-description-donation = Tu donación para { $title }. ¡Gracias!
paystep-invoice-pay = Pagar { $price }
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 Pagas { $price } ahora y, automáticamente, cada 30 días hasta que canceles. Puedes cancelarlo cuando quieras en Telegram: Ajustes y luego Mis estrellas.

## Telegram makes no invoice.

paystep-refused = Telegram no pudo crear tu factura de { $price }. No se cobró nada.
paystep-refused-crypto = Inténtalo de nuevo o paga en criptomonedas.
paystep-refused-later = Inténtalo de nuevo. Si sigue fallando, pregunta al propietario.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>Los compradores de { $title } no pueden pagar con estrellas de Telegram</b>
paystep-outage-advice = Ahora Telegram no crea facturas en estrellas. Tus compradores pueden pagar en criptomonedas si el precio es suficiente. Avisa a quien gestiona este bot.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = Ahora no puedes pagar así. No se cobró nada. Elige otra forma de pago.
