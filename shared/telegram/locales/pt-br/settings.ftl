## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>Configurações de { $title }</b>
settings-none = nada definido
settings-private = { $kind ->
    [supergroup] <b>Grupo privado:</b> { $value }
   *[channel] <b>Canal privado:</b> { $value }
}
settings-public = <b>Canal público:</b> { $value }
settings-description = <b>Descrição:</b> { $value }
settings-tiers = <b>Planos:</b> { $count }
settings-donation-message = <b>Mensagem para quem doa:</b> { $value }
settings-grace = <b>Prazo extra:</b> { $hours ->
    [0] nenhum
    [one] { $hours } hora
   *[other] { $hours } horas
}
settings-tolerance = <b>Diferença aceita:</b> { $percent }%
settings-removals = <b>Remoções:</b> { $removals ->
    [dry_run] modo de teste, ninguém é removido
    [off] desativadas, ninguém é removido
   *[on] ativadas, membros são removidos quando o acesso termina
}
settings-time-zone = <b>Fuso horário:</b> { $timeZone }
settings-language = <b>Idioma dos posts:</b> { $language }
settings-listed = <b>Na lista de /start:</b> { $listed ->
    [no] não
    [blocked] não, porque quem opera este bot não permite
   *[yes] sim
}

settings-button-title = ✏️ Nome
settings-button-description = ✏️ Descrição
settings-button-tiers = 💎 Planos
settings-button-donation-message = 💝 Mensagem de doação
settings-button-amounts = 💝 Valores de doação
settings-button-grace = ⏳ Prazo extra
settings-button-tolerance = ➗ Diferença aceita
settings-button-removals = 🚪 Remoções
settings-button-time-zone = 🌍 Fuso horário
settings-button-language = 🌐 Idioma dos posts
settings-button-private = { $kind ->
    [supergroup] 🔒 Grupo privado
   *[channel] 🔒 Canal privado
}
settings-button-public = 📢 Canal público
settings-button-unlist = 🙈 Tirar da lista
settings-button-list = 📃 Pôr na lista
settings-button-team = 👥 Equipe

## Removals.

settings-removals-title = 🚪 <b>Remoções de { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>Modo de teste.</b> Ninguém é removido. Anoto no histórico quem seria.
    [off] <b>Desativadas.</b> Ninguém é removido.
   *[on] <b>Ativadas.</b> Membros são removidos quando o acesso termina.
}
settings-removals-on = ✅ Ativar
settings-removals-trial = 👀 Modo de teste
settings-removals-off = ⛔️ Desativar

## The language of the posts.

settings-language-title = 🌐 <b>Idioma dos posts de { $title }</b>
settings-language-now = Meus posts e o que escrevo em grupos sobre esta oferta estão neste idioma: { $language }. Toque em outro idioma para mudar.
settings-language-note = Para você e para cada cliente, escrevo no idioma que a pessoa escolheu: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>Planos de { $title }</b>
settings-tiers-none = Nenhum. Você só recebe doações.
settings-tiers-choose = Toque em um para mudá-lo.
settings-tiers-item = 💎 { $tier } · { $price } · { $duration }
settings-tiers-add = ➕ Adicionar plano
settings-tier-title = 💎 <b>{ $tier }</b>, plano de { $title }
settings-tier-price = { $duration ->
    [for_ever] { $price } por acesso para sempre.
   *[other] { $price } por { $duration }.
}
settings-tier-note = Mudanças valem para novos pedidos. Pedidos em aberto mantêm as condições.
settings-tier-edit-name = ✏️ Nome
settings-tier-edit-price = ✏️ Preço
settings-tier-edit-days = ✏️ Dias
settings-tier-remove = 🗑 Remover

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
settings-ask-now = <b>Agora:</b> { $value }
settings-ask-type = Digite e envie.
settings-ask-name = Qual é o nome? Ele aparece na lista, nas cobranças e em cada mensagem.
settings-ask-description = O que a pessoa recebe ao comprar? Escreva algumas frases. Elas aparecem acima dos preços.
settings-ask-donation-message = O que você quer dizer a quem doa? O texto aparece acima do teclado.
settings-ask-grace = Por quantas horas os membros podem ficar depois que o acesso termina? De 0 a 720.
settings-ask-tolerance = Quanto pode faltar de um pagamento, em porcentagem? De 0 a 20.
settings-ask-time-zone = Qual é o seu fuso horário? Toque em um ou envie o nome de uma cidade grande perto de você.
settings-ask-tier-name = Qual é o nome do plano? Por exemplo, “Ouro”.
settings-ask-tier-price = Quanto custa, em dólares americanos? Por exemplo, 29,99. O mínimo é { $least }.
settings-ask-tier-days = Quantos dias dura? De 1 a 3650, ou “para sempre”.
settings-ask-donation-amounts = Quais valores podem ser doados com um toque? Por exemplo, 5 10 25.
settings-ask-case-worth = Quanto valia, em dólares americanos? Por exemplo, 12,50.
settings-ask-days = Quantos dias você quer dar?
settings-ask-reason = Por quê? Algumas palavras para o histórico.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>Grupo privado de { $title }</b>
   *[channel] 🔒 <b>Canal privado de { $title }</b>
}
settings-chat-private-ask = Qual canal ou grupo você vende? Só dá para trocar enquanto ninguém tem acesso.
settings-chat-public = 📢 <b>Canal público de { $title }</b>
settings-chat-public-ask = Onde eu publico?
settings-chat-none = 🚫 Sem canal público

## Notifications.

settings-notify-title = 🔔 <b>Notificações de { $title }</b>
settings-notify-when-off = <b>Vendas:</b> sem aviso. O dono ainda fica sabendo de pagamentos atípicos e de problemas com membros.
settings-notify-when-each = <b>Vendas:</b> cada uma na hora
settings-notify-when-daily = <b>Vendas:</b> em um resumo diário às { $hour } ({ $timeZone })
settings-notify-when-both = <b>Vendas:</b> cada uma na hora, e um resumo diário às { $hour } ({ $timeZone })
settings-notify-to-you = <b>Destino:</b> você, aqui
settings-notify-to-owner = <b>Destino:</b> o dono ({ $chat })
settings-notify-to-chat = <b>Destino:</b> { $chat }
settings-notify-reachable = <b>Entrega:</b> funcionando
settings-notify-unreachable = ⚠️ Não consigo escrever neste chat desde { $since }: { $reason }
settings-notify-missed-count = ⚠️ <b>Não chegaram em 30 dias:</b> { $count }
settings-notify-switch-on = 🔔 Ativar
settings-notify-switch-off = 🔕 Desativar
settings-notify-each = Cada venda
settings-notify-daily = Resumo diário
settings-notify-both = Os dois
settings-notify-hour = 🕘 Resumo às { $hour }
settings-notify-here = 📩 Enviar para mim
settings-notify-owner = 📩 Enviar ao dono
settings-notify-test = 🧪 Enviar teste
settings-notify-missed = ⚠️ Ver não entregues
settings-digest-title = 🕘 <b>Resumo diário de { $title }</b>
settings-digest-ask = A que horas você quer receber? Hoje ele chega às { $hour }. O fuso horário é { $timeZone }.
settings-missed-title = ⚠️ <b>Notificações não entregues de { $title }</b>
settings-missed-count = { $count ->
    [0] Tudo foi entregue nos últimos 30 dias.
    [one] { $count } notificação não pôde ser entregue nos últimos 30 dias.
   *[other] { $count } notificações não puderam ser entregues nos últimos 30 dias.
}
settings-missed-item = <b>{ $what }</b>, { $at }
settings-missed-item-amount = <b>{ $what }</b>, { $amount }, { $at }
settings-missed-again = 🔁 Enviar de novo

settings-missed-sold = 🎉 Assinatura
settings-missed-donation = 💝 Doação
settings-missed-digest = 📊 Resumo diário
settings-missed-odd = ⚠️ Pagamento atípico
settings-missed-invoices = 🚨 Clientes não conseguem pagar
settings-missed-access = 🚨 Problema na entrada de um membro
settings-missed-removal = 🚨 Problema na remoção de um membro
settings-missed-ban = 🚨 Problema com um banimento
settings-missed-kept = 👤 Membro mantido
settings-missed-braked = 🛑 Remoções mais lentas
settings-missed-broken = 🚨 Não consigo atuar em um chat
settings-missed-works = ✅ Tudo voltou a funcionar
settings-missed-gone = 🚨 Um chat sumiu
settings-missed-became-public = 🚨 O que você vende está público
settings-missed-unreachable = ⚠️ Não consegui escrever em um chat

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = Está vazio. Digite algumas palavras.
settings-typed-too-long = São { $length } caracteres. O máximo é { $max }.
settings-typed-days = Digite um número inteiro de dias, de { $min } a { $max }, ou “para sempre”.
settings-typed-hours = Digite um número inteiro de horas, de { $min } a { $max }.
settings-typed-percent = Digite uma porcentagem inteira, de { $min } a { $max }.
settings-typed-price = Isso não é um preço. Digite em dólares, como 29,99.
settings-typed-worth = Digite em dólares, como 12,50. O máximo é { $most }.
settings-typed-price-high = O máximo é { $most }.
settings-typed-price-low = Hoje, os pagamentos em cripto começam em { $least }, então ninguém conseguiria pagar { $price }. Que tal { $suggested }?
settings-typed-time-zone = Não conheço esse fuso horário. Envie o nome de uma cidade grande perto de você, como São Paulo.
settings-typed-time-zones = Vários fusos horários têm esse nome. Escolha um ou envie o nome mais completo.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = As vendas estão pausadas. Os membros mantêm o tempo que pagaram.
settings-resumed = As vendas voltaram.
settings-listed-now = Agora /start mostra esta oferta.
settings-listed-if-allowed = /start vai mostrar esta oferta quando quem opera este bot permitir.
settings-unlisted = /start não mostra mais esta oferta. Os links para ela continuam funcionando.
settings-removals-set = { $removals ->
    [dry_run] O modo de teste está ativado. Ninguém é removido. Anoto quem seria.
    [off] As remoções estão desativadas. Ninguém é removido.
   *[on] As remoções estão ativadas. Membros são removidos quando o acesso termina.
}
settings-tier-gone = Este plano não existe mais.
settings-tier-removed = Removido. Não aparece mais para novas compras.
settings-tier-saved = Salvo. Pedidos em aberto mantêm as condições.
settings-tier-added = Incluído na sua oferta.
settings-tier-lost = Isso se perdeu. Adicione o plano de novo, por favor.
settings-tiers-most = O máximo são { $max } planos. Remova um primeiro.
settings-notify-saved = ✔️ Salvo.
settings-notify-no-digest = O resumo diário está desativado. Ative-o primeiro.
settings-test-begun = Enviando um teste agora.
settings-missed-coming = ✔️ Estou enviando tudo de novo agora.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ O teste chegou a você.
    [owner] ✅ O teste chegou ao dono.
   *[chat] ✅ O teste chegou ao chat { $chat }.
}
settings-test-not-started = { $to ->
    [you] ❌ O teste não chegou a você, porque você ainda não me iniciou. Abra { $link } e toque em COMEÇAR.
    [owner] ❌ O teste não chegou ao dono, que ainda não me iniciou. Peça que ele abra { $link } e toque em COMEÇAR.
   *[chat] ❌ O teste não chegou ao chat { $chat }, onde ainda não me iniciaram. Peça que abram { $link } e toquem em COMEÇAR.
}
settings-test-blocked = { $to ->
    [you] ❌ O teste não chegou a você, porque estou bloqueado. Desbloqueie-me e tente de novo.
    [owner] ❌ O teste não chegou ao dono, que me bloqueou. Peça que ele me desbloqueie.
   *[chat] ❌ O teste não chegou ao chat { $chat }, porque estou bloqueado lá.
}
settings-test-gone = { $to ->
    [you] ❌ O teste não chegou a você, porque sua conta não existe mais.
    [owner] ❌ O teste não chegou ao dono, porque a conta dele não existe mais.
   *[chat] ❌ O teste não chegou ao chat { $chat }, porque ele não existe mais.
}
settings-test-no-right = { $to ->
    [you] ❌ O teste não chegou a você, porque não tenho permissão para escrever para você.
    [owner] ❌ O teste não chegou ao dono, porque não tenho permissão para escrever para ele.
   *[chat] ❌ O teste não chegou ao chat { $chat }, porque não estou lá ou não tenho permissão para escrever.
}
settings-test-delayed = ⏳ O Telegram não aceita o teste no momento: { $reason }. Continuo tentando por um tempo.
settings-test-refused = ❌ O Telegram recusou o teste: { $reason }
