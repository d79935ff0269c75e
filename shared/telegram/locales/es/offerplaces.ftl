### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 Chats

## The list.

offerplaces-title = 🚪 <b>Chats de { $title }</b>
offerplaces-about = Quien tiene acceso entra en todos ellos.
# $count: people, or "1,000+".
offerplaces-people = <b>Con acceso ahora:</b> { $count }
# $count: people.
offerplaces-cut = Los números de abajo son de las { $count } personas cuyo acceso termina más tarde.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: canal principal
    [main_group] 👥 <b>{ $chat }</b>: grupo principal
    [discussion] 💬 <b>{ $chat }</b>: grupo de debate
    [group] 👥 <b>{ $chat }</b>: grupo
   *[channel] 📣 <b>{ $chat }</b>: canal
}
# $inside, $waiting: people.
offerplaces-counts = <b>Dentro:</b> { $inside } · <b>Aún no:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ Enlaces enviados: { $done } de { $total }
offerplaces-closing = ⏳ Accesos retirados: { $done } de { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 Falta algo allí. Tócalo para verlo.
# A button.
offerplaces-add = ➕ Añadir un chat
# $count: chats.
offerplaces-full = Tienes { $count } chats, que es el máximo. Para añadir otro, quita uno.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ Quien pierde el acceso puede seguir leyendo y escribiendo en el grupo de debate “{ $chat }”. Todavía no me ocupo de él.
offerplaces-linked-unnamed = ⚠️ Quien pierde el acceso puede seguir leyendo y escribiendo en el grupo de debate de tu canal. Todavía no me ocupo de él.
offerplaces-include = 💬 Incluir el grupo
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = Para incluirlo, toca { $button } en la página del canal cuando esté a la venta.
offerplaces-unlinked = ⚠️ “{ $chat }” ya no es el grupo de debate de tu canal. Sigue en tu oferta hasta que lo quites.

## One chat.

offerplaces-main-stays = Esto es lo que vendes, así que no puedes quitarlo. Para vender otro, toca ⚙️ Ajustes y elígelo allí. Para dejar de vender, pausa las ventas.
offerplaces-take-away = 🗑 Quitarlo

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>Añadir un chat a { $title }</b>
offerplaces-choose-ask = Elige un canal privado o un grupo privado. Necesito allí { $rights }, y tú también.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>¿Añadir el grupo “{ $chat }” a { $title }?</b>
   *[channel] 📣 <b>¿Añadir el canal “{ $chat }” a { $title }?</b>
}
offerplaces-open-touches = { $count ->
    [0] Ahora mismo nadie tiene acceso, así que no envío enlaces.
    [one] Así entra { $count } persona: recibe su propio enlace.
   *[other] Así entran { $count } personas: cada una recibe su propio enlace.
}
# How long it takes.
offerplaces-minutes = { $minutes ->
    [one] Tarda más o menos { $minutes } minuto.
   *[other] Tarda más o menos { $minutes } minutos.
}
offerplaces-open-later = Quien compre acceso más tarde también entra. Cuando termina el acceso de alguien, lo expulso de allí. Nunca expulso a administradores.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>¿Quitar el grupo “{ $chat }” de { $title }?</b>
   *[channel] 🗑 <b>¿Quitar el canal “{ $chat }” de { $title }?</b>
}
offerplaces-close-touches = { $count ->
    [0] Nadie tiene que salir.
    [one] Afecta a { $count } persona: si está dentro, la expulso; si no, cierro su enlace.
   *[other] Afecta a { $count } personas: expulso a quienes están dentro y cierro los enlaces de las demás.
}
offerplaces-close-stays = Los administradores se quedan, y también quien tiene acceso por otra oferta tuya. Tus otros chats siguen como están.
offerplaces-yes-open = ✅ Sí, añadirlo
offerplaces-yes-close = 🗑 Sí, quitarlo
offerplaces-no = ✕ No

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>Dando acceso al grupo “{ $chat }”</b>
   *[channel] 📣 <b>Dando acceso al canal “{ $chat }”</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>Expulsando del grupo “{ $chat }”</b>
   *[channel] 🗑 <b>Expulsando del canal “{ $chat }”</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>Enlaces enviados:</b> { $done } de { $total }
offerplaces-removed = <b>Hecho:</b> { $done } de { $total }
offerplaces-done-open = ✅ <b>Todos los que tienen acceso tienen un enlace a “{ $chat }”</b>
offerplaces-done-close = ✅ <b>“{ $chat }” ya no forma parte de { $title }</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = Añadido. Si alguien tiene acceso ahora, le envío su enlace y te aviso cuando termine.
offerplaces-closed = Quitado. Si alguien tiene que salir, lo expulso de allí y te aviso cuando termine.
offerplaces-has-it = Ese chat ya está en tu oferta.
offerplaces-posts = En ese canal se publican ofertas para todos, así que nadie pagaría por él. Elige un canal o un grupo privado.
offerplaces-other-owner = Otra persona vende aquí acceso a ese chat. Elige otro.
offerplaces-discussion-without-bot = No soy administrador del grupo de debate. Toca Añadir al grupo, elígelo y deja los permisos activados. Luego toca Comprobar otra vez.
# $max: chats.
offerplaces-too-many = Tienes { $max } chats, que es el máximo. Quita uno primero.
offerplaces-not-there = Ese chat ya no está en tu oferta.
offerplaces-asked-again = Tu sí llegó tarde, o algo cambió mientras tanto. Así está ahora.
