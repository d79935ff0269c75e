support-heading = { $ruling ->
    [grant] <b>🎁 Dar dias · { $title }</b>
    [revoke] <b>✂️ Encerrar acesso agora · { $title }</b>
    [ban] <b>🚫 Banir · { $title }</b>
    [unban] <b>✅ Desbanir · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = Quem é? Envie o @username ou o ID do Telegram.
support-ask-days = { $person ->
    [unknown] Quantos dias você quer dar? Toque em um número ou envie um de 1 a { $max }.
   *[other] Quantos dias você quer dar a { $person }? Toque em um número ou envie um de 1 a { $max }.
}
support-about-to = { $ruling ->
    [grant] Você vai dar { $time } de acesso a { $person }.
    [grant_for_ever] Você vai dar acesso para sempre a { $person }.
    [revoke] Você vai encerrar agora o acesso de { $person }.
    [ban] Você vai banir { $person }.
    [unban] Você vai desbanir { $person }.
   *[none] O que fazer com { $person }?
}
support-ask-reason = Você pode enviar um motivo em poucas palavras. Ele fica no histórico, e a pessoa nunca o vê.
support-skip-reason = Pular motivo
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = Sem acesso.
support-access-until = { $time ->
    [for_ever] Acesso para sempre.
   *[other] Acesso até { $time }.
}
support-access-ended = O acesso terminou em { $time }.
support-is-banned = 🚫 Banido.
support-give-days = 🎁 Dar dias
support-give-for-ever = ♾ Dar para sempre
support-end-access = ✂️ Encerrar acesso agora
support-lift-ban = ✅ Desbanir
support-ban = 🚫 Banir

## The page on which it is confirmed.

support-who = <b>Quem:</b> { $person }
support-time = <b>Acesso a mais:</b> { $time }
support-why = <b>Motivo:</b> { $reason }
support-means = { $ruling ->
    [grant] A pessoa entra como se tivesse comprado. Aviso sobre os dias, não sobre o motivo.
    [grant_for_ever] A pessoa entra como se tivesse comprado, sem lembretes e sem data para sair. Aviso sobre o acesso, não sobre o motivo.
    [revoke] A pessoa perde todos os dias, até os comprados. Se as remoções estiverem ativadas, eu a removo e aviso. Nenhum dinheiro é movimentado.
    [ban] Eu removo a pessoa, nenhum link libera a entrada dela, e ela não pode comprar. Os dias continuam correndo. Nenhum dinheiro é movimentado.
   *[unban] A pessoa pode comprar de novo. Se ainda tiver dias, envio um link.
}
support-confirm = { $ruling ->
    [grant] ✅ Sim, dar { $time }
    [grant_for_ever] ✅ Sim, para sempre
    [revoke] ✅ Sim, encerrar acesso
    [ban] ✅ Sim, banir
   *[unban] ✅ Sim, desbanir
}
support-done = { $ruling ->
    [revoke] ✔️ Acesso encerrado. Se as remoções estiverem ativadas, estou fazendo a remoção agora.
    [ban] ✔️ Banimento feito. Estou fazendo a remoção agora.
   *[unban] ✔️ O banimento acabou.
}
support-done-grant = { $until ->
    [unknown] ✔️ Acesso dado: { $time }.
    [for_ever] ✔️ Agora a pessoa tem acesso para sempre.
   *[other] ✔️ Acesso dado: { $time }. Vale até { $until }.
}
support-not-reachable = ⚠️ Ainda não posso escrever para essa pessoa. Peça que ela me abra, toque em COMEÇAR e envie /mysubs para entrar.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>Não consegui banir ou desbanir alguém</b>
support-telegram-says = <b>O Telegram diz:</b> { $reason }
support-ban-administrator = O Telegram não me deixa banir admins, então desfiz o banimento. Dispense a pessoa como admin no Telegram e bana de novo.
support-ban-refused = Abra o canal ou grupo, toque no nome dele, em Administradores (em um grupo: Editar → Administradores) e em mim e ative <b>{ $right }</b>. Continuo tentando.

support-not-sold-to-you = 🚫 { $title } não está disponível para você. Dúvidas? /paysupport

## Answers, above a page. Plain text.

support-person-missing = Escolha primeiro a pessoa. Envie o @username ou o ID do Telegram.
support-user-unknown = Esse usuário não existe. Envie o @username ou o ID do Telegram.
support-username-unknown = Pelo nome, só encontro clientes, membros e gerentes daqui. Envie o ID do Telegram.
support-nothing-to-confirm = Não há mais nada a confirmar. Toque em 🎁 Dar acesso para começar de novo.
support-not-given-days = Envie um número inteiro de dias, de 1 a { $max }, ou “para sempre”.
support-not-a-reason = Envie um motivo de 1 a { $max } caracteres.
support-banned-unban-first = Essa pessoa está banida. Primeiro desbana, depois dê os dias.
support-no-private-channel = Ainda não há um canal ou grupo privado para essa pessoa entrar. Escolha um em ⚙️ Configurações.
support-no-access-to-end = Essa pessoa não tem acesso para encerrar.
support-has-for-ever = A pessoa já tem acesso para sempre, então mais dias não mudam nada. Para dar um prazo, encerre antes o acesso.
support-banned-already = Essa pessoa já está banida.
support-on-team = Essa pessoa está na equipe ou é admin no Telegram. Primeiro tire a função dela, aqui e no Telegram. Depois, pode banir.
support-not-banned = Essa pessoa não está banida.
