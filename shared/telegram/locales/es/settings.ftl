### What an owner or manager sets about a channel: the settings, tiers, removals and notifications.

## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>Ajustes de { $title }</b>
settings-none = no hay
settings-private = { $kind ->
    [supergroup] <b>Grupo privado:</b> { $value }
   *[channel] <b>Canal privado:</b> { $value }
}
settings-public = <b>Canal público:</b> { $value }
settings-description = <b>Descripción:</b> { $value }
settings-tiers = <b>Planes:</b> { $count }
settings-donation-message = <b>Mensaje para donantes:</b> { $value }
settings-grace = <b>Periodo de gracia:</b> { $hours ->
    [0] no hay
    [one] { $hours } hora
   *[other] { $hours } horas
}
settings-tolerance = <b>Pago de menos aceptado:</b> { $percent } %
settings-removals = <b>Eliminaciones:</b> { $removals ->
    [dry_run] modo de prueba, no se elimina a nadie
    [off] desactivadas, no se elimina a nadie
   *[on] activadas, elimino a los miembros cuando termina su acceso
}
settings-time-zone = <b>Zona horaria:</b> { $timeZone }
settings-language = <b>Idioma de las publicaciones:</b> { $language }
settings-listed = <b>En la lista de /start:</b> { $listed ->
    [no] no
    [blocked] no, porque quien administra este bot no lo permite
   *[yes] sí
}

settings-button-title = ✏️ Nombre
settings-button-description = ✏️ Descripción
settings-button-tiers = 💎 Planes
settings-button-donation-message = 💝 Para donantes
settings-button-amounts = 💝 Importes de donación
settings-button-grace = ⏳ Periodo de gracia
settings-button-tolerance = ➗ Pago de menos
settings-button-removals = 🚪 Eliminaciones
settings-button-time-zone = 🌍 Zona horaria
settings-button-language = 🌐 Idioma de publicaciones
settings-button-private = { $kind ->
    [supergroup] 🔒 Grupo privado
   *[channel] 🔒 Canal privado
}
settings-button-public = 📢 Canal público
settings-button-unlist = 🙈 Quitar de /start
settings-button-list = 📃 Mostrar en /start
settings-button-team = 👥 Equipo

## Removals.

settings-removals-title = 🚪 <b>Eliminaciones de { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>Modo de prueba.</b> No se elimina a nadie. Anoto en el registro a quién eliminaría.
    [off] <b>Desactivadas.</b> No se elimina a nadie.
   *[on] <b>Activadas.</b> Elimino a los miembros cuando termina su acceso.
}
settings-removals-on = ✅ Activar
settings-removals-trial = 👀 Modo de prueba
settings-removals-off = ⛔️ Desactivar

## The language of the posts.

settings-language-title = 🌐 <b>Idioma de las publicaciones de { $title }</b>
settings-language-now = Mis publicaciones y lo que escribo en grupos sobre esta oferta están en este idioma: { $language }. Toca otro para cambiarlo.
settings-language-note = A ti y a tus compradores les escribo en el idioma que eligió cada uno: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>Planes de { $title }</b>
settings-tiers-none = No hay. Solo recibes donaciones.
settings-tiers-choose = Toca uno para cambiarlo.
settings-tiers-item = 💎 { $tier } · { $price } · { $duration }
settings-tiers-add = ➕ Añadir plan
settings-tier-title = 💎 <b>{ $tier }</b>, un plan de { $title }
settings-tier-price = { $duration ->
    [for_ever] { $price } por acceso para siempre.
   *[other] { $price } por { $duration }.
}
settings-tier-note = Los cambios se aplican a los pedidos nuevos. Los pedidos pendientes conservan sus condiciones.
settings-tier-edit-name = ✏️ Nombre
settings-tier-edit-price = ✏️ Precio
settings-tier-edit-days = ✏️ Días
settings-tier-remove = 🗑 Quitar

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
settings-ask-now = <b>Ahora:</b> { $value }
settings-ask-type = Escríbelo y envíalo.
settings-ask-name = ¿Cómo se llama? Los compradores ven el nombre en la lista, en las facturas y en cada mensaje.
settings-ask-description = ¿Qué reciben los compradores? Escribe unas pocas frases. Las muestro encima de los precios.
settings-ask-donation-message = ¿Qué quieres decir a los donantes? Lo muestro encima del teclado.
settings-ask-grace = ¿Cuántas horas pueden quedarse los miembros cuando termina su acceso? De 0 a 720.
settings-ask-tolerance = ¿Qué parte del precio puede faltar, en porcentaje? De 0 a 20.
settings-ask-time-zone = ¿En qué zona horaria vives? Toca una o envíame una ciudad grande cercana.
settings-ask-tier-name = ¿Cómo se llama el plan? Por ejemplo, “Oro”.
settings-ask-tier-price = ¿Cuánto cuesta en dólares estadounidenses? Por ejemplo, 29,99. El mínimo es { $least }.
settings-ask-tier-days = ¿Cuántos días dura? De 1 a 3650, o “para siempre”.
settings-ask-donation-amounts = ¿Qué importes se pueden donar con un toque? Por ejemplo, 5 10 25.
settings-ask-case-worth = ¿Cuánto valía en dólares estadounidenses? Por ejemplo, 12,50.
settings-ask-days = ¿Cuántos días das?
settings-ask-reason = ¿Por qué? Unas pocas palabras para el registro.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>Grupo privado de { $title }</b>
   *[channel] 🔒 <b>Canal privado de { $title }</b>
}
settings-chat-private-ask = ¿Qué canal o grupo vendes? Solo puedes cambiarlo mientras nadie tenga acceso.
settings-chat-public = 📢 <b>Canal público de { $title }</b>
settings-chat-public-ask = ¿Dónde publico?
settings-chat-none = 🚫 Sin canal público

## Notifications.

settings-notify-title = 🔔 <b>Notificaciones de { $title }</b>
settings-notify-when-off = <b>Ventas:</b> sin avisos. El propietario sigue recibiendo los de pagos inusuales y problemas con miembros.
settings-notify-when-each = <b>Ventas:</b> cada una al momento
settings-notify-when-daily = <b>Ventas:</b> en un resumen diario a las { $hour } ({ $timeZone })
settings-notify-when-both = <b>Ventas:</b> cada una al momento, y un resumen diario a las { $hour } ({ $timeZone })
settings-notify-to-you = <b>Se envían:</b> a ti, aquí
settings-notify-to-owner = <b>Se envían:</b> al propietario ({ $chat })
settings-notify-to-chat = <b>Se envían a:</b> { $chat }
settings-notify-reachable = <b>Llegan:</b> sí
settings-notify-unreachable = ⚠️ No puedo escribir a este chat desde el { $since }: { $reason }
settings-notify-missed-count = ⚠️ <b>No llegaron en 30 días:</b> { $count }
settings-notify-switch-on = 🔔 Activar
settings-notify-switch-off = 🔕 Desactivar
settings-notify-each = Cada venta
settings-notify-daily = Resumen diario
settings-notify-both = Ambos
settings-notify-hour = 🕘 Resumen: { $hour }
settings-notify-here = 📩 Enviar a mí
settings-notify-owner = 📩 Enviar al propietario
settings-notify-test = 🧪 Enviar prueba
settings-notify-missed = ⚠️ Ver no entregadas
settings-digest-title = 🕘 <b>Resumen diario de { $title }</b>
settings-digest-ask = ¿A qué hora lo quieres? Ahora llega a las { $hour }. La zona horaria es { $timeZone }.
settings-missed-title = ⚠️ <b>Notificaciones no entregadas de { $title }</b>
settings-missed-count = { $count ->
    [0] En los últimos 30 días se entregó todo.
    [one] En los últimos 30 días no se pudo entregar { $count } notificación.
   *[other] En los últimos 30 días no se pudieron entregar { $count } notificaciones.
}
settings-missed-item = <b>{ $what }</b>, { $at }
settings-missed-item-amount = <b>{ $what }</b>, { $amount }, { $at }
settings-missed-again = 🔁 Enviar otra vez

settings-missed-sold = 🎉 Suscripción
settings-missed-donation = 💝 Donación
settings-missed-digest = 📊 Resumen diario
settings-missed-odd = ⚠️ Pago inusual
settings-missed-invoices = 🚨 Los compradores no pueden pagar
settings-missed-access = 🚨 Problema al dar acceso
settings-missed-removal = 🚨 Problema al eliminar a un miembro
settings-missed-ban = 🚨 Problema con una suspensión
settings-missed-kept = 👤 Un miembro se quedó
settings-missed-braked = 🛑 Eliminaciones más lentas
settings-missed-broken = 🚨 No puedo trabajar en un chat
settings-missed-works = ✅ Todo funciona otra vez
settings-missed-gone = 🚨 Un chat ya no existe
settings-missed-became-public = 🚨 Lo que vendes es público
settings-missed-unreachable = ⚠️ No pude escribir a un chat

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = Está vacío. Escribe unas pocas palabras.
settings-typed-too-long = Tiene { $length } caracteres. El máximo es { $max }.
settings-typed-days = Escribe un número entero de días, de { $min } a { $max }, o “para siempre”.
settings-typed-hours = Escribe un número entero de horas, de { $min } a { $max }.
settings-typed-percent = Escribe un porcentaje entero, de { $min } a { $max }.
settings-typed-price = Eso no es un precio. Escribe dólares, por ejemplo 29,99.
settings-typed-worth = Escribe dólares, por ejemplo 12,50. El máximo es { $most }.
settings-typed-price-high = El máximo es { $most }.
settings-typed-price-low = Hoy los pagos en cripto empiezan en { $least }, así que nadie podría pagar { $price }. ¿Probamos con { $suggested }?
settings-typed-time-zone = No conozco esa zona horaria. Envíame una ciudad grande cercana, por ejemplo Berlín.
settings-typed-time-zones = Varias zonas horarias tienen ese nombre. Elige una o escribe un poco más.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = Las ventas están en pausa. Los miembros conservan el tiempo que pagaron.
settings-resumed = Las ventas están activas otra vez.
settings-listed-now = Ahora esta oferta aparece en /start.
settings-listed-if-allowed = Esta oferta aparecerá en /start cuando lo permita quien administra este bot.
settings-unlisted = Esta oferta ya no aparece en /start. Sus enlaces siguen funcionando.
settings-removals-set = { $removals ->
    [dry_run] Modo de prueba. No se elimina a nadie. Anoto a quién eliminaría.
    [off] Eliminaciones desactivadas. No se elimina a nadie.
   *[on] Eliminaciones activadas. Elimino a los miembros cuando termina su acceso.
}
settings-tier-gone = Este plan ya no existe.
settings-tier-removed = Quitado. Los compradores nuevos no pueden elegirlo.
settings-tier-saved = Guardado. Los pedidos pendientes conservan sus condiciones.
settings-tier-added = Añadido a tu oferta.
settings-tier-lost = Se perdió por el camino. Añade el plan otra vez, por favor.
settings-tiers-most = Puedes tener hasta { $max } planes. Quita uno primero.
settings-notify-saved = ✔️ Guardado.
settings-notify-no-digest = El resumen diario está desactivado. Actívalo primero.
settings-test-begun = Enviando una prueba.
settings-missed-coming = ✔️ Las estoy enviando otra vez.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ La prueba te llegó.
    [owner] ✅ La prueba le llegó al propietario.
   *[chat] ✅ La prueba llegó al chat { $chat }.
}
settings-test-not-started = { $to ->
    [you] ❌ La prueba no te llegó, porque todavía no me iniciaste. Abre { $link } y toca INICIAR.
    [owner] ❌ La prueba no le llegó al propietario, porque todavía no me inició. Pídele que abra { $link } y toque INICIAR.
   *[chat] ❌ La prueba no llegó al chat { $chat }, porque allí todavía no me iniciaron. Pide que abran { $link } y toquen INICIAR.
}
settings-test-blocked = { $to ->
    [you] ❌ La prueba no te llegó, porque me bloqueaste. Desbloquéame y prueba otra vez.
    [owner] ❌ La prueba no le llegó al propietario, porque me bloqueó. Pídele que me desbloquee.
   *[chat] ❌ La prueba no llegó al chat { $chat }, porque allí me bloquearon.
}
settings-test-gone = { $to ->
    [you] ❌ La prueba no te llegó, porque tu cuenta ya no existe.
    [owner] ❌ La prueba no le llegó al propietario, porque su cuenta ya no existe.
   *[chat] ❌ La prueba no llegó al chat { $chat }, porque ya no existe.
}
settings-test-no-right = { $to ->
    [you] ❌ La prueba no te llegó, porque no tengo permiso para escribirte.
    [owner] ❌ La prueba no le llegó al propietario, porque no tengo permiso para escribirle.
   *[chat] ❌ La prueba no llegó al chat { $chat }, porque no estoy en él o no tengo permiso para escribir.
}
settings-test-delayed = ⏳ Telegram no la acepta ahora mismo: { $reason }. Seguiré intentándolo un rato.
settings-test-refused = ❌ Telegram la rechazó: { $reason }
