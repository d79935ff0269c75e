### Reembolsos que o próprio bot faz quando o dono pede.

## Botões. $amount: "⭐ 385".

refunds-button = ↩️ Reembolsar { $amount }
refunds-button-asked = ⏳ Reembolso de { $amount }
refunds-yes = ↩️ Sim, reembolsar { $amount }
refunds-again = ↩️ Tentar de novo

## A pergunta antes de um reembolso e seu estado. $person: "@dana".

refunds-ask = ↩️ <b>Reembolsar { $amount } a { $person }?</b>
refunds-leaves-balance = • { $amount } sai do saldo deste bot. Ninguém pode desfazer isso.
refunds-ends-access = • O acesso que este pagamento deu termina.
refunds-ends-renewal = • A assinatura não se renova mais.
refunds-on-its-way = ⏳ <b>Estou devolvendo { $amount } a { $person }.</b> Quando terminar, aviso quem pediu.
refunds-done = ↩️ <b>{ $amount } foi devolvido a { $person }.</b>
# O que o botão faz. $label: as palavras nele.
refunds-means = <b>{ $label }:</b> eu devolvo depois de perguntar mais uma vez.
# O reembolso de um pagamento. $item: "donation" ou "subscription".
refunds-made = { $item ->
    [donation] O Telegram devolveu a quem pagou.
   *[other] O Telegram devolveu a quem pagou. O acesso que isso pagava terminou.
}

## Um reembolso que o Telegram recusou.

refunds-refused = ⚠️ <b>Não foi possível devolver { $amount } a { $person }.</b>
refunds-refused-balance = O saldo deste bot é baixo demais, porque suas estrelas foram sacadas ou devolvidas. Peça a quem cuida do bot para adicionar estrelas e tente de novo.
refunds-refused-unanswered = O Telegram não respondeu por três dias. Tente de novo. Se já foi devolvido, não é devolvido duas vezes.
refunds-refused-other = O Telegram recusou e nada mudou. Tente mais tarde. Se recusar de novo, passe o número do pagamento a quem cuida do bot.

## Respostas.

refunds-nothing = Não há mais nada para reembolsar aqui.

## A história de um pedido e o registro. $by, $person: um gerente.

refunds-story-asked = { $person } pediu para reembolsar um pagamento.
refunds-story-asked-buyer = O dono pediu para reembolsar um pagamento.
refunds-story-refused = O Telegram recusou o reembolso.
refunds-log-asked = { $by } pediu para reembolsar um pagamento
refunds-log-refused = { $by } não conseguiu reembolsar um pagamento porque o Telegram recusou
