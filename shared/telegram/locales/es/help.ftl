### What the bot says about itself, and when it can't do what was asked.

## /start and /help.

help-welcome = { $bot ->
    [unknown] 👋 <b>¡Hola!</b>
   *[other] 👋 <b>¡Hola! Soy { $bot }.</b>
}
help-welcome-how = Vendo acceso a canales y grupos privados de Telegram y recibo donaciones para ellos, en la criptomoneda que elijas. Para empezar, abre el enlace que te dio un propietario o toca un botón 💝.
help-welcome-more = /help muestra lo que puedo hacer.
help-title = <b>Qué puedo hacer</b>
help-subscribe = 💎 <b>Suscribirte:</b> abre el enlace del propietario o elige en /start. Elige por cuánto tiempo, paga y ya tienes acceso.
help-donate = 💝 <b>Donar:</b> toca un botón de donar, escribe un importe y paga.
help-command = /{ $command } – { $does }
help-set-up = 🛠 ¿Tienes un canal o grupo? Con /setup lo pones a la venta.

## /paysupport and /terms.

help-payment-title = <b>Ayuda con un pago</b>
help-payment = La confirmación en cripto tarda entre un minuto y una hora, y el mensaje del pedido muestra cada paso. ¿Llegó de menos, tarde o dos veces? Tu dinero no se ha perdido: /mysubs muestra qué pasó y qué puedes hacer.
help-payment-stars = ¿Pagaste con Telegram Stars? Llegan al instante. Telegram las muestra en Ajustes › Mis Stars, donde también se detienen las renovaciones. Si el propietario no te ayuda con un reembolso, @BotFather atiende las disputas.
help-payment-owner = ¿Otra pregunta? Toca ✉️ y escribe al propietario.
help-my-orders = 📜 Mis pedidos
help-terms-title = <b>Condiciones</b>
help-terms-seller = <b>Vendedor.</b> Quien vende es el propietario del canal o grupo, no Telegram ni NOWPayments.
help-terms-access = <b>Suscripciones.</b> Pagas por un tiempo determinado en canales o grupos privados, para una persona. Nada se renueva solo: te aviso antes del final y, si no renuevas, te elimino. Puedes renovar antes y conservas los días que te quedan.
help-terms-access-stars = <b>Suscripciones.</b> Pagas por un tiempo determinado en canales o grupos privados, para una persona. Solo se renueva sola si lo elegiste al pagar con Stars. Si no, te aviso antes del final y, si no renuevas, te elimino. Puedes renovar antes y conservas los días que te quedan.
help-terms-donations = Las <b>donaciones</b> son un regalo para el propietario de un canal o grupo y no dan nada a cambio.
help-terms-money = Los <b>pagos</b> se hacen con NOWPayments en la criptomoneda que elijas. El precio en dólares estadounidenses queda fijo al crear la factura. Los reembolsos los hace el propietario y terminan el acceso reembolsado.
help-terms-stars = <b>Telegram Stars.</b> Si una oferta las acepta, Telegram cobra el pago y las Stars llegan a quien gestiona este bot. Se devuelven enteras o no se devuelven, y el acceso termina. La renovación se detiene en Telegram: Ajustes › Mis Stars. @BotFather atiende las disputas.
help-terms-more = /privacy – qué guardo sobre ti
    /paysupport – ayuda con un pago

## What can't be done.

help-not-understood = No entendí eso.
help-not-understood-next = /start muestra qué hay a la venta, /mysubs lo que tienes y /help lo que puedo hacer.
help-not-understood-payment = ¿Es sobre un pago? Escribe al propietario o envía /paysupport.
help-link-not-understood = Este enlace ya no funciona.
help-link-not-understood-next = Toca otra vez el botón o pide un enlace nuevo al propietario. /start muestra qué hay a la venta.
help-channel-unknown = Esto no está a la venta aquí.
help-channel-unknown-next = /start muestra los que sí lo están.
help-channel-paused = ⏸ El propietario pausó las ventas, así que ahora no se reciben pagos.
help-channel-paused-next = Lo que pagaste sigue en pie. /mysubs lo muestra y /start muestra otras ofertas.
help-payments-off = ⏸ Los pagos están desactivados ahora mismo. No se te cobró nada. Inténtalo más tarde.

help-no-coin = ⚠️ <b>No se puede vender nada: no hay ninguna criptomoneda activada en NOWPayments.</b>
help-no-coin-next = Les pido a compradores y donantes que lo intenten más tarde. Activa al menos una criptomoneda en los ajustes de la cuenta de NOWPayments o pídeselo a quien administra este bot. Las ventas se reanudan en menos de diez minutos.
