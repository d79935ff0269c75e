### The list of channels that somebody runs, and a channel's first page.

menu-role = { $role ->
    [owner] propietario
    [manager] gestor
   *[read_only] observador
}

## The list of channels.

menu-channels-title = 🗂 <b>Tus ofertas</b>
menu-channels-none = Todavía no tienes ninguna oferta aquí.
menu-channels-choose = Elige una.
menu-channels-choose-menu = Elige una para cambiarla o ver sus ventas.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ Nueva oferta

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ Cualquiera puede unirse al grupo privado con { $name } sin pagar. En Telegram, ábrelo → Editar → Tipo de grupo → Grupo privado.
   *[channel] ⚠️ Cualquiera puede unirse al canal privado con { $name } sin pagar. En Telegram, ábrelo → Editar → Tipo de canal → Canal privado.
}
menu-public-channel-of = ⚠️ Cualquiera puede unirse a { $title } con { $name } sin pagar. En Telegram, ábrelo → Editar y hazlo privado.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: tu grupo privado ahora es público</b>

        Cualquiera puede unirse con { $name } sin pagar. En Telegram, abre el grupo → Editar → Tipo de grupo → Grupo privado.
   *[channel] 🚨 <b>{ $title }: tu canal privado ahora es público</b>

        Cualquiera puede unirse con { $name } sin pagar. En Telegram, abre el canal → Editar → Tipo de canal → Canal privado.
}

## A channel's first page.

menu-you = Tú: { $role }
menu-paused = ⏸ <b>En pausa.</b> No hay nada a la venta.
menu-stopped = ⏸ <b>No está a la venta ahora mismo.</b> No puedo dar acceso a nadie.
menu-on-sale = { $tiers ->
    [0] ✅ <b>Recibe donaciones.</b> Sin planes.
    [one] ✅ <b>A la venta:</b> { $tiers } plan
   *[other] ✅ <b>A la venta:</b> { $tiers } planes
}
menu-active = <b>Con acceso ahora:</b> { $count }
menu-link = <b>Enlace para compradores:</b> { $link }
menu-unreachable = ⚠️ No puedo entregar los avisos de venta a { $chat }. Mira en 🔔 Notificaciones.

menu-figures = 📊 Estadísticas
menu-cases = ⚠️ Casos
menu-cases-waiting = ⚠️ Casos ({ $count })
menu-members = 👥 Miembros
menu-orders = 🧾 Pedidos
menu-give-access = 🎁 Dar acceso
menu-posts = 📌 Publicaciones
menu-notifications = 🔔 Notificaciones
menu-settings = ⚙️ Ajustes
menu-log = 📓 Registro
menu-resume = ▶️ Reanudar ventas
menu-pause = ⏸ Pausar ventas
menu-my-channels = « Mis ofertas

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = No gestionas esta oferta. Envía /channels para ver las tuyas.
menu-not-allowed = Tu rol en esta oferta no lo permite. Pregunta a su propietario.
menu-member-unknown = No conozco a este miembro. Envía /members para ver la lista.
menu-order-unknown = No encuentro este pedido. Envía /orders para ver la lista.
menu-saved = Guardado.
menu-no-such-table = Esa tabla no existe.
menu-file-coming = El archivo está en camino.
menu-too-many-files = { $seconds ->
    [one] Fueron muchos de golpe. Inténtalo otra vez en { $seconds } segundo.
   *[other] Fueron muchos de golpe. Inténtalo otra vez en { $seconds } segundos.
}
