### The page about the posts in a channel's public channel. The posts themselves are in the rooms of what they sell.

posts-title = 📌 <b>Publicaciones de { $title }</b>
posts-no-channel = ⚠️ Todavía no tienes un canal público donde publicar. Elige uno en ⚙️ Ajustes.
posts-channel-paused = ⏸ Las ventas están en pausa. No publico nada hasta que las reanudes.
posts-absent = { $post ->
    [donate] <b>Botón de donar:</b> sin publicar
   *[offer] <b>Oferta:</b> sin publicar
}
posts-live = { $post ->
    [donate] <b>Botón de donar:</b> { $place } desde el { $since }
   *[offer] <b>Oferta:</b> { $place } desde el { $since }
}
posts-live-place = en el canal
posts-pending = ⏳ Publicando
posts-last-failed = ❌ La última no se publicó. { $why }
posts-every-day = <b>Publicaciones diarias:</b> a las { $hour } ({ $timeZone })
posts-every-day-never = <b>Publicaciones diarias:</b> desactivadas

posts-button-offer = Oferta
posts-button-donate = Botón de donar
posts-button-publish = 📤 Publicar ahora
posts-button-hour = 🕘 Diarias: { $hour }
posts-button-no-hour = 🕘 Diarias: no
posts-button-refresh = 🔁 Actualizar publicaciones
posts-button-remove = 🗑 Eliminar publicaciones
posts-button-see = 👀 Ver publicación

## The hour of the daily posts.

posts-hours-title = 🕘 <b>Publicaciones diarias de { $title }</b>
posts-hours-ask = ¿A qué hora publico? A esa hora también elimino las publicaciones anteriores. La zona horaria es { $timeZone }.
posts-hours-never = Nunca

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: el botón de donar no se publicó</b>
   *[offer] ❌ <b>{ $title }: la oferta no se publicó</b>
}
posts-no-right = No tengo permiso para publicar allí. Hazme administrador con el permiso de publicar mensajes.
posts-not-there = No estoy en ese canal. Añádeme como administrador.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: puede que el botón de donar esté publicado dos veces</b>
   *[offer] ⚠️ <b>{ $title }: puede que la oferta esté publicada dos veces</b>
}
posts-doubted-how = Telegram no respondió cuando publiqué, así que publiqué otra vez. Si hay otra igual un poco más arriba, elimínala. Yo no puedo distinguirla de las demás publicaciones.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = La vista previa llega en otro mensaje.
posts-coming = Publicando ahora.
posts-refreshing = Actualizando las publicaciones.
posts-removing = Eliminando las publicaciones.
posts-unscheduled = Las publicaciones diarias están desactivadas.
posts-scheduled = Publicaré todos los días a las { $hour } ({ $timeZone }).
posts-paused = Las ventas están en pausa. No publico nada hasta que las reanudes.
posts-no-public-channel = Todavía no tienes un canal público donde publicar. Elige uno en ⚙️ Ajustes.
posts-nothing = No hay nada que publicar. Activa una publicación o añade un plan a tu oferta.
posts-not-on-sale = No hay nada a la venta, porque no puedo dar acceso a nadie. La primera página dice qué falta.
posts-too-soon = Acabo de publicar. Puedes publicar otra vez en { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
