### What a manager does for one person: give days, end access, ban, lift a ban.

support-heading = { $ruling ->
    [grant] <b>🎁 Dar días · { $title }</b>
    [revoke] <b>✂️ Quitar acceso ya · { $title }</b>
    [ban] <b>🚫 Suspender · { $title }</b>
    [unban] <b>✅ Quitar suspensión · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = ¿Quién es? Envíame su @usuario o su ID de Telegram.
support-ask-days = { $person ->
    [unknown] ¿Cuántos días das? Toca un número o envíame uno de 1 a { $max }.
   *[other] ¿Cuántos días le das a { $person }? Toca un número o envíame uno de 1 a { $max }.
}
support-about-to = { $ruling ->
    [grant] Vas a darle { $time } de acceso a { $person }.
    [grant_for_ever] Vas a darle acceso para siempre a { $person }.
    [revoke] Vas a terminar ahora el acceso de { $person }.
    [ban] Vas a suspender a { $person }.
    [unban] Vas a quitar la suspensión a { $person }.
   *[none] ¿Qué hacemos con { $person }?
}
support-ask-reason = Puedes enviarme un motivo en pocas palabras. Queda en el registro y esa persona nunca lo ve.
support-skip-reason = Omitir el motivo
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = Sin acceso.
support-access-until = { $time ->
    [for_ever] Acceso para siempre.
   *[other] Acceso hasta el { $time }.
}
support-access-ended = El acceso terminó el { $time }.
support-is-banned = 🚫 Suspensión activa.
support-give-days = 🎁 Dar días
support-give-for-ever = ♾ Dar para siempre
support-end-access = ✂️ Quitar acceso ya
support-lift-ban = ✅ Quitar suspensión
support-ban = 🚫 Suspender

## The page on which it is confirmed.

support-who = <b>Quién:</b> { $person }
support-time = <b>Acceso que se añade:</b> { $time }
support-why = <b>Motivo:</b> { $reason }
support-means = { $ruling ->
    [grant] Entra como si lo hubiera comprado. Le aviso de los días, no del motivo.
    [grant_for_ever] Entra como si lo hubiera comprado, sin recordatorios ni fecha de salida. Le aviso del acceso, no del motivo.
    [revoke] Pierde todos sus días, también los comprados. Si las eliminaciones están activadas, elimino a esta persona y le aviso. No se mueve dinero.
    [ban] Queda fuera, ningún enlace le da acceso y no puede comprar. Sus días siguen corriendo. No se mueve dinero.
   *[unban] Puede comprar otra vez. Si le quedan días, le envío un enlace.
}
support-confirm = { $ruling ->
    [grant] ✅ Sí, dar { $time }
    [grant_for_ever] ✅ Sí, para siempre
    [revoke] ✅ Sí, quitar acceso
    [ban] ✅ Sí, suspender
   *[unban] ✅ Sí, quitar suspensión
}
support-done = { $ruling ->
    [revoke] ✔️ Acceso quitado. Si las eliminaciones están activadas, ahora elimino a esta persona.
    [ban] ✔️ Suspensión hecha. Ahora elimino a esta persona.
   *[unban] ✔️ Suspensión quitada.
}
support-done-grant = { $until ->
    [unknown] ✔️ Acceso añadido: { $time }.
    [for_ever] ✔️ Ahora tiene acceso para siempre.
   *[other] ✔️ Acceso añadido: { $time }. Tiene acceso hasta el { $until }.
}
support-not-reachable = ⚠️ Todavía no puedo escribirle. Pídele que me abra, toque INICIAR y envíe /mysubs para entrar.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>No pude suspender a alguien o quitar su suspensión</b>
support-telegram-says = <b>Telegram dice:</b> { $reason }
support-ban-administrator = Telegram no me deja suspender a un administrador, así que deshice la suspensión. Quítale el cargo de administrador en Telegram y suspende a esta persona otra vez.
support-ban-refused = Abre el canal o grupo, toca su nombre, luego Administradores (en un grupo: Editar → Administradores), elígeme y activa <b>{ $right }</b>. Sigo intentándolo.

support-not-sold-to-you = 🚫 { $title } no está disponible para ti. ¿Dudas? /paysupport

## Answers, above a page. Plain text.

support-person-missing = Primero elige a la persona. Envíame su @usuario o su ID de Telegram.
support-user-unknown = Ese usuario no existe. Envíame su @usuario o su ID de Telegram.
support-username-unknown = Por nombre solo encuentro a compradores, miembros y gestores de aquí. Envíame su ID de Telegram.
support-nothing-to-confirm = No queda nada por confirmar. Toca 🎁 Dar acceso para empezar de nuevo.
support-not-given-days = Envíame un número entero de días, de 1 a { $max }, o “para siempre”.
support-not-a-reason = Envíame un motivo de entre 1 y { $max } caracteres.
support-banned-unban-first = Tiene una suspensión. Quítala primero y luego da días.
support-no-private-channel = Todavía no hay un canal o grupo privado al que darle acceso. Elige uno en ⚙️ Ajustes.
support-no-access-to-end = No tiene acceso que quitar.
support-has-for-ever = Ya tiene acceso para siempre, así que más días no cambian nada. Si prefieres un plazo, quítale primero el acceso.
support-banned-already = Ya tiene una suspensión.
support-on-team = Está en el equipo o es administrador en Telegram. Primero quítale el rol, aquí y en Telegram. Después podrás suspender a esta persona.
support-not-banned = No tiene ninguna suspensión.
