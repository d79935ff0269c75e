### Who runs a channel with its owner. $title: the channel's name. $role: a role, such as "manager" or "viewer".

team-title = 👥 <b>Tu equipo en { $title }</b>
team-empty = Todavía no hay nadie.
team-choose = Toca a alguien para cambiar lo que puede hacer.
team-roles = Un gestor puede hacer todo menos cambiar el equipo, elegir los canales y grupos o mostrar este en /start. Un observador no puede cambiar nada.

team-person = 👤 { $person } ({ $role })
team-add-manager = ➕ Añadir un gestor
team-add-viewer = ➕ Añadir un observador
team-make-viewer = 👀 Hacer observador
team-make-manager = 🛠 Hacer gestor
team-transfer = 🔑 Transferir la oferta
team-dismiss = 🗑 Quitar del equipo

team-member = 👤 <b>{ $person }</b> en { $title }: { $role }

## An invitation, to be forwarded.

team-invitation = { $role ->
    [manager] ✉️ <b>Envía este enlace a tu nuevo gestor:</b>
   *[read_only] ✉️ <b>Envía este enlace a tu nuevo observador:</b>
}
team-invitation-how = { $role ->
    [manager] La primera persona que lo abra será gestor de { $title }. Funciona una vez y vence en un día.
   *[read_only] La primera persona que lo abra será observador de { $title }. Funciona una vez y vence en un día.
}
team-forward = ↗️ Reenviar

## Giving the channel away.

team-transfer-asked = 🔑 <b>¿Transferir { $title } a { $person }?</b>
team-transfer-id = Su ID de Telegram: <code>{ $id }</code>
team-transfer-means = Recibe todo: los ajustes, las ventas y sus avisos. Te quedas sin rol, y solo esa persona puede devolvértelo.
team-transfer-yes = 🔑 Sí, transferirlo
team-transfer-no = ✕ No, conservarlo

## Answers: above a page, or as a message. Plain text.

team-not-on-team = Ya no está en este equipo.
team-too-many = Un equipo tiene { $max } personas como máximo. Quita a alguien primero.
team-role-changed = Cambiado. Le avisé.
team-removed = Ya no está en el equipo. Le avisé.
team-invitation-over = Esta invitación se usó o venció. Pide otra al propietario.
team-full = Este equipo ya tiene el máximo de gestores. El propietario puede quitar a alguien primero.
team-invitation-for-another = { $role ->
    [manager] Este enlace es para otra persona. Reenvíalo al nuevo gestor de “{ $title }”.
   *[read_only] Este enlace es para otra persona. Reenvíalo al nuevo observador de “{ $title }”.
}
team-invitation-accepted = { $role ->
    [manager] Ahora eres gestor de “{ $title }”. Envía /channels para abrirlo.
   *[read_only] Ahora eres observador de “{ $title }”. Envía /channels para abrirlo.
}
team-invitation-taken-up = { $role ->
    [manager] Invitación aceptada: { $person } ahora es gestor de “{ $title }”.
   *[read_only] Invitación aceptada: { $person } ahora es observador de “{ $title }”.
}
team-role-given = { $role ->
    [manager] El propietario te hizo gestor de “{ $title }”. Envía /channels para abrirlo.
   *[read_only] El propietario te hizo observador de “{ $title }”. Envía /channels para abrirlo.
}
team-role-taken = Ya no gestionas “{ $title }”. El propietario quitó tu rol.
team-heir-not-administrator = No es administrador del canal o grupo privado. Dale ese cargo en Telegram y toca el botón otra vez.
team-heir-not-poster = No es administrador del canal público. Dale ese cargo en Telegram con { $right } y toca el botón otra vez.
team-heir-lacks-rights = { $use ->
    [public] Necesita { $rights } en el canal público. Dáselo en Telegram y toca el botón otra vez.
   *[private] Necesita { $rights } en el canal o grupo privado. Dáselo en Telegram y toca el botón otra vez.
}
team-channel-received = “{ $title }” ahora es tuyo. Te lo transfirió su propietario anterior. Envía /channels para abrirlo.
team-channel-received-without-posts = “{ $title }” ahora es tuyo. Te lo transfirió su propietario anterior. No soy administrador de su canal público, así que ya no publico allí. Elige otro en ⚙️ Ajustes. Envía /channels para abrirlo.
team-channel-given-away = “{ $title }” ya no es tuyo. Lo transferiste, así que ya no te envío avisos de sus ventas.
team-transferred = Listo. “{ $title }” tiene un nuevo propietario.
