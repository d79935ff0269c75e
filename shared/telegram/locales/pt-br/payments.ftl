## The list of channels.

payments-list-empty = Nada aparece aqui. Abra o link que o dono passou a você.
payments-list-how = Escolha um para ver a oferta.
payments-list-stopped = ⏸ { $title }: fora de venda no momento.
payments-list-commands = /mysubs: o que você tem. /help: o que eu faço.

## The page of a channel, and its post in the public channel.

payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } · para sempre
   *[other] 💎 { $tier } · { $price } / { $duration }
}
payments-tier-named-after-time = 💎 { $tier } · { $price }
payments-tier-stopped = { $label }: fora de venda no momento
payments-page-has-access = { $until ->
    [for_ever] ✅ Você tem acesso para sempre. Não há nada para renovar.
   *[other] ✅ Você tem acesso até { $until }. Renove antes do fim e não perca nenhum dia.
}
payments-page-renews = ✅ Você tem acesso até { $until }. 🔁 Ele se renova sozinho.
payments-page-paused = ⏸ O dono pausou as vendas. O que você pagou continua valendo.
payments-page-off-held = ⏸ Os pagamentos estão desligados no momento. Seu dinheiro está seguro. Você pode pagar o resto quando eles voltarem.
payments-page-empty = Nada está à venda aqui no momento.
payments-page-stopped = Não consigo liberar a entrada de ninguém no momento. Tente mais tarde. O que você pagou continua valendo.
payments-page-how = Escolha por quanto tempo. Pague em qualquer moeda e entre assim que o pagamento chegar.
payments-page-how-either = Escolha por quanto tempo. Pague em qualquer moeda ou com estrelas do Telegram e entre assim que o pagamento chegar.
payments-page-how-stars = Escolha por quanto tempo. Pague com estrelas do Telegram e entre na hora.
payments-page-back = « Voltar à lista
payments-post-how = Escolha por quanto tempo. Pague em qualquer moeda.
payments-post-how-either = Escolha por quanto tempo. Pague em qualquer moeda ou com estrelas do Telegram.
payments-post-replaced = O post atual está mais abaixo.
payments-post-withdrawn = Este post foi retirado.

## Money in an order that is not paid yet, before a new one is made.

payments-held-part = 💰 <b>Chegaram { $received } de { $price }:</b> { $order }.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = /mysubs mostra mais { $count }.
payments-held-off = Seu dinheiro está seguro. Você pode pagar o resto quando os pagamentos voltarem.
payments-held-pay-rest = Pague o resto e seu pedido fica completo.
payments-held-unconfirmed = Envie ao dono o link da transação: toque em 📜 e depois em ✉️.
payments-held-unconfirmed-or-buy = Envie ao dono o link da transação (toque em 📜 e depois em ✉️) ou compre de novo.
payments-held-safe = Seu dinheiro está seguro. Você não precisa fazer nada.
payments-held-from-scratch = Se você comprar { $tier } por { $price } mesmo assim, o dono vai decidir sobre o dinheiro que já chegou.
payments-held-on-top = Você também pode comprar { $tier } por { $price }. Seu outro pagamento continua valendo quando for confirmado.
payments-held-buy-from-scratch = 💎 Comprar mesmo assim: { $price }
payments-held-buy-too = 💎 Comprar este também: { $price }

## The invoice. Its button opens the page of NOWPayments.

payments-paid = ✅ <b>Pago.</b>
payments-invoice-donation = 💝 <b>Sua doação de { $amount } para { $title }</b>
payments-invoice-donation-how = Toque em Pagar agora e escolha uma moeda. Esta mensagem muda assim que eu vir seu pagamento.
payments-invoice-how = Toque em Pagar agora e escolha uma moeda. Você entra assim que o pagamento chegar.
payments-invoice-rest = ➕ <b>Chegaram { $received } de { $price }.</b>
payments-invoice-rest-how = Pague os { $rest } que faltam, em qualquer moeda, e pronto, você entra.
payments-invoice-rest-donation-how = Pague os { $rest } que faltam, em qualquer moeda, e sua doação fica completa.
payments-invoice-renewal = { $order }. Toque em Pagar agora e escolha uma moeda.
payments-invoice-renewal-rest = { $order }. { $received } já chegaram. Pague o resto em qualquer moeda.
payments-invoice-not-now = ✕ Agora não
payments-invoice-cancelled = ✕ Pedido cancelado. Nada foi cobrado.
payments-invoice-cancelled-unconfirmed = ✕ Pedido cancelado. Se seu pagamento ainda chegar, ele vale.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>Chegaram { $received } de { $price }.</b>
payments-rest-too-small = { $rest } é pouco demais para enviar em cripto. Seu dinheiro está seguro. Já avisei o dono, que vai decidir.
payments-rest-refused = Não dá para pagar os { $rest } que faltam no momento. Seu dinheiro está seguro. Já avisei o dono, que vai decidir.
payments-rest-accepted-by-default = Se não houver resposta em 7 dias, seu pedido passa a valer como pago. Você não precisa fazer nada.
payments-rest-try-again = Você também pode tentar de novo amanhã.
payments-rest-wait = Você não precisa fazer nada.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ Sua cobrança está demorando mais que o normal. Nada foi cobrado. A cobrança de { $amount } aparece aqui assim que ficar pronta.
payments-no-invoice-donation-below = Hoje, os pagamentos em cripto começam em <b>{ $least }</b>. Nada foi cobrado. Que tal { $suggested }?
payments-no-invoice-below = Hoje, os pagamentos em cripto começam em <b>{ $least }</b>, e isto custa { $amount }. Nada foi cobrado. Escolha outro plano ou fale com o dono.
payments-no-invoice-donation-too-small = { $amount } é pouco demais para enviar em cripto no momento. Nada foi cobrado. Tente um valor maior.
payments-no-invoice-too-small = { $amount } é pouco demais para enviar em cripto no momento. Nada foi cobrado. Escolha outro plano ou fale com o dono.
payments-no-invoice-unanswered = O serviço de pagamento não conseguiu criar sua cobrança de { $amount } em três dias, então parei de tentar. Nada foi cobrado. Você já pode tentar de novo.
payments-no-invoice-refused = O serviço de pagamento não conseguiu criar sua cobrança de { $amount }. Nada foi cobrado. Tente de novo em uma hora. Se não der certo, fale com o dono.
payments-no-invoice-other-amount = 💝 Tentar outro valor
payments-no-invoice-try-again = 💝 Tentar de novo
payments-no-invoice-back = « Voltar à oferta

payments-outage-title = 🚨 <b>Clientes de { $title } não conseguem pagar</b>
payments-outage-count = { $count ->
    [one] O serviço de pagamento recusou { $count } cobrança na última hora. Já avisei a pessoa. Nada foi cobrado.
   *[other] O serviço de pagamento recusou { $count } cobranças na última hora. Já avisei cada pessoa. Nada foi cobrado.
}
payments-outage-channels = { $count ->
    [one] Isso afeta { $count } das suas ofertas.
   *[other] Isso afeta { $count } das suas ofertas.
}
payments-outage-advice = Confira sua conta NOWPayments: as moedas estão ativadas, e há um endereço de recebimento definido? Não tem conta lá? Fale com quem opera este bot. As vendas voltam sozinhas.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>Obrigado!</b> Sua doação para { $title } chegou.
   *[other] 💝 <b>Obrigado!</b> Sua doação para { $title } chegou: { $amount }.
}
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>Obrigado!</b> Chegou mais uma parte da sua doação para { $title }.
   *[other] 💝 <b>Obrigado!</b> Sua doação para { $title } agora é de { $amount }.
}
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>Obrigado!</b> Outra doação para { $title } chegou.
   *[other] 💝 <b>Obrigado!</b> Outra doação para { $title } chegou: { $amount }.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>Obrigado!</b> Chegou mais uma parte da sua outra doação para { $title }.
   *[other] 💝 <b>Obrigado!</b> Sua outra doação para { $title } agora é de { $amount }.
}
payments-thanks-more = São { $more } a mais do que você planejou.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 Vi seu pagamento. A rede está confirmando. Isso pode levar até uma hora.
   *[other] 👀 Vi seu pagamento de { $amount }. A rede está confirmando. Isso pode levar até uma hora.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ Seu pagamento está há uma semana sem confirmação. Avisei o dono: envie a ele o link da transação. Enquanto isso, você pode comprar de novo ou cancelar. Se o dinheiro chegar depois, eu encontro.
   *[other] ⏳ Seu pagamento de { $amount } está há uma semana sem confirmação. Avisei o dono: envie a ele o link da transação. Enquanto isso, você pode comprar de novo ou cancelar. Se o dinheiro chegar depois, eu encontro.
}
payments-news-over = { $excess ->
    [unknown] ℹ️ Você enviou a mais. Seu acesso continua como está. Avisei o dono, que pode ficar com o valor ou devolver.
   *[other] ℹ️ Você enviou { $excess } a mais. Seu acesso continua como está. Avisei o dono, que pode ficar com o valor ou devolver.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ Você enviou a mais. Avisei o dono, que pode ficar com o valor ou devolver.
   *[other] ℹ️ Você enviou { $excess } a mais. Avisei o dono, que pode ficar com o valor ou devolver.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ Outra parte deste pedido foi devolvida. O dono vai decidir sobre seu pagamento.
   *[other] ℹ️ Outra parte deste pedido foi devolvida. O dono vai decidir sobre seu pagamento de { $amount }.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou, mas depois falhou.
   *[other] ⚠️ Seu pagamento de { $amount } chegou, mas depois falhou.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou, mas depois expirou.
   *[other] ⚠️ Seu pagamento de { $amount } chegou, mas depois expirou.
}
payments-news-short = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou, mas faltam { $missing }.
   *[other] ⚠️ Seu pagamento de { $amount } chegou, mas faltam { $missing }.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ Um pagamento chegou, mas não foi concluído.
   *[other] ⚠️ Um pagamento de { $amount } chegou, mas não foi concluído.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou depois que a cobrança expirou, e a oferta mudou desde então.
   *[other] ⚠️ Seu pagamento de { $amount } chegou depois que a cobrança expirou, e a oferta mudou desde então.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ Chegou um segundo pagamento deste pedido.
   *[other] ⚠️ Chegou um segundo pagamento deste pedido, de { $amount }.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou em uma moeda diferente da que a cobrança pedia.
   *[other] ⚠️ Seu pagamento de { $amount } chegou, mas a cobrança pedia outra moeda.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou, mas o preço não é o do seu pedido.
   *[other] ⚠️ Seu pagamento de { $amount } chegou, mas o preço não é o do seu pedido.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ Outro usuário pagou seu pedido.
   *[other] ⚠️ Outro usuário pagou { $amount } pelo seu pedido.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ Você pagou o pedido de outro usuário.
   *[other] ⚠️ Você pagou { $amount } pelo pedido de outro usuário.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ Seu pagamento chegou depois que o pedido foi encerrado.
   *[other] ⚠️ Seu pagamento de { $amount } chegou depois que o pedido foi encerrado.
}
payments-news-not-lost = Seu dinheiro não se perdeu: avisei o dono, que pode creditar ou devolver o valor.
payments-news-unsure = Avisei o dono, que pode conferir se o dinheiro chegou.
payments-news-credited = { $amount ->
    [unknown] ✅ O dono creditou seu pagamento.
   *[other] ✅ O dono creditou seu pagamento de { $amount }.
}
payments-news-failed = ❌ Seu pagamento falhou. Nada foi recebido. Você pode começar de novo.
payments-news-expired = ⌛ Esta cobrança expirou sem pagamento. Já enviou? Eu ainda encontro.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ Seu pagamento foi devolvido.
   *[other] ↩️ Seu pagamento de { $amount } foi devolvido.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ Seu pagamento foi devolvido. O acesso pago com ele terminou.
   *[other] ↩️ Seu pagamento de { $amount } foi devolvido. O acesso pago com ele terminou.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Cancelado. Nada foi cobrado.
payments-order-cancelled-unconfirmed = Cancelado. Se seu pagamento ainda chegar, ele vale.
payments-order-settled = Este pedido já está pago. Obrigado!
payments-order-refunded = O valor deste pedido foi devolvido.
payments-nothing-to-cancel = Não há nada para cancelar.
payments-on-its-way = Há um pagamento a caminho, então não dá para cancelar.
payments-invoice-coming = Sua cobrança está a caminho.
payments-pending = Seu pagamento está sendo confirmado. Você verá aqui quando terminar.
payments-channel-paused = O dono pausou as vendas. O que você pagou continua valendo.
payments-not-on-sale = Isto não está à venda no momento. Nada foi cobrado. O que você pagou continua valendo.
payments-tier-not-offered = Isto saiu da oferta. Abra a oferta de novo para ver o que há.
payments-access-ended = Seu acesso terminou. Escolha um plano para voltar.
payments-has-for-ever = Você tem acesso para sempre. Não há nada a pagar.
payments-place-not-included = Este botão está desatualizado. Envie /mysubs e use os botões de lá.
payments-entry-tried-again = Estou tentando de novo agora.
payments-order-unknown = Não encontro este pedido. Envie /mysubs para ver os seus.
payments-owner-will-decide = O dono vai decidir sobre seu pagamento. Você não precisa fazer nada.
payments-unconfirmed = Seu pagamento está há uma semana sem confirmação. Envie ao dono o link da transação em /mysubs ou compre de novo.
payments-only-owner-decides = Só o dono e os gerentes podem decidir isso.
payments-order-changed = Este pedido mudou. Olhe de novo antes de decidir.
payments-nothing-to-decide = Não há mais nada a decidir sobre este pagamento.
payments-price-too-small = Hoje, os pagamentos em cripto começam em { $least }, e isto custa { $price }. Nada foi cobrado. Escolha outro plano.
payments-too-many-orders-minutes = { $count ->
    [one] Você abriu muitos pedidos. Pode abrir o próximo em { $count } minuto.
   *[other] Você abriu muitos pedidos. Pode abrir o próximo em { $count } minutos.
}
payments-too-many-orders-hours = { $count ->
    [one] Você abriu muitos pedidos. Pode abrir o próximo em { $count } hora.
   *[other] Você abriu muitos pedidos. Pode abrir o próximo em { $count } horas.
}
