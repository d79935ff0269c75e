### What owners and managers read about a channel: members, orders, figures, the log and the digest.

## Parts of a line. No capital, no full stop.

lists-donation = donación
lists-open = ⏳ esperando el pago
lists-cancelled = ✖️ cancelado
lists-refused = ✖️ no se pudo crear la factura
lists-settled = ✅ pagado
lists-refunded = ↩️ reembolsado
lists-paid-never = nunca pagó
lists-paid-until = { $time ->
    [for_ever] acceso para siempre
   *[other] pagado hasta el { $time }
}
lists-paid-grace = terminó el { $time }, en periodo de gracia
lists-paid-grace-until = terminó el { $time }, en periodo de gracia hasta el { $until }
lists-paid-ended = terminó el { $time }
lists-paid-by-other = { $time ->
    [for_ever] con acceso para siempre por { $offer }
   *[other] con acceso por { $offer } hasta el { $time }
}
lists-administrator = administrador
lists-joined-admitted = le di acceso yo
lists-joined-before = ya estaba antes de pagar
lists-joined-unknown = le dio acceso otra persona
lists-link-live = tiene un enlace que funciona
lists-link-ended = su enlace ya no funciona
lists-link-none = todavía sin enlace
lists-link-banned = con suspensión en Telegram
lists-in-of = dentro de { $inside } de { $places }

## The members.

lists-members-title = 👥 <b>Miembros de { $title }</b>
lists-members-counts = Dentro: { $in } · sin pagar: { $unpaid } · pagaron, fuera: { $out }
lists-members-in = ✅ Dentro
lists-members-unpaid = ⚠️ Sin pagar
lists-members-out = 🚪 Pagaron, fuera
lists-members-in-empty = Todavía no hay miembros.
lists-members-unpaid-empty = Todos los miembros que conozco pagaron o no tienen que pagar.
lists-members-out-empty = Todos los que pagaron están dentro.
lists-member-line = { $symbol } { $person }: { $about }
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
lists-more-than = { $count }+
lists-cut = <i>La lista llega hasta { $count }. Las tablas de /stats tienen más.</i>
lists-members-limit = <i>Solo veo a los miembros que se unieron después de mí.</i>
lists-members-main = <i>Las listas cuentan quién está en { $place }. Toca a un miembro para ver cada canal y grupo.</i>
lists-members-limit-counted = { $count ->
    [one] <i>Solo veo a los miembros que se unieron después de mí. Telegram contó { $count } miembro el { $time }.</i>
   *[other] <i>Solo veo a los miembros que se unieron después de mí. Telegram contó { $count } miembros el { $time }.</i>
}

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> en { $title }
lists-member-id = <b>ID de Telegram:</b> <code>{ $id }</code>
lists-member-now = <b>Ahora:</b> { $place }
lists-member-now-seen = <b>Ahora:</b> { $place } (datos del { $time })
lists-member-in = dentro
lists-member-administrator = dentro, como administrador
lists-member-out = fuera
lists-member-banned = con suspensión
lists-member-unseen = no consta que haya entrado
lists-member-access = <b>Acceso:</b> { $paid }
lists-member-link = <b>Enlace de invitación:</b> { $link }
lists-member-joined = <b>Cómo entró:</b> { $joined }
lists-member-joined-protected = <b>Cómo entró:</b> { $joined }. Solo eliminaré a esta persona si tú lo dices.
lists-place = <b>{ $place }</b>: { $about }
lists-place-seen = a fecha de { $time }
lists-place-protected = solo lo elimino si me lo pides
lists-place-too-many = no puede entrar: está en el máximo de canales y grupos que permite Telegram
lists-place-refused = Telegram no me deja añadirlo
lists-place-removing = lo estoy eliminando
lists-place-removed = eliminado el { $time }
lists-place-removal-trouble = no puedo eliminarlo: { $reason }
lists-member-granted = { $count ->
    [0] <b>Tiempo dado:</b> ningún día
    [one] <b>Tiempo dado:</b> { $count } día en total
   *[other] <b>Tiempo dado:</b> { $count } días en total
}
lists-member-granted-for-ever = <b>Tiempo dado:</b> para siempre
lists-member-orders = { $count ->
    [0] <b>Pedidos:</b> ninguno
   *[other] <b>Pedidos:</b> { $count }
}
lists-member-orders-latest = <b>Pedidos:</b> { $count } (abajo, los más recientes: { $shown })
lists-member-manage = 🛟 Gestionar acceso

## The orders.

lists-orders-title = 🧾 <b>Pedidos de { $title }</b>
lists-orders-all = Todos
lists-orders-open = ⏳ Pendientes
lists-orders-settled = ✅ Pagados
lists-orders-unpaid = ✖️ Sin pagar
lists-orders-refunded = ↩️ Reembolsados
lists-orders-donations = 💝 Donaciones
lists-orders-empty = Aquí todavía no hay pedidos.
lists-orders-hint = Toca un pedido para ver qué pasó.
lists-orders-shown = <b>{ $filter }:</b> { $count }
lists-order-line = • <b>{ $amount }</b>, { $item }, { $person }: { $state }, { $time }
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }, { $item }

## The story of an order, for the owner.

lists-story-title = 📜 <b>{ $order }</b> en { $title }
lists-story-state = <b>Estado:</b> { $state }
lists-story-created = Se hizo el pedido por { $amount }.
lists-story-created-unknown = Se hizo el pedido.
lists-story-decided-accept = { $person } aceptó un pago tal como estaba.
lists-story-decided-credit = { $person } dio por válido un pago.
lists-story-decided-refund = { $person } marcó un pago como devuelto.
lists-story-decided-wait = { $person } eligió esperar un pago.
lists-story-decided = { $person } decidió sobre un pago.
lists-story-decided-nobody = Nadie decidió en una semana, así que acepté un pago al que le faltaba muy poco.
lists-story-extended = { $duration ->
    [unknown] El comprador recibió más tiempo.
    [for_ever] El comprador recibió acceso para siempre.
   *[other] El comprador recibió { $duration } de acceso.
}
lists-story-link-made = Creé un enlace de invitación para el comprador.
lists-story-link-used = El enlace se usó y está cerrado.
lists-story-link-closed = El enlace se cerró.
lists-story-approved = El comprador entró.
lists-story-removed = Eliminé al comprador.
lists-story-left = El comprador ya había salido cuando terminó el acceso.
lists-story-cancelled = El comprador canceló el pedido.
lists-story-set-aside = El comprador hizo otro pedido en su lugar. Tú decides sobre el dinero.
lists-story-reopened = El comprador reabrió el pedido.
lists-story-confirmed = El donante confirmó el importe.
lists-story-told = { $topic ->
    [pay_now] Le envié la factura al comprador.
    [choose_payment] Le pregunté al comprador cómo quería pagar.
    [stars_refused] Le dije al comprador que no hay factura en estrellas.
    [invoice_delayed] Le dije al comprador que la factura tarda más.
    [invoice_refused] Le dije al comprador que no hay factura.
    [case_waiting] Le dije al comprador que todavía no decidiste.
    [case_accepted] Le dije al comprador que el pago se aceptó.
    [rest_refused] Le escribí al comprador sobre el resto que falta.
    [payment_news] Le escribí al comprador sobre el pago.
    [thanks] Le di las gracias al comprador.
    [access] Le envié el enlace de invitación al comprador.
    [access_delayed] Le dije al comprador que el enlace de invitación tarda más.
    [access_ended] Le dije al comprador que el acceso terminó.
   *[other] Le escribí al comprador.
}
lists-story-not-told = { $topic ->
    [pay_now] No pude enviarle la factura al comprador.
    [choose_payment] No pude preguntarle al comprador cómo quería pagar.
    [stars_refused] No pude decirle al comprador que no hay factura en estrellas.
    [invoice_delayed] No pude decirle al comprador que la factura tarda más.
    [invoice_refused] No pude decirle al comprador que no hay factura.
    [case_waiting] No pude decirle al comprador que todavía no decidiste.
    [case_accepted] No pude decirle al comprador que el pago se aceptó.
    [rest_refused] No pude escribirle al comprador sobre el resto que falta.
    [payment_news] No pude escribirle al comprador sobre el pago.
    [thanks] No pude darle las gracias al comprador.
    [access] No pude enviarle el enlace de invitación al comprador.
    [access_delayed] No pude decirle al comprador que el enlace de invitación tarda más.
    [access_ended] No pude decirle al comprador que el acceso terminó.
   *[other] No pude escribirle al comprador.
}
lists-story-told-owner = Le escribí al propietario.
lists-story-not-told-owner = No pude escribirle al propietario.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = Hoy
lists-last-7-days = Últimos 7 días
lists-last-30-days = Últimos 30 días
lists-revenue = Ingresos
lists-gross = Brutos: { $gross }
lists-sent-back = ↩️ Devuelto: { $count }, { $amount }
lists-period = { $period }: { $net }
lists-period-gross = { $period }: { $net } (brutos { $gross }, devuelto { $amount })
lists-net = <b>{ $of }: { $net }</b>
lists-tally = { $of }: { $amount }
lists-sales = { $count ->
    [one] { $count } venta: { $amount }
   *[other] { $count } ventas: { $amount }
}
lists-gifts = { $count ->
    [one] { $count } donación: { $amount }
   *[other] { $count } donaciones: { $amount }
}
lists-counted = { $count ->
    [one] { $count } pago inusual dado por válido: { $amount }
   *[other] { $count } pagos inusuales dados por válidos: { $amount }
}
lists-donations = Donaciones
lists-unknown-coin = Criptomoneda desconocida
lists-more = y { $count } más: { $amount }
lists-change = 👥 Altas: { $new } · Renovaciones: { $renewed } · Bajas: { $lost }
lists-active-for-ever = ♾ <b>Para siempre:</b> { $count }
lists-for-ever-sold = ♾ Vendido para siempre: { $count }, { $amount }
lists-as-of = 🕒 Datos del { $time }
lists-zone = Los días empiezan a medianoche en { $zone }.
lists-tables-hint = Los botones te envían todos los pedidos, pagos o miembros en una tabla (CSV).
lists-table-orders = 🧾 Pedidos (CSV)
lists-table-payments = 💳 Pagos (CSV)
lists-table-members = 👥 Miembros (CSV)
lists-file-payments = 💳 <b>Pagos de { $title }</b>
lists-file-rows = { $count ->
    [one] { $count } fila, primero lo más reciente.
   *[other] { $count } filas, primero lo más reciente.
}
lists-file-cut = Hay más. En un archivo solo cabe lo más reciente.
lists-file-rows-members = { $count ->
    [one] { $count } fila.
   *[other] { $count } filas, primero los ID de Telegram más altos.
}
lists-file-cut-members = Hay más. En un archivo solo caben los que tienen los ID de Telegram más altos.

## The picture of a channel's figures. Short, because the space is small.

lists-chart-revenue = { $days ->
    [one] Ingresos menos reembolsos, { $days } día
   *[other] Ingresos menos reembolsos, { $days } días
}
lists-chart-members = Miembros: { $active } · Nuevos: { $new } · Bajas: { $lost }

## The daily digest.

lists-digest-title = 📊 <b>Resumen diario de { $title }</b>
lists-digest-time = { $from } – { $until }
lists-digest-sales = { $count ->
    [0] <b>Suscripciones:</b> ninguna
   *[other] <b>Suscripciones:</b> { $count }, { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>Donaciones:</b> ninguna
   *[other] <b>Donaciones:</b> { $count }, { $amount }
}
lists-digest-counted = <b>Pagos inusuales dados por válidos:</b> { $count }, { $amount }
lists-digest-for-ever = ♾ <b>Vendido para siempre:</b> { $count }, { $amount }
lists-digest-refunds = <b>Reembolsos:</b> { $count }
lists-digest-joined = <b>Miembros nuevos:</b> { $count }
lists-digest-lost = <b>Miembros perdidos:</b> { $count }
lists-digest-lapsed = <b>No renovaron:</b> { $count } – { $names }
lists-digest-removed = <b>Eliminados:</b> { $count } – { $names }
lists-digest-turned-away = <b>Solicitudes rechazadas:</b> { $count } – { $names }
lists-digest-more = { $count } más
lists-digest-cases = ⚠️ <b>Necesitan tu decisión:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>Registro de { $title }</b>
lists-log-order = Primero lo más reciente.
lists-log-empty = Todavía no se ha hecho nada.
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « Más recientes
lists-log-older = Más antiguos »
lists-log-bot = El bot
lists-log-channel-set-up = { $by } configuró la oferta
lists-log-private-channel-changed = { $by } eligió otro canal o grupo privado
lists-log-public-channel-changed = { $by } eligió otro canal público
lists-log-tier-added = { $by } añadió un plan
lists-log-tier-changed = { $by } cambió un plan
lists-log-tier-removed = { $by } quitó un plan
lists-log-removals-set = { $by } cambió qué pasa con los miembros que no renuevan
lists-log-administrator-invited = { $by } invitó a alguien al equipo
lists-log-administrator-added = { $by } aceptó una invitación al equipo
lists-log-administrator-removed = { $by } quitó un rol
lists-log-role-changed = { $by } cambió un rol
lists-log-ownership-transferred = { $by } transfirió la oferta
lists-log-ownership-claimed = { $by } reclamó la oferta por haber creado su chat
lists-log-notifications-changed = { $by } cambió las notificaciones
lists-log-notification-tried = { $by } probó una notificación
lists-log-missed-sent-again = { $by } pidió reenviar las notificaciones perdidas
lists-log-posts-published = { $by } publicó en el canal público
lists-log-posts-scheduled = { $by } programó publicaciones diarias
lists-log-posts-unscheduled = { $by } detuvo las publicaciones diarias
lists-log-posts-refreshed = { $by } actualizó las publicaciones
lists-log-posts-removed = { $by } eliminó las publicaciones
lists-log-post-switched = { $by } activó o desactivó una publicación
lists-log-table-exported = { $by } exportó una tabla
lists-log-channel-paused = { $by } pausó las ventas
lists-log-channel-resumed = { $by } reanudó las ventas
lists-log-setting-changed = { $by } cambió un ajuste
lists-log-access-granted = { $by } dio días
lists-log-access-revoked = { $by } quitó un acceso
lists-log-renewal-ended = { $by } detuvo una renovación
lists-log-banned = { $by } suspendió a un usuario
lists-log-unbanned = { $by } quitó una suspensión
lists-log-ban-failed = { $by } todavía no pudo suspender a un usuario en Telegram
lists-log-ban-given-up = { $by } descartó una suspensión, porque Telegram no suspende a administradores
lists-log-order-set-aside = { $by } hizo otro pedido y dejó un pago parcial en manos del propietario
lists-log-case-accept = { $by } aceptó un pago tal como estaba
lists-log-case-credit = { $by } dio por válido un pago
lists-log-case-refund = { $by } marcó un pago como devuelto
lists-log-case-wait = { $by } eligió esperar un pago
lists-log-protection-ended = { $by } permitió eliminar a un miembro que se unió antes que el bot
lists-log-brake-released = { $by } dejó que las eliminaciones siguieran durante una hora
lists-log-removals-stopped = { $by } desactivó las eliminaciones
lists-log-join-approved = { $by } dio acceso a un miembro
lists-log-join-declined = { $by } rechazó una solicitud para unirse
lists-log-join-refusal-said = { $by } explicó por qué un enlace no funciona
lists-log-left = { $by } notó que un miembro había salido
lists-log-removed = { $by } eliminó a un miembro cuyo acceso había terminado
lists-log-removal-dry-run = { $by } habría eliminado a un miembro, pero las eliminaciones están desactivadas
lists-log-removal-failed = { $by } no pudo eliminar a un miembro
lists-log-removal-undone = { $by } envió un enlace a un miembro que había sido eliminado por error
lists-log-place-opened = { $by } añadió un chat a la oferta
lists-log-place-closed = { $by } quitó un chat de la oferta
lists-log-takeover-confirmed = { $by } incorporó una lista de miembros
lists-log-takeover-undone = { $by } deshizo una lista de miembros
lists-log-access-listed = { $by } fijó el acceso según una lista
lists-log-access-unlisted = { $by } retiró lo que dio una lista
lists-log-member-kept = { $by } dejó que se quedara un miembro cuyo acceso había terminado, porque se unió antes de pagar
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = { $from } → { $to }
lists-detail-to = → { $to }
lists-detail-until = hasta el { $to }
lists-detail-cause = { $cause ->
    [expired] no renovó
    [refunded] se devolvió el dinero
    [ended_by_owner] el propietario quitó el acceso
    [banned] suspensión
   *[other] { $cause }
}
lists-detail-reason = motivo: { $reason }
lists-detail-tier = plan { $tier }
lists-detail-payment = pago { $payment }
lists-detail-hour = a las { $hour }
lists-detail-place = en “{ $place }”
lists-detail-setting = { $setting ->
    [title] nombre
    [description] descripción
    [donation_message] mensaje para donantes
    [time_zone] zona horaria
    [grace_hours] periodo de gracia
    [tolerance_percent] pago de menos aceptado
    [listed] lista pública
    [name] nombre
    [price_cents] precio
    [price_stars] precio en Stars
    [donation_stars] donaciones en Stars
    [days] duración
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] propietario
    [manager] gestor
    [read_only] observador
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] eliminaciones activadas
    [dry_run] modo de prueba
    [off] eliminaciones desactivadas
   *[other] { $removals }
}
lists-detail-news = { $news ->
    [on] activadas
    [off] desactivadas
    [here] a esta persona
    [owner] al propietario
    [each] cada venta
    [digest] un resumen diario
    [both] cada venta y un resumen diario
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] oferta
    [donate] botón de donar
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] pedidos
    [payments] pagos
    [members] miembros
   *[other] { $table }
}
lists-detail-other = { $name }: { $value }
