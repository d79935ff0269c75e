common-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
common-months = { $count ->
    [one] { $count } mês
   *[other] { $count } meses
}
common-years = { $count ->
    [one] { $count } ano
   *[other] { $count } anos
}
common-for-ever = para sempre
common-for-ever-button = ♾ Para sempre

## Buttons that many pages have.

common-back = « Voltar
common-cancel = ✕ Cancelar
common-previous = « Anterior
common-next = Próxima »
common-look-again = 🔄 Atualizar
common-check-again = 🔄 Verificar de novo
common-pay-now = 💳 Pagar agora

## Lines that many pages have.

common-channel = <b>Oferta:</b> { $title }
common-place = { $kind ->
    [supergroup] { $title } (grupo)
   *[channel] { $title } (canal)
}
common-from = <b>De:</b> { $person }
common-telegram-says = O Telegram diz: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = Este botão não funciona mais.
common-button-unknown = Este botão não funciona mais. Envie /help para ver o que eu faço.
common-too-fast = Foi rápido demais. Espere um instante e toque de novo.
common-not-sold-to-you = Não está disponível para você. Dúvidas? /paysupport
common-telegram-silent = O Telegram não responde. Nada se perdeu. Toque de novo daqui a pouco.
common-payments-off = Os pagamentos estão desligados no momento. Nada foi cobrado. Tente mais tarde.

## An order and its people, in parts of a line.

common-tier = { $tier } ({ $duration })
common-order-donation = { $amount } para { $title }
common-order-subscription = { $tier } em { $title } por { $amount }
common-either-price = { $dollars } ou { $stars }
common-order-reference = Pedido <code>{ $reference }</code>
common-series = { $first }, { $next }
common-facts = { $first } · { $next }
common-numbered = { $label } ({ $count })
common-person-unnamed = usuário { $id }
common-person-anonymous = alguém
common-person-with-id = { $person } (ID <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = Ele chegou com atraso. Sem problema, está valendo.
common-odd-partial = Ele veio em partes ou com um pouco a menos. Sem problema, está valendo.
common-odd-repeated = Era um segundo pagamento. Está valendo.
common-odd-wrong-asset = Ele chegou em outra moeda. Sem problema, está valendo.
common-odd-amount-mismatch = O valor era de outro preço. Está valendo.
common-odd-other-payer = Outro usuário pagou por você. Está valendo.
common-odd-closed = Ele chegou depois que o pedido foi encerrado. Está valendo.
common-odd-over = { $excess ->
    [unknown] Você enviou a mais. O dono pode ver isso.
   *[other] Você enviou { $excess } a mais. O dono pode ver isso.
}

## The same for the owner.

common-odd-owner-late = O pagamento chegou depois que a cobrança expirou e foi aceito.
common-odd-owner-partial = O pagamento veio em partes ou com um pouco a menos e foi aceito.
common-odd-owner-repeated = Era um segundo pagamento e foi aceito.
common-odd-owner-wrong-asset = O pagamento chegou em outra moeda e foi aceito.
common-odd-owner-amount-mismatch = O pagamento era de outro preço e foi aceito.
common-odd-owner-other-payer = Outro usuário pagou, e o pagamento foi aceito.
common-odd-owner-closed = O pagamento chegou depois que o pedido foi encerrado e foi aceito.
common-odd-owner-over = { $excess ->
    [unknown] Veio mais do que a cobrança pedia.
   *[other] Vieram { $excess } a mais do que a cobrança pedia.
}
