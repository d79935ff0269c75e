### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>Tu acceso a { $title } se renueva solo cada 30 días por { $stars }.</b>
renewals-begun-how = El próximo pago es el { $end }. Para detenerlo, abre Ajustes › Mis Estrellas en Telegram, o /mysubs aquí.
renewals-resumed = 🔁 <b>Tu acceso a { $title } vuelve a renovarse solo.</b>
renewals-resumed-how = { $end ->
    [over] El próximo pago de { $stars } se hace ahora.
   *[other] El próximo pago de { $stars } es el { $end }.
}
renewals-canceled = ✋ <b>Tu acceso a { $title } ya no se renueva solo.</b>
renewals-by-owner = ✋ <b>El propietario de { $title } detuvo tu renovación.</b>
renewals-stays = { $end ->
    [over] No se cobrará nada más.
    [for_ever] No se cobrará nada más. Tienes acceso para siempre.
   *[other] No se cobrará nada más. Tienes acceso hasta el { $end }.
}
renewals-failed = ⚠️ <b>Telegram no pudo cobrar { $stars } para renovar { $title }.</b>
renewals-failed-how = { $until ->
    [over] No se cobró nada. Añade Estrellas en Ajustes › Mis Estrellas de Telegram, o renueva aquí.
   *[other] No se cobró nada. Añade Estrellas en Ajustes › Mis Estrellas de Telegram, o renueva aquí. Puedes quedarte hasta el { $until }.
}
# A question, and its two buttons.
renewals-question = ✋ <b>¿Detener la renovación de { $title }?</b>
renewals-question-how = { $end ->
    [over] Solo una compra nueva puede hacer que se renueve otra vez.
    [for_ever] Conservas tu acceso para siempre.
   *[other] Conservas tu acceso hasta el { $end }. Solo una compra nueva puede hacer que se renueve otra vez.
}
renewals-stop = ✋ Detener renovación
renewals-keep = ↩️ Seguir renovando
# Toasts.
renewals-stopping = Deteniéndola. Te aviso cuando esté hecho.
renewals-nothing = No se renueva solo.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 Se renueva solo por { $stars }.
renewals-off = ✋ No se renueva solo.
renewals-last-failed = ⚠️ La última renovación falló.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person } no pudo pagar { $stars } para renovar { $title }.</b>
renewals-owner-failed-how = { $until ->
    [over] Le expliqué cómo renovar.
   *[other] Le expliqué cómo renovar. Puede quedarse hasta el { $until }.
}
renewals-owner-not-ended = 🚨 <b>No puedo detener la renovación de { $person } en { $title }.</b>
renewals-owner-not-ended-how = Pídele que la detenga en Ajustes › Mis Estrellas de Telegram. Puedes devolver todo lo que se cobre.
renewals-owner-question = ✋ <b>¿Detener la renovación de { $person } en { $title }?</b>
renewals-owner-question-how = { $end ->
    [over] No se cobra nada más. No podrá activarla de nuevo.
    [for_ever] No se cobra nada más y conserva su acceso para siempre.
   *[other] No se cobra nada más y conserva su acceso hasta el { $end }. No podrá activarla de nuevo.
}
# Respuesta a un gestor.
renewals-owner-stopping = Deteniéndola. Si Telegram se niega, aviso al propietario.
