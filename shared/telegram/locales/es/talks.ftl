### Messages between a buyer and the owner of a channel, passed on by the bot. A buyer never learns who the owner is.

## Buttons: three words at most, but for the first.

talks-write = ✉️ Escribir al propietario
talks-answer = ↩️ Responder
talks-write-more = ✉️ Escribir más
talks-block = 🚫 Bloquear
talks-unblock = ✓ Desbloquear
talks-order-button = ✉️ { $amount }, { $title }

## Before something is written.

talks-which-order = ✉️ <b>Escribir al propietario</b>
    ¿Sobre qué pedido?
talks-orders-left-out = Se muestran { $shown } de { $all }. Para otro pedido, toca 📜 en su mensaje y luego ✉️.
talks-question-to-owner = ✉️ <b>Escribir al propietario de { $title }</b>
talks-question-to-buyer = ✉️ <b>Responder a { $person }</b>
talks-how-to-owner = Envía ahora tu mensaje: texto, hasta { $most } caracteres. El propietario verá tu nombre y este pedido.
talks-how-anonymous = Esta donación es anónima. Si escribes, el propietario sabrá que fuiste tú.
talks-how-to-buyer = Envía ahora tu mensaje: texto, hasta { $most } caracteres. Llega de parte del “propietario de { $title }”, sin tu nombre.

talks-order-line = { $order }: { $state ->
    [paid] pagado
    [refunded] reembolsado
    [decision] necesita la decisión del propietario
    [part] llegaron { $received }
    [pending] pago en camino
    [expired] sin pagar, la factura venció
    [cancelled] cancelado
    [refused] no se pudo crear la factura
   *[open] todavía sin pagar
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>Mensaje de { $person } para ti</b>
talks-from-owner = ✉️ <b>El propietario de { $title } te escribió</b>
talks-reply-to-buyer = Para contestar, responde a este mensaje. Tu nombre no se muestra.
talks-reply-to-owner = Para contestar, responde a este mensaje.

## What becomes of it.

talks-sent-to-owner = ✉️ Enviado al propietario de { $title }. Su respuesta llegará aquí.
talks-sent-to-buyer = ✉️ Enviado a { $person }.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ Puede que tu mensaje no le haya llegado al propietario de { $title }. Inténtalo más tarde.
   *[no] ⚠️ Tu mensaje no le llegó al propietario de { $title }. Inténtalo más tarde.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ Puede que tu respuesta no le haya llegado a { $person }. Inténtalo más tarde.
   *[no] ⚠️ Tu respuesta no le llegó a { $person }. Inténtalo más tarde.
}
talks-blocked-owner = 🚫 Bloqueaste los mensajes del propietario de { $title }. Te sigo escribiendo sobre tus pedidos.
talks-blocked-buyer = 🚫 Bloqueaste los mensajes de { $person } sobre { $title }.

## Answers. Plain text, 200 characters at most.

talks-cancelled = No se envió nada.
talks-unblocked = Desbloqueado. Puede volver a escribirte.
talks-without-order = Puedes escribir a un propietario sobre un pedido, y todavía no tienes ninguno. Abre primero el enlace de la oferta.
talks-own-channel = Aquí el propietario eres tú, así que no hay nadie más a quien escribir.
talks-not-yours = Aquí solo pueden escribir el comprador y el propietario actual de { $title }. No se envió nada.
talks-owner-takes-none = El propietario de { $title } no acepta mensajes tuyos. No se envió nada.
talks-buyer-takes-none = Este comprador no acepta mensajes de { $title }. No se envió nada.
talks-too-often = Ahora no puedo entregar más mensajes. No se envió nada. Inténtalo otra vez en { $minutes ->
    [one] { $minutes } minuto.
   *[other] { $minutes } minutos.
}
talks-too-often-hours = Ahora no puedo entregar más mensajes. No se envió nada. Inténtalo otra vez en { $hours ->
    [one] { $hours } hora.
   *[other] { $hours } horas.
}
talks-not-text = Solo puedo entregar texto. No se envió nada.
talks-empty = No contiene texto. No se envió nada.
talks-too-long = { $length ->
    [one] Tiene { $length } carácter y puedo entregar { $most } de una vez. No se envió nada.
   *[other] Tiene { $length } caracteres y puedo entregar { $most } de una vez. No se envió nada.
}
