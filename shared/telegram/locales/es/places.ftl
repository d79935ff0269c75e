### The chats of a channel: the private one that is sold, the public one with the posts, and the one that gets sales news.

places-right-invite = “Invitar con un enlace”
places-right-ban = “Suspender usuarios”
places-right-post = “Publicar mensajes”
places-right-other = “{ $right }”

places-chat = “{ $title }”
places-chat-unnamed = chat { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>No soy administrador del canal privado “{ $chat }”</b>
    [group] 🚨 <b>No soy administrador del grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>No soy administrador de “{ $chat }”</b>
   *[public] 🚨 <b>No soy administrador del canal público “{ $chat }”</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>Necesito { $rights } en el canal privado “{ $chat }”</b>
    [group] 🚨 <b>Necesito { $rights } en el grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>Necesito { $rights } en “{ $chat }”</b>
   *[public] 🚨 <b>Necesito { $rights } en el canal público “{ $chat }”</b>
}
places-no-posts = No puedo publicar ni actualizar tu oferta allí. Las ventas continúan.
places-no-entry = No puedo dar acceso a nadie, así que no hay nada a la venta. En cuanto pueda, entrarán todos los que pagaron.
places-no-entry-extra = No puedo dar acceso a nadie ahí. En cuanto pueda, entrarán todos los que pagaron. Las ventas siguen.
places-no-removals = No puedo eliminar a los miembros cuando termina su acceso. Las ventas continúan.
places-add-me = { $kind ->
    [supergroup] Abre el grupo, toca su nombre, luego Editar → Administradores → Añadir administrador, y elígeme.
   *[channel] Abre el canal, toca su nombre, luego Administradores → Añadir administrador, y elígeme.
}
places-switch-on = { $kind ->
    [supergroup] Abre el grupo, toca su nombre, luego Editar → Administradores, elígeme y activa { $rights }.
   *[channel] Abre el canal, toca su nombre, luego Administradores, elígeme y activa { $rights }.
}

places-works = { $use ->
    [private] ✅ <b>Todo funciona otra vez en el canal privado “{ $chat }”</b>
    [group] ✅ <b>Todo funciona otra vez en el grupo privado “{ $chat }”</b>
    [extra] ✅ <b>Todo funciona otra vez en “{ $chat }”</b>
   *[public] ✅ <b>Todo funciona otra vez en el canal público “{ $chat }”</b>
}
places-works-means = { $use ->
    [private] Puedo dar acceso y eliminar miembros. Quienes ya pagaron entran ahora.
    [extra] Puedo dar acceso y eliminar miembros. Quienes ya pagaron entran ahora.
   *[public] Puedo publicar tu oferta allí.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>Telegram no encuentra el canal privado “{ $chat }”</b>
    [group] 🚨 <b>Telegram no encuentra el grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>Telegram no encuentra “{ $chat }”</b>
   *[public] 🚨 <b>Telegram no encuentra el canal público “{ $chat }”</b>
}
places-gone-means = { $use ->
    [private] Se eliminó o nunca estuve en él. No hay nada a la venta, y ya no doy acceso ni elimino miembros.
    [group] Se eliminó o nunca estuve en él. No hay nada a la venta, y ya no doy acceso ni elimino miembros.
    [extra] Se eliminó o nunca estuve ahí. Ya no doy acceso ni elimino miembros ahí. Las ventas siguen.
   *[public] Se eliminó o nunca estuve en él, así que tu oferta no está publicada. Las ventas continúan.
}
places-gone-nobody = A nadie le quedan días.
places-gone-people = { $count ->
    [one] A { $count } suscriptor le quedan días:
   *[other] A { $count } suscriptores les quedan días:
}
places-gone-person = { $time ->
    [for_ever] • { $person }: para siempre
   *[other] • { $person }: hasta el { $time }
}
places-gone-more = y { $count } más
places-gone-next = { $use ->
    [private] Elige otro canal privado y enviaré un enlace a todos los que tengan días. O pausa las ventas y devuelve el dinero.
    [group] Elige otro grupo o canal privado y enviaré un enlace a todos los que tengan días. O pausa las ventas y devuelve el dinero.
    [extra] Toca { $button } para quitarlo o para añadir otro.
   *[public] Elige otro canal público o ninguno.
}
places-choose-another = 📣 Elegir otro

## The same in one line, on the channel's page.

places-line-gone = { $use ->
    [private] 🚨 El canal privado ya no existe. Mira en ⚙️ Ajustes.
    [group] 🚨 El grupo privado ya no existe. Mira en ⚙️ Ajustes.
    [extra] 🚨 Telegram no encuentra “{ $chat }”.
   *[public] 🚨 El canal público ya no existe. Mira en ⚙️ Ajustes.
}
places-line-absent = { $use ->
    [private] 🚨 No soy administrador del canal privado.
    [group] 🚨 No soy administrador del grupo privado.
    [extra] 🚨 No soy administrador de “{ $chat }”.
   *[public] 🚨 No soy administrador del canal público.
}
places-line-lacking = { $use ->
    [private] 🚨 Necesito { $rights } en el canal privado.
    [group] 🚨 Necesito { $rights } en el grupo privado.
    [extra] 🚨 Necesito { $rights } en “{ $chat }”.
   *[public] 🚨 Necesito { $rights } en el canal público.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>No puedo entregar los avisos de venta a { $chat }</b>
places-unreachable-reason = <b>Motivo:</b> { $reason }
places-unreachable-not-started = Esa persona tiene que abrirme y tocar INICIAR.
places-unreachable-blocked = Esa persona tiene que desbloquearme.
places-unreachable-gone = Ya no existe. Elige otro chat para tus avisos.
places-unreachable-no-right = Añádeme allí otra vez si me eliminaron, déjame escribir y reabre el tema si está cerrado. O elige otro chat para tus avisos.
places-unreachable-kept = Guardo lo que no llegó y lo envío cuando el chat vuelva a funcionar. En 🔔 Notificaciones puedes verlo y enviarlo ya.

## A channel that changed its owner and opens chats that offers of another owner open, too.

# $title: the channel.
places-shared = 🔗 <b>{ $title } tiene un nuevo propietario y comparte chats con otro</b>
# $chat: the title of a chat. $other: the other owner's channel.
places-shared-chat = • «{ $chat }», que también abre { $other }
places-shared-next = Nadie pierde el acceso: cada chat sigue abierto a los miembros de ambos. Para terminarlo, uno de los dos quita el chat de su oferta. También puede hacerlo el operador de este bot.

## A main place that is a group, and the discussion group of a channel.

places-linked-group = ⚠️ Este grupo es el grupo de conversación de un canal. Quien está en ese canal puede abrirlo sin pagar. Desvincúlalo en Telegram o vende el canal.
