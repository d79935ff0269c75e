### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>Seu acesso a { $title } se renova sozinho a cada 30 dias por { $stars }.</b>
renewals-begun-how = O próximo pagamento é em { $end }. Para parar, abra Configurações › Minhas Estrelas no Telegram, ou /mysubs aqui.
renewals-resumed = 🔁 <b>Seu acesso a { $title } volta a se renovar sozinho.</b>
renewals-resumed-how = { $end ->
    [over] O próximo pagamento de { $stars } é agora.
   *[other] O próximo pagamento de { $stars } é em { $end }.
}
renewals-canceled = ✋ <b>Seu acesso a { $title } não se renova mais sozinho.</b>
renewals-by-owner = ✋ <b>O dono de { $title } parou sua renovação.</b>
renewals-stays = { $end ->
    [over] Nada mais será cobrado.
    [for_ever] Nada mais será cobrado. Você tem acesso para sempre.
   *[other] Nada mais será cobrado. Você tem acesso até { $end }.
}
renewals-failed = ⚠️ <b>O Telegram não conseguiu cobrar { $stars } para renovar { $title }.</b>
renewals-failed-how = { $until ->
    [over] Nada foi cobrado. Adicione Estrelas em Configurações › Minhas Estrelas do Telegram, ou renove aqui.
   *[other] Nada foi cobrado. Adicione Estrelas em Configurações › Minhas Estrelas do Telegram, ou renove aqui. Você pode ficar até { $until }.
}
# A question, and its two buttons.
renewals-question = ✋ <b>Parar a renovação de { $title }?</b>
renewals-question-how = { $end ->
    [over] Só uma nova compra pode fazer com que se renove de novo.
    [for_ever] Você mantém o acesso para sempre.
   *[other] Você mantém o acesso até { $end }. Só uma nova compra pode fazer com que se renove de novo.
}
renewals-stop = ✋ Parar renovação
renewals-keep = ↩️ Continuar renovando
# Toasts.
renewals-stopping = Parando. Aviso quando estiver feito.
renewals-nothing = Não se renova sozinho.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 Renova-se sozinho por { $stars }.
renewals-off = ✋ Não se renova sozinho.
renewals-last-failed = ⚠️ A última renovação falhou.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person } não conseguiu pagar { $stars } para renovar { $title }.</b>
renewals-owner-failed-how = { $until ->
    [over] Expliquei como renovar.
   *[other] Expliquei como renovar. A pessoa pode ficar até { $until }.
}
renewals-owner-not-ended = 🚨 <b>Não consigo parar a renovação de { $person } em { $title }.</b>
renewals-owner-not-ended-how = Peça que a pare em Configurações › Minhas Estrelas do Telegram. Você pode devolver tudo o que for cobrado.
renewals-owner-question = ✋ <b>Parar a renovação de { $person } em { $title }?</b>
renewals-owner-question-how = { $end ->
    [over] Nada mais será cobrado. A pessoa não poderá ativá-la de novo.
    [for_ever] Nada mais será cobrado, e a pessoa mantém o acesso para sempre.
   *[other] Nada mais será cobrado, e a pessoa mantém o acesso até { $end }. Ela não poderá ativá-la de novo.
}
# Resposta a um gerente.
renewals-owner-stopping = Parando. Se o Telegram recusar, aviso o dono.
