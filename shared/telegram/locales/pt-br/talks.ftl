## Buttons: three words at most, but for the first.

talks-write = ✉️ Escrever ao dono
talks-answer = ↩️ Responder
talks-write-more = ✉️ Escrever mais
talks-block = 🚫 Bloquear
talks-unblock = ✓ Desbloquear
talks-order-button = ✉️ { $amount }, { $title }

## Before something is written.

talks-which-order = ✉️ <b>Escrever ao dono</b>
    É sobre qual pedido?
talks-orders-left-out = Mostrando { $shown } de { $all }. Para outro pedido, toque em 📜 na mensagem dele e depois em ✉️.
talks-question-to-owner = ✉️ <b>Escrever ao dono de { $title }</b>
talks-question-to-buyer = ✉️ <b>Responder a { $person }</b>
talks-how-to-owner = Envie sua mensagem agora: texto de até { $most } caracteres. O dono vê seu nome e este pedido.
talks-how-anonymous = Você doou no anonimato. Se escrever, o dono fica sabendo que foi você.
talks-how-to-buyer = Envie sua mensagem agora: texto de até { $most } caracteres. Ela chega em nome do “dono de { $title }”, sem o seu.

talks-order-line = { $order }: { $state ->
    [paid] pago
    [refunded] devolvido
    [decision] precisa da decisão do dono
    [part] já chegou { $received }
    [pending] pagamento a caminho
    [expired] não pago, a cobrança expirou
    [cancelled] cancelado
    [refused] não foi possível criar a cobrança
   *[open] ainda não pago
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>Mensagem de { $person } para você</b>
talks-from-owner = ✉️ <b>Mensagem do dono de { $title } para você</b>
talks-reply-to-buyer = Para responder, use Responder nesta mensagem. Seu nome não aparece.
talks-reply-to-owner = Para responder, use Responder nesta mensagem.

## What becomes of it.

talks-sent-to-owner = ✉️ Enviada ao dono de { $title }. A resposta chega aqui.
talks-sent-to-buyer = ✉️ Enviada para { $person }.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ Sua mensagem pode não ter chegado ao dono de { $title }. Tente de novo mais tarde.
   *[no] ⚠️ Sua mensagem não chegou ao dono de { $title }. Tente de novo mais tarde.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ Sua resposta pode não ter chegado a { $person }. Tente de novo mais tarde.
   *[no] ⚠️ Sua resposta não chegou a { $person }. Tente de novo mais tarde.
}
talks-blocked-owner = 🚫 Você bloqueou as mensagens do dono de { $title }. Continuo escrevendo sobre seus pedidos.
talks-blocked-buyer = 🚫 Você bloqueou as mensagens de { $person } sobre { $title }.

## Answers. Plain text, 200 characters at most.

talks-cancelled = Nada foi enviado.
talks-unblocked = Desbloqueado. As mensagens podem chegar de novo.
talks-without-order = Você pode escrever a um dono sobre um pedido, e ainda não tem nenhum. Abra primeiro o link da oferta.
talks-own-channel = O dono aqui é você, então não há outra pessoa a quem escrever.
talks-not-yours = Só quem comprou e o dono atual de { $title } podem escrever aqui. Nada foi enviado.
talks-owner-takes-none = O dono de { $title } não recebe mensagens suas. Nada foi enviado.
talks-buyer-takes-none = Quem comprou não recebe mensagens de { $title }. Nada foi enviado.
talks-too-often = Não posso repassar mais mensagens agora. Nada foi enviado. Tente de novo em { $minutes ->
    [one] { $minutes } minuto.
   *[other] { $minutes } minutos.
}
talks-too-often-hours = Não posso repassar mais mensagens agora. Nada foi enviado. Tente de novo em { $hours ->
    [one] { $hours } hora.
   *[other] { $hours } horas.
}
talks-not-text = Só posso repassar texto. Nada foi enviado.
talks-empty = Não há texto na mensagem. Nada foi enviado.
talks-too-long = { $length ->
    [one] Tem { $length } caractere, e posso repassar { $most } de uma vez. Nada foi enviado.
   *[other] São { $length } caracteres, e posso repassar { $most } de uma vez. Nada foi enviado.
}
