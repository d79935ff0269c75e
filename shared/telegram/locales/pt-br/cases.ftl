## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = Um pagamento está a caminho
cases-head-hanging = Um pagamento está há uma semana sem confirmação
cases-head-partial = Um pagamento veio com valor a menos
cases-head-over = Um pagamento veio com valor a mais
cases-head-late = Um pagamento chegou com atraso
cases-head-repeated = Um pedido foi pago duas vezes
cases-head-wrong-asset = Um pagamento chegou em outra moeda
cases-head-amount-mismatch = Um pagamento não bate com o preço do pedido
cases-head-other-payer = Outro usuário pagou um pedido
cases-head-closed = Chegou um pagamento de um pedido encerrado
cases-head-credited = Um pagamento foi creditado
cases-head-failed = Um pagamento falhou
cases-head-expired = Um pagamento expirou
cases-head-refunded = Um pagamento foi devolvido
cases-head-remainder = Parte de um pedido foi devolvida
cases-head-partial-failed = Um pagamento falhou depois que o dinheiro foi enviado
cases-head-partial-expired = Um pagamento expirou depois que parte do dinheiro foi enviada
cases-head-unfinished = Um pagamento não foi concluído
cases-head-unknown-order = Chegou um pagamento de um pedido que não conheço

## The facts of a payment.

cases-order = <b>Pedido:</b> { $order }
cases-asked = <b>Valor pedido:</b> { $amount }
cases-received-none = <b>Recebido:</b> nada ainda
cases-received-unreported = <b>Recebido:</b> não informado
cases-received = { $worth ->
    [none] <b>Recebido:</b> { $amount }
    [unknown] <b>Recebido:</b> { $amount }, valor em dólares desconhecido
    [tiny] <b>Recebido:</b> { $amount } (menos de { $least })
   *[other] <b>Recebido:</b> { $amount } ({ $worth })
}
cases-received-of = { $worth ->
    [none] <b>Recebido:</b> { $amount } de { $asked }
    [unknown] <b>Recebido:</b> { $amount } de { $asked }, valor em dólares desconhecido
    [tiny] <b>Recebido:</b> { $amount } de { $asked } (menos de { $least })
   *[other] <b>Recebido:</b> { $amount } de { $asked } ({ $worth })
}
cases-payment = <b>Pagamento:</b> <code>{ $payment }</code>
cases-since = <b>Desde:</b> { $time }
cases-amount-none = nada ainda
cases-amount-unreported = não informado

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = A NOWPayments viu o dinheiro, mas ainda não concluiu o pagamento. Confira na sua conta NOWPayments. Enquanto isso, a pessoa pode comprar de novo ou cancelar.
cases-state-remainder = { $item ->
    [donation] O resto desta doação foi devolvido.
   *[other] O resto deste pedido foi devolvido, então o acesso dele terminou.
}
cases-state-paid = O pedido já está pago.
cases-state-invoiced = Ele conta para o preço. Quem pagou tem uma cobrança do resto.
cases-state-counted = { $item ->
    [donation] Ele conta para a doação.
   *[other] Ele conta para o preço. Se o resto for pequeno demais para enviar em cripto e ninguém decidir em uma semana, o pedido passa a valer como pago.
}
cases-state-nothing = Ainda não liberei nada por ele.
cases-excess = { $excess ->
    [unknown] É mais do que a cobrança pedia. O pedido continua como está.
   *[other] São { $excess } a mais do que a cobrança pedia. O pedido continua como está.
}
cases-excess-together = { $excess ->
    [unknown] Somados, os pagamentos passam do preço. O pedido continua como está.
   *[other] Somados, os pagamentos passam { $excess } do preço. O pedido continua como está.
}
cases-excess-what = Você pode ficar com esse valor ou devolvê-lo pela sua conta NOWPayments.
cases-refunded = { $item ->
    [donation] A NOWPayments informa que a devolução foi feita.
   *[other] A NOWPayments informa que a devolução foi feita. O acesso pago com esse dinheiro terminou.
}
cases-nothing-to-decide = Não há mais nada a decidir.
cases-manager-decides = Quem decide é o dono ou um gerente do canal.
cases-you-decide = Você decide:

## Answers: buttons.

cases-accept = ✅ Aceitar como pago
cases-accept-coins = { $coins ->
    [unknown] ✅ Aceitar como pago
   *[other] ✅ Aceitar { $coins }
}
cases-refund = ↩️ Já devolvi
cases-wait = ⏳ Continuar esperando
cases-enter-worth = 💵 Informar valor
cases-keep = ➕ Ficar com ele
cases-keep-coins = { $coins ->
    [unknown] ➕ Ficar com ele
   *[other] ➕ Ficar com { $coins }
}
cases-count = ➕ Creditar { $amount }
cases-give-days = { $duration ->
    [for_ever] ➕ Dar acesso para sempre por { $amount }
   *[other] ➕ Dar { $duration } por { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> você confia que o dinheiro vai chegar, e ele vale como a doação.
   *[other] <b>{ $label }:</b> você confia que o dinheiro vai chegar, e a pessoa recebe o acesso agora.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> vale como a doação, e eu agradeço a quem doou.
   *[other] <b>{ $label }:</b> o que chegou basta para você, e a pessoa recebe o acesso.
}
cases-refund-means = <b>{ $label }:</b> toque aqui depois de devolver o dinheiro pela sua conta NOWPayments. Eu não movimento dinheiro.
cases-wait-means = <b>{ $label }:</b> não mando mais lembretes.
cases-enter-worth-means = <b>{ $label }:</b> digite quanto as moedas valiam em dólares. Você vê o efeito antes de confirmar.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> a pessoa mantém o acesso para sempre, mesmo que você devolva o outro pagamento.
   *[other] <b>{ $label }:</b> o acesso da pessoa dura esse tempo a mais.
}
cases-count-means = <b>{ $label }:</b> conta para o preço.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> vale como outra doação.
   *[other] <b>{ $label }:</b> você fica com o valor, e ele não compra nada. Aviso a quem pagou que ele foi creditado.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ Este pagamento espera sua decisão há uma hora.
cases-remind-1-day = ⏰ Este pagamento espera sua decisão há um dia. Estou avisando a quem pagou que ele continua em aberto.
cases-remind-3-days = ⏰ Este pagamento espera sua decisão há 3 dias. Estou avisando a quem pagou que ele continua em aberto.
cases-remind-overdue = ⏰ Este pagamento espera sua decisão há mais de uma semana.
cases-remind-stays-open = ⏰ Ninguém decidiu sobre este pagamento. Ele continua em aberto, e estou avisando a quem pagou. Este é o último lembrete.
cases-remind-watch-ended = ⏰ Parei de consultar a NOWPayments sobre este pagamento. Confira na sua conta NOWPayments. Se vierem novidades, ainda aceito.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ Seu pagamento nunca foi confirmado.
   *[other] ⏳ Seu pagamento de { $amount } nunca foi confirmado.
} Parei de consultar a NOWPayments sobre ele. Se ele chegar depois, ainda aceito. Você pode mostrar a transação ao dono.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ Seu pagamento conta para o preço.
   *[other] ⏳ Seu pagamento de { $amount } conta para o preço.
} Pague os { $rest } que faltam e pronto, você entra. O dono também pode aceitar o que chegou, mas ainda não decidiu.
cases-waiting = { $amount ->
    [unknown] ⏳ Seu pagamento ainda espera a decisão do dono.
   *[other] ⏳ Seu pagamento de { $amount } ainda espera a decisão do dono.
} Já mandei um lembrete. Você não precisa fazer nada.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ Seu pagamento ainda não foi confirmado, e o dono não decidiu sobre ele.
   *[other] ⏳ Seu pagamento de { $amount } ainda não foi confirmado, e o dono não decidiu sobre ele.
} Já mandei um lembrete. Você não precisa fazer nada.
cases-open = { $amount ->
    [unknown] ⏳ Seu pagamento ainda espera a decisão do dono.
   *[other] ⏳ Seu pagamento de { $amount } ainda espera a decisão do dono.
} Mandei lembretes e não tive resposta. Seu dinheiro está seguro. O pagamento fica em aberto até a decisão.
cases-open-failed = { $amount ->
    [unknown] ⏳ Seu pagamento ainda espera a decisão do dono.
   *[other] ⏳ Seu pagamento de { $amount } ainda espera a decisão do dono.
} Mandei lembretes e não tive resposta. O pagamento fica em aberto até a decisão.
cases-open-hanging = { $amount ->
    [unknown] ⏳ Seu pagamento ainda não foi confirmado, e o dono não decidiu sobre ele.
   *[other] ⏳ Seu pagamento de { $amount } ainda não foi confirmado, e o dono não decidiu sobre ele.
} Mandei lembretes e não tive resposta. O pagamento fica em aberto até a decisão ou a confirmação.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>Seu pedido está pago.</b> Faltavam { $missing }, pouco demais para enviar em cripto, e o dono não respondeu por uma semana.
cases-accepted-owner = ✅ <b>Aceitei um pagamento como veio.</b> Faltavam { $missing }, pouco demais para enviar em cripto, e ninguém decidiu por uma semana. Estou avisando a quem pagou.

## Decisions.

cases-refund-question = { $amount ->
    [unknown] ↩️ <b>Você devolveu o dinheiro?</b>
   *[other] ↩️ <b>Você devolveu { $amount }?</b>
}
cases-refund-how = Eu não movimento dinheiro, então devolva primeiro pela sua conta NOWPayments. Se você tocar em Sim, aviso a quem pagou que o dinheiro foi devolvido, e o pagamento deixa de contar. Até lá, nada muda.
cases-yes = Sim
cases-no = Não
cases-decided-accept = ✅ <b>Você aceitou um pagamento como veio.</b> Estou avisando a quem pagou.
cases-decided-credit = ➕ <b>Você creditou um pagamento.</b> Estou avisando a quem pagou.
cases-decided-refund = ↩️ <b>Você devolveu um pagamento.</b> Estou avisando a quem pagou.
cases-decided-wait = ⏳ <b>Você está esperando um pagamento.</b> Não mando mais lembretes.
cases-counted = <b>Creditado:</b> { $amount }
cases-counted-unknown = Ninguém sabe quanto ele valia, então seus resultados contam { $amount } até você informar o valor.
cases-others = ⚠️ Outras pendências

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>Pendências de { $title }</b>
cases-list-empty = Nenhum pagamento precisa da sua decisão.
cases-list-count = <b>Esperam sua decisão:</b> { $count }
cases-list-line = • <b>{ $heading }</b>: { $amount }, { $item }, { $person }, desde { $time }
cases-list-line-of = • <b>{ $heading }</b>: { $amount } de { $price }, { $item }, { $person }, desde { $time }
cases-list-line-unknown = • { $heading }, { $time }
cases-list-payment = ⚠️ Pagamento { $payment }
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = Não liberei nada por ele. Procure pelo número na sua conta NOWPayments. Depois devolva o dinheiro por lá ou peça a quem opera este bot que encontre o pedido.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>Quanto um pagamento valia</b>
cases-worth-ask = { $coins ->
    [unknown] Quanto as moedas valiam quando chegaram? Digite um valor em dólares, como <code>12,50</code>.
   *[other] Quanto { $coins } valiam quando chegaram? Digite um valor em dólares, como <code>12,50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] Segundo você, as moedas valiam <b>{ $amount }</b>.
   *[other] Segundo você, { $coins } valiam <b>{ $amount }</b>.
}
cases-worth-order = Isso paga o pedido, e a pessoa recebe o acesso.
cases-worth-part = Conta para o preço do pedido.
cases-worth-days = { $count ->
    [one] Por isso, a pessoa recebe { $count } dia de acesso.
   *[other] Por isso, a pessoa recebe { $count } dias de acesso.
}
cases-worth-for-ever = Por isso, a pessoa mantém o acesso para sempre.
cases-worth-kept = Não dá para um dia pelo preço deste pedido. Você fica com o valor, e seus resultados o contam.
cases-worth-gift = Vale como doação, e eu agradeço a quem doou.
cases-worth-figures = { $item ->
    [donation] Seus resultados contam esse valor, e eu agradeço a quem doou.
   *[other] Seus resultados contam esse valor, até o limite do preço.
}
cases-worth-check = Está certo? Você também pode digitar outro valor.
cases-worth-yes = ✅ Sim, { $amount }
