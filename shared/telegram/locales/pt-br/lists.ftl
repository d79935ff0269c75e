## Parts of a line. No capital, no full stop.

lists-donation = doação
lists-open = ⏳ aguardando pagamento
lists-cancelled = ✖️ cancelado
lists-refused = ✖️ não foi possível criar a cobrança
lists-settled = ✅ pago
lists-refunded = ↩️ devolvido
lists-paid-never = nunca pagou
lists-paid-until = { $time ->
    [for_ever] acesso para sempre
   *[other] pago até { $time }
}
lists-paid-grace = terminou em { $time }, no prazo extra
lists-paid-grace-until = terminou em { $time }, no prazo extra até { $until }
lists-paid-ended = terminou em { $time }
lists-paid-by-other = { $time ->
    [for_ever] com acesso para sempre por { $offer }
   *[other] com acesso por { $offer } até { $time }
}
lists-administrator = admin
lists-joined-admitted = entrada liberada por mim
lists-joined-before = já estava antes de pagar
lists-joined-unknown = entrada liberada por outra pessoa
lists-link-live = tem um link que funciona
lists-link-ended = o link não funciona mais
lists-link-none = ainda sem link
lists-link-banned = banido no Telegram
lists-in-of = em { $inside } de { $places }

## The members.

lists-members-title = 👥 <b>Membros de { $title }</b>
lists-members-counts = Dentro: { $in } · sem pagar: { $unpaid } · pagou e está fora: { $out }
lists-members-in = ✅ Dentro
lists-members-unpaid = ⚠️ Sem pagar
lists-members-out = 🚪 Pagou, está fora
lists-members-in-empty = Ainda não há membros.
lists-members-unpaid-empty = Todos os membros que conheço pagaram ou não precisam pagar.
lists-members-out-empty = Todos que pagaram estão dentro.
lists-member-line = { $symbol } { $person }: { $about }
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
lists-more-than = { $count }+
lists-cut = <i>A lista vai até { $count }. As tabelas de /stats têm mais.</i>
lists-members-limit = <i>Só vejo os membros que entraram depois de mim.</i>
lists-members-main = <i>As listas contam quem está em { $place }. Toque em um membro para ver cada canal e grupo.</i>
lists-members-limit-counted = { $count ->
    [one] <i>Só vejo os membros que entraram depois de mim. O Telegram contou { $count } membro em { $time }.</i>
   *[other] <i>Só vejo os membros que entraram depois de mim. O Telegram contou { $count } membros em { $time }.</i>
}

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> em { $title }
lists-member-id = <b>ID do Telegram:</b> <code>{ $id }</code>
lists-member-now = <b>Agora:</b> { $place }
lists-member-now-seen = <b>Agora:</b> { $place } (dados de { $time })
lists-member-in = dentro
lists-member-administrator = dentro, como admin
lists-member-out = fora
lists-member-banned = banido
lists-member-unseen = nunca visto dentro
lists-member-access = <b>Acesso:</b> { $paid }
lists-member-link = <b>Link de convite:</b> { $link }
lists-member-joined = <b>Origem:</b> { $joined }
lists-member-joined-protected = <b>Origem:</b> { $joined }. Só removo se você pedir.
lists-place = <b>{ $place }</b>: { $about }
lists-place-seen = em { $time }
lists-place-protected = só removo se você pedir
lists-place-too-many = não consegue entrar: está em todos os canais e grupos que o Telegram permite
lists-place-refused = o Telegram não me deixa adicionar
lists-place-removing = sendo removido
lists-place-removed = removido em { $time }
lists-place-removal-trouble = não consigo remover: { $reason }
lists-member-granted = { $count ->
    [0] <b>Recebeu:</b> nenhum dia
    [one] <b>Recebeu:</b> { $count } dia ao todo
   *[other] <b>Recebeu:</b> { $count } dias ao todo
}
lists-member-granted-for-ever = <b>Recebeu:</b> para sempre
lists-member-orders = { $count ->
    [0] <b>Pedidos:</b> nenhum
   *[other] <b>Pedidos:</b> { $count }
}
lists-member-orders-latest = <b>Pedidos:</b> { $count } (abaixo, os mais recentes: { $shown })
lists-member-manage = 🛟 Gerenciar acesso

## The orders.

lists-orders-title = 🧾 <b>Pedidos de { $title }</b>
lists-orders-all = Todos
lists-orders-open = ⏳ Em aberto
lists-orders-settled = ✅ Pagos
lists-orders-unpaid = ✖️ Não pagos
lists-orders-refunded = ↩️ Devolvidos
lists-orders-donations = 💝 Doações
lists-orders-empty = Ainda não há pedidos aqui.
lists-orders-hint = Toque em um pedido para ver o que aconteceu.
lists-orders-shown = <b>{ $filter }:</b> { $count }
lists-order-line = • <b>{ $amount }</b>, { $item }, { $person }: { $state }, { $time }
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }, { $item }

## The story of an order, for the owner.

lists-story-title = 📜 <b>{ $order }</b> em { $title }
lists-story-state = <b>Situação:</b> { $state }
lists-story-created = O pedido foi feito por { $amount }.
lists-story-created-unknown = O pedido foi feito.
lists-story-decided-accept = { $person } aceitou um pagamento como veio.
lists-story-decided-credit = { $person } creditou um pagamento.
lists-story-decided-refund = { $person } marcou um pagamento como devolvido.
lists-story-decided-wait = { $person } preferiu esperar um pagamento.
lists-story-decided = { $person } decidiu sobre um pagamento.
lists-story-decided-nobody = Ninguém decidiu por uma semana, então aceitei um pagamento que veio com um pouco a menos.
lists-story-extended = { $duration ->
    [unknown] Quem comprou ganhou mais tempo.
    [for_ever] Acesso liberado para quem comprou, para sempre.
   *[other] Acesso liberado para quem comprou: { $duration }.
}
lists-story-link-made = Criei um link de convite para quem comprou.
lists-story-link-used = O link foi usado e está fechado.
lists-story-link-closed = O link foi fechado.
lists-story-approved = Quem comprou entrou.
lists-story-removed = Quem comprou foi removido.
lists-story-left = Quem comprou já tinha saído quando o acesso terminou.
lists-story-cancelled = Quem comprou cancelou o pedido.
lists-story-set-aside = Quem comprou fez outro pedido no lugar deste. Você decide sobre o dinheiro.
lists-story-reopened = Quem comprou reabriu o pedido.
lists-story-confirmed = Quem doou confirmou o valor.
lists-story-told = { $topic ->
    [pay_now] Enviei a cobrança a quem comprou.
    [choose_payment] Perguntei a quem comprou como queria pagar.
    [stars_refused] Avisei a quem comprou que não há fatura em estrelas.
    [invoice_delayed] Avisei a quem comprou que a cobrança está demorando.
    [invoice_refused] Avisei a quem comprou que não há cobrança.
    [case_waiting] Avisei a quem comprou que você ainda não decidiu.
    [case_accepted] Avisei a quem comprou que o pagamento foi aceito.
    [rest_refused] Escrevi a quem comprou sobre o resto que falta.
    [payment_news] Escrevi a quem comprou sobre o pagamento.
    [thanks] Agradeci a quem comprou.
    [access] Enviei o link de convite a quem comprou.
    [access_delayed] Avisei a quem comprou que o link de convite está demorando.
    [access_ended] Avisei a quem comprou que o acesso terminou.
   *[other] Escrevi a quem comprou.
}
lists-story-not-told = { $topic ->
    [pay_now] Não consegui enviar a cobrança a quem comprou.
    [choose_payment] Não consegui perguntar a quem comprou como queria pagar.
    [stars_refused] Não consegui avisar a quem comprou que não há fatura em estrelas.
    [invoice_delayed] Não consegui avisar a quem comprou que a cobrança está demorando.
    [invoice_refused] Não consegui avisar a quem comprou que não há cobrança.
    [case_waiting] Não consegui avisar a quem comprou que você ainda não decidiu.
    [case_accepted] Não consegui avisar a quem comprou que o pagamento foi aceito.
    [rest_refused] Não consegui escrever a quem comprou sobre o resto que falta.
    [payment_news] Não consegui escrever a quem comprou sobre o pagamento.
    [thanks] Não consegui agradecer a quem comprou.
    [access] Não consegui enviar o link de convite a quem comprou.
    [access_delayed] Não consegui avisar a quem comprou que o link de convite está demorando.
    [access_ended] Não consegui avisar a quem comprou que o acesso terminou.
   *[other] Não consegui escrever a quem comprou.
}
lists-story-told-owner = Escrevi ao dono.
lists-story-not-told-owner = Não consegui escrever ao dono.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = Hoje
lists-last-7-days = Últimos 7 dias
lists-last-30-days = Últimos 30 dias
lists-revenue = Receita
lists-gross = Bruto: { $gross }
lists-sent-back = ↩️ Devoluções: { $count }, { $amount }
lists-period = { $period }: { $net }
lists-period-gross = { $period }: { $net } (bruto { $gross }, devolvido { $amount })
lists-net = <b>{ $of }: { $net }</b>
lists-tally = { $of }: { $amount }
lists-sales = { $count ->
    [one] { $count } venda: { $amount }
   *[other] { $count } vendas: { $amount }
}
lists-gifts = { $count ->
    [one] { $count } doação: { $amount }
   *[other] { $count } doações: { $amount }
}
lists-counted = { $count ->
    [one] { $count } pagamento atípico creditado: { $amount }
   *[other] { $count } pagamentos atípicos creditados: { $amount }
}
lists-donations = Doações
lists-unknown-coin = Moeda desconhecida
lists-more = e mais { $count }: { $amount }
lists-change = 👥 Novos: { $new } · renovaram: { $renewed } · perdidos: { $lost }
lists-active-for-ever = ♾ <b>Para sempre:</b> { $count }
lists-for-ever-sold = ♾ Vendas para sempre: { $count }, { $amount }
lists-as-of = 🕒 Dados de { $time }
lists-zone = Os dias começam à meia-noite em { $zone }.
lists-tables-hint = Os botões enviam todos os pedidos, pagamentos ou membros em uma tabela (CSV).
lists-table-orders = 🧾 Pedidos (CSV)
lists-table-payments = 💳 Pagamentos (CSV)
lists-table-members = 👥 Membros (CSV)
lists-file-payments = 💳 <b>Pagamentos de { $title }</b>
lists-file-rows = { $count ->
    [one] { $count } linha, começando pela mais recente.
   *[other] { $count } linhas, começando pela mais recente.
}
lists-file-cut = Há mais. Só as mais recentes cabem em um arquivo.
lists-file-rows-members = { $count ->
    [one] { $count } linha.
   *[other] { $count } linhas, começando pelos IDs do Telegram mais altos.
}
lists-file-cut-members = Há mais. Só os que têm os IDs do Telegram mais altos cabem em um arquivo.

## The picture of a channel's figures. Short, because the space is small.

lists-chart-revenue = { $days ->
    [one] Receita menos devoluções, { $days } dia
   *[other] Receita menos devoluções, { $days } dias
}
lists-chart-members = Membros: { $active } · Novos: { $new } · Saídas: { $lost }

## The daily digest.

lists-digest-title = 📊 <b>Resumo diário de { $title }</b>
lists-digest-time = { $from } – { $until }
lists-digest-sales = { $count ->
    [0] <b>Assinaturas:</b> nenhuma
   *[other] <b>Assinaturas:</b> { $count }, { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>Doações:</b> nenhuma
   *[other] <b>Doações:</b> { $count }, { $amount }
}
lists-digest-counted = <b>Pagamentos atípicos creditados:</b> { $count }, { $amount }
lists-digest-for-ever = ♾ <b>Vendas para sempre:</b> { $count }, { $amount }
lists-digest-refunds = <b>Devoluções:</b> { $count }
lists-digest-joined = <b>Novos membros:</b> { $count }
lists-digest-lost = <b>Membros perdidos:</b> { $count }
lists-digest-lapsed = <b>Não renovaram:</b> { $count } – { $names }
lists-digest-removed = <b>Removidos:</b> { $count } – { $names }
lists-digest-turned-away = <b>Entrada recusada:</b> { $count } – { $names }
lists-digest-more = mais { $count }
lists-digest-cases = ⚠️ <b>Esperam sua decisão:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>Histórico de { $title }</b>
lists-log-order = Do mais recente ao mais antigo.
lists-log-empty = Nada foi feito ainda.
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « Mais recentes
lists-log-older = Mais antigos »
lists-log-bot = O bot
lists-log-channel-set-up = { $by } configurou a oferta
lists-log-private-channel-changed = { $by } escolheu outro canal ou grupo privado
lists-log-public-channel-changed = { $by } escolheu outro canal público
lists-log-tier-added = { $by } adicionou um plano
lists-log-tier-changed = { $by } alterou um plano
lists-log-tier-removed = { $by } removeu um plano
lists-log-removals-set = { $by } mudou o que acontece com quem não renova
lists-log-administrator-invited = { $by } convidou alguém para a equipe
lists-log-administrator-added = { $by } aceitou um convite para a equipe
lists-log-administrator-removed = { $by } encerrou uma função
lists-log-role-changed = { $by } mudou uma função
lists-log-ownership-transferred = { $by } transferiu a oferta
lists-log-ownership-claimed = { $by } assumiu a oferta por ter criado o chat no Telegram
lists-log-notifications-changed = { $by } mudou as notificações
lists-log-notification-tried = { $by } testou uma notificação
lists-log-missed-sent-again = { $by } pediu o reenvio de notificações perdidas
lists-log-posts-published = { $by } publicou os posts
lists-log-posts-scheduled = { $by } agendou posts diários
lists-log-posts-unscheduled = { $by } parou os posts diários
lists-log-posts-refreshed = { $by } atualizou os posts
lists-log-posts-removed = { $by } apagou os posts
lists-log-post-switched = { $by } ativou ou desativou um post
lists-log-table-exported = { $by } exportou uma tabela
lists-log-channel-paused = { $by } pausou as vendas
lists-log-channel-resumed = { $by } retomou as vendas
lists-log-setting-changed = { $by } mudou uma configuração
lists-log-access-granted = { $by } deu dias
lists-log-access-revoked = { $by } encerrou um acesso
lists-log-renewal-ended = { $by } parou uma renovação
lists-log-banned = { $by } baniu um usuário
lists-log-unbanned = { $by } desbaniu um usuário
lists-log-ban-failed = { $by } ainda não conseguiu banir um usuário no Telegram
lists-log-ban-given-up = { $by } desistiu de um banimento, porque o Telegram não bane admins
lists-log-order-set-aside = { $by } fez outro pedido e deixou um pagamento parcial a cargo do dono
lists-log-case-accept = { $by } aceitou um pagamento como veio
lists-log-case-credit = { $by } creditou um pagamento
lists-log-case-refund = { $by } marcou um pagamento como devolvido
lists-log-case-wait = { $by } preferiu esperar um pagamento
lists-log-protection-ended = { $by } permitiu a remoção de um membro que entrou antes do bot
lists-log-brake-released = { $by } liberou as remoções por uma hora
lists-log-removals-stopped = { $by } desativou as remoções
lists-log-join-approved = { $by } liberou a entrada de um membro
lists-log-join-declined = { $by } recusou uma solicitação de entrada
lists-log-join-refusal-said = { $by } explicou por que um link não funciona
lists-log-left = { $by } notou que um membro tinha saído
lists-log-removed = { $by } removeu um membro cujo acesso tinha terminado
lists-log-removal-dry-run = { $by } teria removido um membro, mas as remoções estão desativadas
lists-log-removal-failed = { $by } não conseguiu remover um membro
lists-log-removal-undone = { $by } enviou um link a um membro que tinha sido removido por engano
lists-log-place-opened = { $by } adicionou um chat à oferta
lists-log-place-closed = { $by } retirou um chat da oferta
lists-log-takeover-confirmed = { $by } importou uma lista de membros
lists-log-takeover-undone = { $by } desfez uma lista de membros
lists-log-access-listed = { $by } definiu o acesso por uma lista
lists-log-access-unlisted = { $by } retirou o que uma lista deu
lists-log-member-kept = { $by } manteve um membro cujo acesso tinha terminado, porque ele entrou antes de pagar
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = { $from } → { $to }
lists-detail-to = → { $to }
lists-detail-until = até { $to }
lists-detail-cause = { $cause ->
    [expired] não renovou
    [refunded] o dinheiro foi devolvido
    [ended_by_owner] o dono encerrou o acesso
    [banned] banido
   *[other] { $cause }
}
lists-detail-reason = motivo: { $reason }
lists-detail-tier = plano { $tier }
lists-detail-payment = pagamento { $payment }
lists-detail-hour = às { $hour }
lists-detail-place = em “{ $place }”
lists-detail-setting = { $setting ->
    [title] nome
    [description] descrição
    [donation_message] mensagem de doação
    [time_zone] fuso horário
    [grace_hours] prazo extra
    [tolerance_percent] diferença aceita
    [listed] lista pública
    [name] nome
    [price_cents] preço
    [price_stars] preço em Stars
    [donation_stars] doações em Stars
    [days] duração
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] dono
    [manager] gerente
    [read_only] leitor
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] remoções ativadas
    [dry_run] modo de teste
    [off] remoções desativadas
   *[other] { $removals }
}
lists-detail-news = { $news ->
    [on] ativadas
    [off] desativadas
    [here] para esta pessoa
    [owner] para o dono
    [each] cada venda
    [digest] um resumo diário
    [both] cada venda e um resumo diário
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] oferta
    [donate] botão de doação
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] pedidos
    [payments] pagamentos
    [members] membros
   *[other] { $table }
}
lists-detail-other = { $name }: { $value }
