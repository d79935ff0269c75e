team-title = 👥 <b>Sua equipe em { $title }</b>
team-empty = Ninguém ainda.
team-choose = Toque em alguém para mudar o que a pessoa pode fazer.
team-roles = Gerentes podem fazer tudo, menos mudar a equipe, escolher os canais e grupos ou mostrar este em /start. Leitores não podem mudar nada.

team-person = 👤 { $person } ({ $role })
team-add-manager = ➕ Adicionar gerente
team-add-viewer = ➕ Adicionar leitor
team-make-viewer = 👀 Tornar leitor
team-make-manager = 🛠 Tornar gerente
team-transfer = 🔑 Transferir oferta
team-dismiss = 🗑 Remover da equipe

team-member = 👤 <b>{ $person }</b> em { $title }: { $role }

## An invitation, to be forwarded.

team-invitation = { $role ->
    [manager] ✉️ <b>Envie este link a quem vai ser gerente:</b>
   *[read_only] ✉️ <b>Envie este link a quem vai ser leitor:</b>
}
team-invitation-how = { $role ->
    [manager] A primeira pessoa que o abrir vira gerente de { $title }. Ele funciona uma vez e expira em um dia.
   *[read_only] A primeira pessoa que o abrir vira leitor de { $title }. Ele funciona uma vez e expira em um dia.
}
team-forward = ↗️ Encaminhar

## Giving the channel away.

team-transfer-asked = 🔑 <b>Transferir { $title } para { $person }?</b>
team-transfer-id = ID do Telegram da pessoa: <code>{ $id }</code>
team-transfer-means = A pessoa recebe tudo: as configurações, as vendas e os avisos sobre elas. Você fica sem nenhuma função, e só ela pode devolver tudo.
team-transfer-yes = 🔑 Sim, transferir
team-transfer-no = ✕ Não, ficar

## Answers: above a page, or as a message. Plain text.

team-not-on-team = Essa pessoa não está mais nesta equipe.
team-too-many = Uma equipe tem no máximo { $max } pessoas. Remova alguém primeiro.
team-role-changed = Mudança feita. Já avisei a pessoa.
team-removed = Saiu da equipe. Já avisei a pessoa.
team-invitation-over = Este convite já foi usado ou expirou. Peça outro ao dono.
team-full = Esta equipe já tem o máximo de gerentes. O dono pode remover alguém primeiro.
team-invitation-for-another = { $role ->
    [manager] Este link é para outra pessoa. Encaminhe-o a quem vai ser gerente de “{ $title }”.
   *[read_only] Este link é para outra pessoa. Encaminhe-o a quem vai ser leitor de “{ $title }”.
}
team-invitation-accepted = { $role ->
    [manager] Agora você é gerente de “{ $title }”. Envie /channels para abri-lo.
   *[read_only] Agora você é leitor de “{ $title }”. Envie /channels para abri-lo.
}
team-invitation-taken-up = { $role ->
    [manager] Convite aceito: agora { $person } é gerente de “{ $title }”.
   *[read_only] Convite aceito: agora { $person } é leitor de “{ $title }”.
}
team-role-given = { $role ->
    [manager] O dono tornou você gerente de “{ $title }”. Envie /channels para abri-lo.
   *[read_only] O dono tornou você leitor de “{ $title }”. Envie /channels para abri-lo.
}
team-role-taken = Você não cuida mais de “{ $title }”. O dono tirou sua função.
team-heir-not-administrator = A pessoa não é admin do canal ou grupo privado. Torne-a admin no Telegram e toque de novo no botão.
team-heir-not-poster = A pessoa não é admin do canal público. Torne-a admin no Telegram com { $right } e toque de novo no botão.
team-heir-lacks-rights = { $use ->
    [public] A pessoa precisa de { $rights } no canal público. Dê isso a ela no Telegram e toque de novo no botão.
   *[private] A pessoa precisa de { $rights } no canal ou grupo privado. Dê isso a ela no Telegram e toque de novo no botão.
}
team-channel-received = “{ $title }” agora é seu. O dono anterior passou tudo para você. Envie /channels para abrir.
team-channel-received-without-posts = “{ $title }” agora é seu. O dono anterior passou o canal para você. Não sou admin do canal público dele, então parei de publicar lá. Escolha outro em ⚙️ Configurações. Envie /channels para abri-lo.
team-channel-given-away = “{ $title }” não é mais seu. Você o transferiu, então não envio mais avisos das vendas dele.
team-transferred = Feito. “{ $title }” tem um novo dono.
