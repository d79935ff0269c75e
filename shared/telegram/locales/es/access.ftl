### Access: getting in, renewing, leaving, and what goes wrong. $title is always the channel's name.

## To the buyer, with the link or without it.

access-paid = ✅ <b>Llegó tu pago por { $title }.</b>
access-credited = ➕ <b>El propietario de { $title } te dio más tiempo por tu pago.</b>
access-link = 🔓 <b>Tu enlace a { $title }</b>
access-inside = ✅ <b>Estás en { $title }.</b>
access-given = { $duration ->
    [for_ever] 🎁 <b>Regalo del propietario de { $title }: acceso para siempre.</b>
   *[other] 🎁 <b>Regalo del propietario de { $title }: { $duration } de acceso.</b>
}
access-unbanned = ✅ <b>El propietario de { $title } quitó tu suspensión.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>{ $title } se mudó a un grupo nuevo.</b>
   *[channel] 🚚 <b>{ $title } se mudó a un canal nuevo.</b>
}
access-readmitted = 🙏 <b>¡Perdón! Tu renovación de { $title } llegó mientras te eliminaba.</b>
access-place = 🔓 <b>{ $place } está incluido en { $title }.</b>
access-place-added = ➕ <b>El dueño añadió { $place } a { $title }.</b>
access-places-opened = Abiertos: { $inside } de { $places }.
access-until = { $until ->
    [for_ever] Tienes acceso para siempre.
   *[other] Tienes acceso hasta el { $until }.
}
access-renewed-until = { $until ->
    [for_ever] Ahora tienes acceso para siempre.
   *[other] Renovado. Tienes acceso hasta el { $until }.
}
access-join-how = Toca “{ $button }” y luego “Solicitar unirme”. Entras en un segundo. El enlace solo funciona para ti.
access-join = 🔓 Unirme a { $title }

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>Tu acceso a { $title } es para siempre.</b>
   *[other] ⏳ <b>Tu acceso a { $title } está pagado hasta el { $until }.</b>
}
access-delayed-too-many-chats = Ya estás en el máximo de canales y grupos que permite Telegram, así que todavía no puedo darte acceso. Sal de alguno y te lo daré en un plazo de dos horas. Para entrar enseguida, toca “{ $button }”.
access-delayed-owner-told = Telegram no me deja añadirte ahora mismo. Avisé al propietario y te enviaré el enlace en cuanto funcione. No tienes que pagar otra vez.
access-delayed-trying = Telegram no me deja añadirte ahora mismo. Sigo intentándolo y te enviaré el enlace en cuanto funcione. No tienes que pagar otra vez.
access-my-subscriptions = 📜 Mis suscripciones
access-try-again = 🔁 Reintentar

access-link-refused = 🙏 <b>Ese enlace a { $title } es de otra persona o ya venció.</b>
access-link-refused-offer = No se te cobró nada. Puedes obtener tu propio acceso.
access-see-offer = 💎 Ver la oferta

## Reminders.

access-reminder = { $days ->
    [one] ⏰ <b>Tu acceso a { $title } termina en { $days } día, el { $end }.</b>
   *[other] ⏰ <b>Tu acceso a { $title } termina en { $days } días, el { $end }.</b>
}
access-reminder-ended = ⏰ <b>Tu acceso a { $title } terminó.</b>
access-reminder-grace = ⏰ <b>Tu acceso a { $title } terminó. Puedes quedarte hasta el { $until }.</b>
access-renew-early = Renueva cuando quieras: conservas los días que te quedan.
access-renew-any-time = Puedes renovar cuando quieras.
access-renew-paused = El propietario pausó las ventas, así que ahora no puedes renovar. Inténtalo más tarde en /mysubs.
access-renew-stopped = No está a la venta ahora mismo, así que no puedes renovar. Inténtalo más tarde en /mysubs.
access-renew = 💎 Renovar

## After the end.

access-ended = 👋 <b>Tu acceso a { $title } terminó.</b>
access-ended-thanks = Gracias por estar aquí. Puedes volver cuando quieras.
access-ended-owed-title = 🙏 <b>Pagaste por { $title } y no pude darte acceso.</b>
access-ended-owed = Lo siento mucho. Avisé al propietario, que puede darte el tiempo o devolverte el dinero. Tu pedido está en /mysubs.
access-ended-by-owner = 👋 <b>El propietario de { $title } te quitó el acceso.</b>
access-ended-by-owner-questions = ¿Dudas? /paysupport
access-come-back = 💎 Volver

## A buyer's subscriptions and orders.

access-mine = <b>Tus suscripciones</b>
access-mine-none = Todavía no tienes suscripciones.
access-show-channels = 📣 Ver qué hay
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: para siempre
   *[other] ✅ <b>{ $title }</b>: hasta el { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: terminó el { $end }. Puedes quedarte hasta el { $until }.
access-mine-ended = ⌛ <b>{ $title }</b>: terminó el { $end }
access-mine-places = Abiertos: { $inside } de { $places }
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: aún no has entrado
access-mine-place-too-many = ⏳ { $place }: estás en el máximo de canales y grupos que permite Telegram. Sal de alguno y toca “{ $button }”.
access-mine-place-owner-told = ⏳ { $place }: Telegram no me deja añadirte. Ya avisé al propietario.
access-mine-place-trying = ⏳ { $place }: Telegram todavía no me deja añadirte. Sigo intentándolo.
access-renew-title = 💎 Renovar { $title }
access-come-back-title = 💎 Volver a { $title }
access-open-channel = 🔓 Abrir canal
access-open-group = 🔓 Abrir grupo
access-mine-orders = <b>Tus pedidos</b>
access-mine-order = • { $order }: { $progress }
access-mine-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
access-mine-story-hint = Toca 📜 para ver qué pasó con un pedido.
access-mine-story = 📜 { $amount }, { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>No puedo darle acceso a { $person }, aunque pagó por { $title }.</b>
access-trouble-too-late = 🚨 <b>Nunca pude darle acceso a { $person }, aunque pagó por { $title }.</b>
access-advice-right = { $kind ->
    [supergroup] Abre el grupo, toca su nombre, luego Editar → Administradores y después mi nombre (añádeme si no estoy), y activa <b>Invitar con un enlace</b>. Sigo intentándolo. Mientras tanto, nadie que pague puede entrar.
   *[channel] Abre el canal privado, toca su nombre, luego Administradores y después mi nombre (añádeme si no estoy), y activa <b>Invitar con un enlace</b>. Sigo intentándolo. Mientras tanto, nadie que pague puede entrar.
}
access-advice-full = { $kind ->
    [supergroup] El grupo tiene el máximo de miembros que permite Telegram. Elimina a algunos y daré acceso a todos los que pagaron. O devuelve el dinero.
   *[channel] El canal privado tiene el máximo de miembros que permite Telegram. Elimina a algunos y daré acceso a todos los que pagaron. O devuelve el dinero.
}
access-advice-banned = { $kind ->
    [supergroup] Esta persona está suspendida en el grupo. Ábrelo, toca su nombre, luego Usuarios eliminados, y quítala de la lista. Entonces le daré acceso. O devuélvele el dinero.
   *[channel] Esta persona está suspendida en el canal privado. Ábrelo, toca su nombre, luego Usuarios eliminados, y quítala de la lista. Entonces le daré acceso. O devuélvele el dinero.
}
access-advice-no-channel = No hay ningún canal o grupo privado elegido, así que no tengo adónde darles acceso. Elige uno en /channels y daré acceso a todos.
access-advice-about-user = { $kind ->
    [supergroup] Tu grupo está bien. Telegram solo rechaza a este comprador. Sigo intentándolo. Si no se resuelve, devuélvele el dinero.
   *[channel] Tu canal está bien. Telegram solo rechaza a este comprador. Sigo intentándolo. Si no se resuelve, devuélvele el dinero.
}
access-advice-too-late = El tiempo que pagó ya terminó. Dale el tiempo de nuevo o devuélvele el dinero.

## To the owner: removals.

access-removal-trouble = 🚨 <b>No puedo eliminar a { $person }, aunque ya no tiene acceso a { $title }.</b>
access-removal-right = { $kind ->
    [supergroup] Abre el grupo, toca su nombre, luego Editar → Administradores y después mi nombre (añádeme si no estoy), y activa <b>Suspender usuarios</b>. Sigo intentándolo. Mientras tanto, no puedo eliminar a nadie.
   *[channel] Abre el canal privado, toca su nombre, luego Administradores y después mi nombre (añádeme si no estoy), y activa <b>Suspender usuarios</b>. Sigo intentándolo. Mientras tanto, no puedo eliminar a nadie.
}
access-removal-administrator = Es administrador, y solo tú puedes eliminar a los administradores. Quítale ese cargo y haré el resto. O deja que se quede.
access-removal-unanswered = Telegram lleva un día sin hacerlo. Sigo intentándolo. No tienes que hacer nada.
access-removal-unclear = Comprueba si sigue dentro y, si es así, elimina tú a esta persona. Sigo intentándolo.
access-kept = 👤 <b>Dejé que { $person } se quedara, aunque ya no tiene acceso a { $title }.</b>
access-kept-why = Yo no le di acceso: ya estaba antes de pagar o le dio acceso otra persona. Solo eliminaré a esta persona si tú lo dices.
access-remove = 🚪 Eliminar
access-brake = 🛑 <b>Las eliminaciones de { $title } van más despacio.</b>
access-brake-why = { $removed ->
    [one] En una hora eliminé a { $removed } miembro porque su acceso había terminado. Es más de lo normal. Los demás siguen, a un máximo de { $most } por hora.
   *[other] En una hora eliminé a { $removed } miembros porque su acceso había terminado. Es más de lo normal. Los demás siguen, a un máximo de { $most } por hora.
}
access-brake-release-does = <b>Continuar:</b> elimino ahora a todos los que ya no tienen acceso. El límite se desactiva durante una hora.
access-brake-stop-does = <b>Detener eliminaciones:</b> no elimino a nadie hasta que las actives otra vez.
access-brake-release = ▶️ Continuar
access-brake-stop = ⏹ Detener eliminaciones

## Answers to the owner about removals. Plain text.

access-removal-now = Ahora elimino a esta persona.
access-removal-at-end = Tiene acceso otra vez. Eliminaré a esta persona cuando termine, si no renueva.
access-removal-never = Tiene acceso para siempre, así que se queda.
access-removal-switched-off = Las eliminaciones están desactivadas. Eliminaré a esta persona cuando las actives.
access-removals-released = Las eliminaciones continúan. El límite está desactivado durante una hora.
access-removals-stopped = No elimino a nadie hasta que actives las eliminaciones otra vez.
