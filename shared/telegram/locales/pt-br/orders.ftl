## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

orders-state = { $state ->
    [open] aguardando pagamento
    [cancelled] cancelado
    [refused] não foi possível criar a cobrança
    [settled] pago, obrigado
    [refunded] devolvido
   *[other] { $state }
}
orders-expired = não pago, a cobrança expirou
orders-part-of = { $received } de { $price }
orders-part = chegaram { $received } de { $price }
orders-part-confirming = chegaram { $received } de { $price }, outro pagamento está sendo confirmado
orders-part-unconfirmed = chegaram { $received } de { $price }, outro pagamento está há uma semana sem confirmação
orders-part-owner-decides = chegaram { $received } de { $price }, o dono vai decidir
orders-confirming = seu pagamento está sendo confirmado
orders-unconfirmed = seu pagamento está há uma semana sem confirmação
orders-owner-decides = o dono vai decidir sobre seu pagamento
orders-owner-decides-further = o dono vai decidir sobre outro pagamento
orders-paid-other = chegou { $amount }, obrigado
orders-both = { $first }; { $second }
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 Pagar agora: { $amount }
orders-pay-rest = 💳 Pagar o resto: { $amount }
orders-cancel = ✕ Cancelar
orders-donate-again = 💝 Doar de novo
orders-what-happened = 📜 O que aconteceu
orders-back = « Minhas assinaturas

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count ->
    [one] { $count } evento anterior omitido
   *[other] { $count } eventos anteriores omitidos
}</i>
orders-story-empty = Nada aconteceu ainda.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
orders-story-created = { $amount ->
    [unknown] Você fez o pedido.
   *[other] Você fez o pedido por { $amount }.
}
orders-story-invoiced = { $amount ->
    [unknown] Cobrança criada.
   *[other] Cobrança de { $amount } criada.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] Cobrança do resto criada.
   *[other] Cobrança do resto, { $amount }, criada.
}

orders-payment-waiting = Aguardando pagamento.
orders-payment-confirming = { $amount ->
    [unknown] Um pagamento apareceu e está sendo confirmado.
   *[other] Um pagamento de { $amount } apareceu e está sendo confirmado.
}
orders-payment-confirmed = { $amount ->
    [unknown] Um pagamento foi confirmado.
   *[other] Um pagamento de { $amount } foi confirmado.
}
orders-payment-sending = { $amount ->
    [unknown] Um pagamento está a caminho do dono.
   *[other] Um pagamento de { $amount } está a caminho do dono.
}
orders-payment-short = { $amount ->
    [unknown] Chegou um pagamento. A cobrança pedia mais.
   *[other] Chegou um pagamento de { $amount }. A cobrança pedia mais.
}
orders-payment-arrived = { $amount ->
    [unknown] Chegou um pagamento.
   *[other] Chegou um pagamento de { $amount }.
}
orders-payment-failed = { $amount ->
    [unknown] Um pagamento falhou.
   *[other] Um pagamento de { $amount } falhou.
}
orders-payment-expired = { $amount ->
    [unknown] A cobrança expirou sem pagamento.
   *[other] A cobrança expirou depois de receber { $amount }.
}
orders-payment-refunded = { $amount ->
    [unknown] Um pagamento foi devolvido.
   *[other] Um pagamento de { $amount } foi devolvido.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] Chegou um pagamento em uma moeda diferente da que a cobrança pedia.
   *[other] Chegou um pagamento de { $amount } em uma moeda diferente da que a cobrança pedia.
}
orders-payment-repeated = { $amount ->
    [unknown] Chegou um pagamento depois que outro já tinha pago.
   *[other] Chegou um pagamento de { $amount } depois que outro já tinha pago.
}
orders-payment-late = { $amount ->
    [unknown] Chegou um pagamento depois que a cobrança expirou.
   *[other] Chegou um pagamento de { $amount } depois que a cobrança expirou.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] Chegou um pagamento de outro preço.
   *[other] Chegou um pagamento de { $amount }, de outro preço.
}
orders-payment-other-payer = { $amount ->
    [unknown] Outro usuário pagou este pedido.
   *[other] Outro usuário pagou { $amount } por este pedido.
}
orders-payment-closed = { $amount ->
    [unknown] Chegou um pagamento depois que o pedido foi encerrado.
   *[other] Chegou um pagamento de { $amount } depois que o pedido foi encerrado.
}
orders-payment-other = { $amount ->
    [unknown] A NOWPayments informa um pagamento como “{ $status }”.
   *[other] A NOWPayments informa um pagamento de { $amount } como “{ $status }”.
}

orders-payment-pays = Ele paga o pedido.
orders-payment-is-donation = É a doação.
orders-payment-counts = Ele conta para o pedido.
orders-payment-undecided = O dono vai decidir sobre ele.
orders-payment-no-longer-counts = Ele não conta mais.

orders-story-decided = { $decision ->
    [accept] O dono aceitou um pagamento como veio.
    [credit] O dono creditou um pagamento pelo valor dele.
    [refund] O dono devolveu um pagamento.
    [wait] O dono está esperando um pagamento.
   *[other] O dono decidiu sobre um pagamento.
}
orders-story-decided-by-default = Ninguém decidiu por uma semana, então aceitei um pagamento que veio com um pouco a menos.
orders-story-extended = { $duration ->
    [unknown] Você ganhou mais acesso.
    [for_ever] Você ganhou acesso para sempre.
   *[other] Você ganhou { $duration } de acesso.
}
orders-story-revoked = { $duration ->
    [unknown] Parte do acesso terminou porque o pagamento foi devolvido.
    [for_ever] O pagamento foi devolvido, e com ele terminou o acesso para sempre.
   *[other] O pagamento foi devolvido, e com ele terminou este acesso: { $duration }.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] O dono encerrou parte do acesso.
    [for_ever] O dono encerrou o acesso para sempre.
   *[other] O dono encerrou { $duration } de acesso.
}
orders-story-link-made = Seu link de convite foi criado.
orders-story-link-revoked = { $because ->
    [used] Seu link de convite foi usado e agora está fechado.
   *[other] Seu link de convite foi fechado.
}
orders-story-join-approved = Sua entrada foi liberada.
orders-story-join-declined = Uma solicitação de entrada com o link deste pedido foi recusada.
orders-story-removed = Removi você porque seu acesso tinha terminado.
orders-story-left = Você já tinha saído quando seu acesso terminou.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = Você cancelou o pedido.
orders-story-set-aside = Você fez outro pedido no lugar deste. O dono vai decidir sobre o dinheiro.
orders-story-reopened = Você reabriu o pedido.
orders-story-keypad-decided = Você confirmou o valor.
orders-story-sent = { $topic ->
    [owner] Escrevi ao dono.
    [pay_now] Enviei a cobrança a você.
    [choose_payment] Perguntei como você queria pagar.
    [stars_refused] Avisei que não há fatura em estrelas.
    [invoice_delayed] Avisei que a cobrança está demorando.
    [invoice_refused] Avisei que não há cobrança.
    [case_waiting] Avisei que o dono ainda não decidiu.
    [case_accepted] Avisei que seu pedido está pago.
    [rest_refused] Avisei sobre o resto que falta.
    [payment_news] Avisei sobre seu pagamento.
    [thanks] Agradeci a você.
    [access] Enviei o link a você.
    [access_delayed] Avisei que seu link está demorando.
    [access_ended] Avisei que seu acesso terminou.
   *[other] Escrevi a você.
}
orders-story-not-sent = { $topic ->
    [owner] Não consegui falar com o dono.
    [pay_now] Não consegui enviar a cobrança a você.
    [choose_payment] Não consegui perguntar como você queria pagar.
    [stars_refused] Não consegui avisar que não há fatura em estrelas.
    [invoice_delayed] Não consegui avisar que a cobrança está demorando.
    [invoice_refused] Não consegui avisar que não há cobrança.
    [case_waiting] Não consegui avisar que o dono ainda não decidiu.
    [case_accepted] Não consegui avisar que seu pedido está pago.
    [rest_refused] Não consegui avisar sobre o resto que falta.
    [payment_news] Não consegui avisar sobre seu pagamento.
    [thanks] Não consegui agradecer a você.
    [access] Não consegui enviar o link a você.
    [access_delayed] Não consegui avisar que seu link está demorando.
    [access_ended] Não consegui avisar que seu acesso terminou.
   *[other] Não consegui escrever a você.
}
