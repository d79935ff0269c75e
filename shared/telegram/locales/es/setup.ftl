### Setting up a channel: a page for each question, and what leads there.

## Offers to set up.

setup-offered = 🆕 <b>Me añadieron a:</b>
setup-offered-ask = ¿Quieres vender acceso o recibir donaciones? Lleva cinco minutos, todo aquí mismo.
setup-offered-yes = 🛠 Configurar
setup-offered-no = 🕓 Ahora no
setup-groups-never = 👥 Aquí solo pueden vender acceso las personas que elige quien administra este bot. Puedes eliminarme del grupo.
setup-group-added = 👥 <b>Me añadieron a { $title }</b>
setup-group-basic = Es un grupo básico, y solo puedo vender acceso a un supergrupo. Telegram lo convierte así: abre el grupo → Editar → Historial de chat para nuevos miembros → Visible. Luego envía /setup.
setup-group-not-administrator = Para vender acceso a él, hazme administrador. Necesito { $rights }. Si no, no hay nada que hacer: en el grupo no escribo.
setup-group-promote = ➕ Hacerme administrador
setup-add-to-channel = ➕ Añadir al canal
setup-add-to-group = ➕ Añadir al grupo

## Who may set up, and a channel that its creator takes back.

setup-closed = Aquí solo pueden configurar canales y grupos las personas que elige quien administra este bot.
setup-closed-id = Para que te añada, envíale tu ID de Telegram: <code>{ $id }</code>
setup-claimable = 🔑 Otra persona configuró un canal o grupo que creaste tú. Puedes reclamarlo.
setup-claim = 🔑 Reclamar { $title }
setup-claim-asked = 🔑 <b>¿Reclamar { $title }?</b>

    { $person } lo configuró aquí. Tú creaste el chat en Telegram, así que puedes reclamarlo con sus miembros, ajustes y ventas. Esa persona pierde su rol y le aviso.
setup-claim-yes = 🔑 Sí, reclamarlo
setup-claim-no = ✕ No

## What the pages share.

setup-heading = 🛠 <b>Configurar { $title }</b>
setup-heading-unnamed = 🛠 <b>Configurar lo que vendes</b>
setup-keep = 👌 Dejar “{ $text }”
setup-leave-empty = 🗑 Dejar vacío
setup-skip = ⏭ Omitir
setup-now = <b>Ahora:</b> { $text }

## The channels. $invite, $ban, $post: Telegram's names of rights, in quotes.

setup-private = <b>¿Qué canal o grupo privado vendes?</b>
    Doy acceso a los compradores y los elimino cuando termina. Necesito dos permisos allí: { $invite } y { $ban }.
setup-private-none = Primero añádeme como administrador a tu canal o grupo privado.
setup-private-choose = Elígelo o añádeme a otro.
setup-public = <b>¿Tienes también un canal público?</b>
    Allí publico lo que vendes, para que todos lo vean. Necesito { $post } en ese canal. Sin él, compartes el enlace por tu cuenta.
setup-chat = { $kind ->
    [supergroup] 👥 { $title }
   *[channel] 📣 { $title }
}
setup-public-none = 🚫 Ninguno
setup-pick = 📣 Elegir un canal
setup-pick-group = 👥 Elegir un grupo
setup-picker = 👇 <b>Toca “{ $button }” debajo del campo de texto.</b>
    { $kind ->
        [supergroup] Telegram muestra tus grupos y me da los permisos que necesito en el que elijas.
       *[channel] Telegram muestra tus canales y me da los permisos que necesito en el que elijas.
    }
setup-picked = 👌 Elegiste { $title }.
setup-picker-closed = ⌨️ Esa pregunta está cerrada, así que quité su botón.

## The texts.

setup-title = <b>¿Cómo se llama?</b>
    { $kind ->
        [supergroup] Los compradores ven este nombre en la lista, en su factura y en cada mensaje. Escríbelo o deja el nombre del grupo.
       *[channel] Los compradores ven este nombre en la lista, en su factura y en cada mensaje. Escríbelo o deja el nombre del canal.
    }
setup-description = <b>¿Qué reciben los compradores?</b>
    Unas pocas frases, que se muestran encima de los precios. Escríbelas aquí.
setup-donation = <b>¿Qué les dices a los donantes?</b>
    Lo leen encima del teclado. Escríbelo u omítelo.

## The tiers.

setup-tiers = <b>¿Cuánto cuesta el acceso?</b>
setup-tiers-first = Añade un plan: un nombre, un precio y cuánto dura. Puedes tener hasta { $max }.
setup-tiers-remove = Toca un plan para quitarlo.
setup-tier-remove = 🗑 { $tier } · { $price } · { $duration }
setup-tier-add = ➕ Añadir un plan
setup-donations-only = 💝 Solo donaciones
setup-tiers-done = ✅ Listo
setup-tier-name = <b>¿Cómo se llama este plan?</b>
    Por ejemplo, “Oro”. Escríbelo o toca uno.
setup-tier-basic = Básico
setup-tier-gold = Oro
setup-tier-vip = VIP
setup-tier-price = <b>¿Cuánto cuesta “{ $tier }” en dólares estadounidenses?</b>
    Escríbelo, desde { $least }, por ejemplo 29,99. O toca uno.
setup-tier-days = <b>¿Cuántos días dura “{ $tier }”?</b>
    Escribe el número o toca uno.

## The rest.

setup-notifications = <b>¿Quieres un mensaje por cada venta?</b>
    Aquí, en este chat. Puedes cambiarlo cuando quieras.
setup-notifications-on = 🔔 Sí, aquí
setup-notifications-off = 🔕 No
setup-grace = <b>¿Cuánto pueden quedarse los miembros cuando termina su acceso?</b>
    Es el periodo de gracia. Escribe un número de horas, hasta { $max }, o toca uno.
setup-grace-hours = { $count ->
    [0] Nada
    [one] { $count } hora
   *[other] { $count } horas
}
setup-tolerance = <b>¿Qué parte de un precio puede faltar?</b>
    El precio de las criptomonedas varía y las billeteras cobran comisiones, así que a un pago puede faltarle un poco. Escribe un porcentaje, hasta { $max }, o toca uno.
setup-percent = { $count } %

## The last page, with everything that was chosen.

setup-review = <b>¿Está todo bien?</b>
setup-review-private = { $kind ->
    [supergroup] <b>Grupo privado:</b> { $title }
   *[channel] <b>Canal privado:</b> { $title }
}
setup-review-public = <b>Canal público:</b> { $title }
setup-review-title = <b>Nombre:</b> { $title }
setup-review-description = <b>Descripción:</b> { $text }
setup-review-no-tiers = <b>Planes:</b> ninguno, solo donaciones
setup-review-donation = <b>Para donantes:</b> { $text }
setup-review-notifications = { $state ->
    [on] <b>Avisos de venta:</b> aquí
   *[off] <b>Avisos de venta:</b> desactivados
}
setup-review-grace = { $hours ->
    [0] <b>Periodo de gracia:</b> no hay
    [one] <b>Periodo de gracia:</b> { $hours } hora
   *[other] <b>Periodo de gracia:</b> { $hours } horas
}
setup-start = ✅ Empezar a vender

## Answers: above a page, or to a tap. Plain text.

setup-ended = Esta configuración ya terminó. Envía /channels para ver tus ofertas o /setup para empezar otra.
setup-changed = Esto cambió. Envía /setup para ver cómo está ahora.
setup-cancelled = Cancelado. No hay nada a la venta y olvidé lo que escribiste. Envía /setup para empezar de nuevo.
setup-postponed = De acuerdo. Envía /setup cuando quieras.
setup-nothing-to-type = Aquí no hay nada que escribir. Toca uno de los botones.
setup-on-sale = Ya está a la venta. Comparte los enlaces de abajo. Con /channels vuelves aquí.
setup-private-missing = Toca « Atrás y elige lo que quieres vender.
setup-private-just-taken = Otra persona acaba de ponerlo a la venta. Toca « Atrás y elige otro.
setup-public-just-sold = Alguien vende ahora acceso a tu canal público, así que no puedo publicar allí. Toca « Atrás y elige otro.
setup-not-claimable = Solo quien creó el chat en Telegram puede reclamarlo aquí. Envía /setup para ver los tuyos.
setup-claimed = Esta oferta ahora es tuya. Su propietario anterior ya no tiene ningún rol aquí. Le avisé.
setup-claimed-without-posts = Esta oferta ahora es tuya. Su propietario anterior ya no tiene ningún rol aquí. Tú no puedes publicar en su canal público, así que yo tampoco lo hago. Elige otro en ⚙️ Ajustes.
setup-claimed-from-you = “{ $title }” ya no es tuyo aquí. Lo reclamó quien lo creó en Telegram. Ya no recibirás avisos de sus ventas.
setup-choose-among-yours = Ya no lo veo entre los tuyos. Elige uno de estos.
setup-not-among-yours = Ya no lo veo entre los tuyos. Asegúrate de que tú y yo somos administradores allí.
setup-sold-already = Ya forma parte de una oferta aquí. Elige otro.
setup-basic-group = Es un grupo básico, y solo puedo vender acceso a un supergrupo. Telegram lo convierte así: abre el grupo → Editar → Historial de chat para nuevos miembros → Visible. Luego toca Comprobar otra vez.
setup-group-not-posted = Solo publico en canales, no en grupos. Elige un canal o ninguno.
setup-private-inhabited = No puedes cambiar lo que vendes mientras alguien tenga acceso o siga dentro. Pausa las ventas y vuelve cuando haya salido el último miembro.
setup-private-changed = Ya está a la venta.
setup-public-changed = A partir de ahora publico allí y elimino mis publicaciones de otros sitios.
setup-public-dropped = Ya no publico en ningún sitio y elimino mis publicaciones.
setup-bot-not-administrator = { $kind ->
    [supergroup] No soy administrador de “{ $title }”. Abre el grupo, toca su nombre, luego Editar → Administradores → Añadir administrador, elígeme y toca Comprobar otra vez.
    [channel] No soy administrador de “{ $title }”. Abre el canal, toca su nombre, luego Administradores → Añadir administrador, elígeme y toca Comprobar otra vez.
   *[unknown] No soy administrador de “{ $title }”. Ábrelo, toca su nombre, luego Administradores (en un grupo: Editar → Administradores). Añádeme y toca Comprobar otra vez.
}
setup-user-not-administrator = Telegram dice que no eres administrador de “{ $title }”. Pide a quien lo creó que te haga administrador y toca Comprobar otra vez.
setup-own-rights-missing = Necesitas { $rights } en “{ $title }”. Solo hago lo que Telegram te permite a ti. Pídeselo a quien lo creó y toca Comprobar otra vez.
setup-chat-is-public = { $kind ->
    [supergroup] Cualquiera puede unirse a “{ $title }” con { $name }, así que nadie tiene que pagar. Hazlo privado: abre el grupo → Editar → Tipo de grupo → Grupo privado. Luego toca Comprobar otra vez. O elige otro.
   *[channel] Cualquiera puede unirse a “{ $title }” con { $name }, así que nadie tiene que pagar. Hazlo privado: abre el canal → Editar → Tipo de canal → Canal privado. Luego toca Comprobar otra vez. O elige otro.
}
setup-rights-missing = { $kind ->
    [supergroup] Todavía necesito { $rights } en “{ $title }”. Abre el grupo, toca su nombre, luego Editar → Administradores → mi nombre, activa lo que falta y toca Comprobar otra vez.
   *[channel] Todavía necesito { $rights } en “{ $title }”. Abre el canal, toca su nombre, luego Administradores → mi nombre, activa lo que falta y toca Comprobar otra vez.
}
