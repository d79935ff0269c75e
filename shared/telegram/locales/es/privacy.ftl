### The command /privacy: what is stored about the reader.

privacy-title = 🔒 <b>Qué guardo sobre ti</b>
privacy-topic = { $what } { $kept } { $seen }

## What is stored, and why.

privacy-account = <b>Tu cuenta:</b> tu ID de Telegram, nombre, @usuario e idioma, para poder escribirte.
privacy-orders = <b>Pedidos y pagos:</b> lo que compraste o donaste, con importes, criptomonedas y fechas, y tu nota al propietario, para que cada pago cuente. Si donas en anónimo, el propietario no sabe quién eres, salvo que le escribas sobre esa donación. NOWPayments recibe el pago y conoce qué se compra, su precio y el número del pedido, que contiene tu ID de Telegram y el del canal, pero no tu nombre.
privacy-access = <b>Acceso:</b> qué canales y grupos pagaste o en cuáles estás, hasta cuándo, tus enlaces, tus suspensiones si las hay y lo que decidieron los propietarios, para que entres y sigas dentro.
privacy-lists = <b>Listas de miembros:</b> si el propietario de un canal me dio una lista de sus miembros y estás en ella: tu ID o @usuario, hasta cuándo tienes acceso y la nota del propietario, para que sigas dentro o puedas entrar. Un @usuario que aún no conozco espera hasta esa fecha, un año como máximo.
privacy-messages = <b>Mensajes:</b> lo que me envías y lo que te envío, para que nada se pierda ni se haga dos veces.
privacy-talks = <b>Mensajes entre tú y los propietarios:</b> qué mensaje es de qué pedido, para que la respuesta llegue a su destino. Olvido el texto en cuanto se entrega.
privacy-amounts = <b>Donaciones que empiezas:</b> lo que tocas en el teclado y una nota que aún no has enviado.
privacy-answers = <b>Tus respuestas:</b> lo que escribes mientras configuras un canal o grupo o cambias un ajuste.
privacy-team = <b>Canales y grupos que gestionas:</b> tu rol, quién te invitó y adónde van los avisos.

## For how long. Whole sentences.

privacy-kept-bot = Se guarda mientras funcione este bot.
privacy-kept-use = Se guarda hasta que termines.
privacy-kept-days = { $days ->
    [one] Se elimina en { $days } día como máximo, salvo que pertenezca a un pedido.
   *[other] Se elimina en { $days } días como máximo, salvo que pertenezca a un pedido.
}
privacy-kept-days-always = { $days ->
    [one] Se elimina en { $days } día como máximo.
   *[other] Se elimina en { $days } días como máximo.
}

## Who sees it, beside the person who runs the bot. Whole sentences.

privacy-seen-channel = Lo ven el propietario y el equipo del canal o grupo.
privacy-seen-payees = Los propietarios y equipos de los canales y grupos con los que tratas ven tu ID y tus nombres.
privacy-seen-both = Solo lo ven las dos partes.
privacy-seen-nobody = Ningún propietario lo ve.

privacy-stars = Si pagas con Telegram Stars, el pago lo cobra Telegram y NOWPayments no se entera de nada.
privacy-ask = Quien administra este bot puede verlo todo, incluso si es propietario de un canal o grupo al que donaste en anónimo. ¿Tienes dudas o quieres que se elimine algo? Escríbele a un propietario con /paysupport. Puede pasárselo a quien administra este bot.
