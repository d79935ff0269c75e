## To the buyer, with the link or without it.

access-paid = ✅ <b>Seu pagamento para { $title } chegou.</b>
access-credited = ➕ <b>O dono de { $title } converteu seu pagamento em mais tempo de acesso.</b>
access-link = 🔓 <b>Seu link para { $title }</b>
access-inside = ✅ <b>Você está em { $title }.</b>
access-given = { $duration ->
    [for_ever] 🎁 <b>O dono de { $title } deu a você acesso para sempre.</b>
   *[other] 🎁 <b>O dono de { $title } deu { $duration } a você.</b>
}
access-unbanned = ✅ <b>O dono de { $title } desbaniu você.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>{ $title } mudou para um novo grupo.</b>
   *[channel] 🚚 <b>{ $title } mudou para um novo canal.</b>
}
access-readmitted = 🙏 <b>Desculpe! Sua renovação de { $title } chegou bem na hora em que eu estava removendo você.</b>
access-place = 🔓 <b>{ $place } faz parte de { $title }.</b>
access-place-added = ➕ <b>O dono adicionou { $place } a { $title }.</b>
access-places-opened = Abertos: { $inside } de { $places }.
access-until = { $until ->
    [for_ever] Você tem acesso para sempre.
   *[other] Você tem acesso até { $until }.
}
access-renewed-until = { $until ->
    [for_ever] Agora você tem acesso para sempre.
   *[other] Renovado. Você tem acesso até { $until }.
}
access-join-how = Toque em “{ $button }” e depois em “Solicitar entrada”. A entrada é liberada em um segundo. O link só funciona para você.
access-join = 🔓 Entrar em { $title }

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>Seu acesso a { $title } é para sempre.</b>
   *[other] ⏳ <b>Seu acesso a { $title } está pago até { $until }.</b>
}
access-delayed-too-many-chats = Você já está em todos os canais e grupos que o Telegram permite, então ainda não consigo liberar sua entrada. Saia de algum deles e eu libero em até duas horas. Para entrar na hora, toque em “{ $button }”.
access-delayed-owner-told = O Telegram não me deixa adicionar você agora. Já avisei o dono e mando o link assim que der certo. Você não precisa pagar de novo.
access-delayed-trying = O Telegram não me deixa adicionar você agora. Continuo tentando e mando o link assim que der certo. Você não precisa pagar de novo.
access-my-subscriptions = 📜 Minhas assinaturas
access-try-again = 🔁 Tentar de novo

access-link-refused = 🙏 <b>Esse link para { $title } é de outra pessoa ou já expirou.</b>
access-link-refused-offer = Nada foi cobrado. Você pode comprar seu próprio acesso.
access-see-offer = 💎 Ver oferta

## Reminders.

access-reminder = { $days ->
    [one] ⏰ <b>Seu acesso a { $title } termina em { $days } dia: { $end }.</b>
   *[other] ⏰ <b>Seu acesso a { $title } termina em { $days } dias: { $end }.</b>
}
access-reminder-ended = ⏰ <b>Seu acesso a { $title } terminou.</b>
access-reminder-grace = ⏰ <b>Seu acesso a { $title } terminou. Você pode ficar até { $until }.</b>
access-renew-early = Renove antes do fim e não perca nenhum dia.
access-renew-any-time = Você pode renovar quando quiser.
access-renew-paused = O dono pausou as vendas, então não dá para renovar agora. Tente mais tarde em /mysubs.
access-renew-stopped = Não está à venda no momento, então não dá para renovar. Tente mais tarde em /mysubs.
access-renew = 💎 Renovar

## After the end.

access-ended = 👋 <b>Seu acesso a { $title } terminou.</b>
access-ended-thanks = Foi bom ter você lá. Volte quando quiser.
access-ended-owed-title = 🙏 <b>Você pagou por { $title } e não consegui liberar sua entrada.</b>
access-ended-owed = Sinto muito. Avisei o dono, que pode dar o tempo a você ou devolver o dinheiro. Seu pedido está em /mysubs.
access-ended-by-owner = 👋 <b>O dono de { $title } encerrou seu acesso.</b>
access-ended-by-owner-questions = Dúvidas? /paysupport
access-come-back = 💎 Voltar

## A buyer's subscriptions and orders.

access-mine = <b>Suas assinaturas</b>
access-mine-none = Você ainda não tem assinaturas.
access-show-channels = 📣 Ver ofertas
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: para sempre
   *[other] ✅ <b>{ $title }</b>: até { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: terminou em { $end }. Você pode ficar até { $until }.
access-mine-ended = ⌛ <b>{ $title }</b>: terminou em { $end }
access-mine-places = Abertos: { $inside } de { $places }
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: você ainda não entrou
access-mine-place-too-many = ⏳ { $place }: você está em todos os canais e grupos que o Telegram permite. Saia de algum e toque em “{ $button }”.
access-mine-place-owner-told = ⏳ { $place }: o Telegram não me deixa adicionar você. Já avisei o dono.
access-mine-place-trying = ⏳ { $place }: o Telegram ainda não me deixa adicionar você. Continuo tentando.
access-renew-title = 💎 Renovar { $title }
access-come-back-title = 💎 Voltar: { $title }
access-open-channel = 🔓 Abrir canal
access-open-group = 🔓 Abrir grupo
access-mine-orders = <b>Seus pedidos</b>
access-mine-order = • { $order }: { $progress }
access-mine-more = { $count ->
    [one] e mais { $count }
   *[other] e mais { $count }
}
access-mine-story-hint = Toque em 📜 para ver o que aconteceu com um pedido.
access-mine-story = 📜 { $amount }, { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>Não consigo liberar a entrada de { $person }, que pagou por { $title }.</b>
access-trouble-too-late = 🚨 <b>Nunca consegui liberar a entrada de { $person }, que pagou por { $title }.</b>
access-advice-right = { $kind ->
    [supergroup] Abra o grupo, toque no nome dele, em Editar → Administradores e em mim (me adicione se eu não estiver lá) e ative <b>Convidar Usuários via Link</b>. Continuo tentando. Até lá, ninguém que pagar consegue entrar.
   *[channel] Abra o canal privado, toque no nome dele, em Administradores e em mim (me adicione se eu não estiver lá) e ative <b>Convidar Usuários via Link</b>. Continuo tentando. Até lá, ninguém que pagar consegue entrar.
}
access-advice-full = { $kind ->
    [supergroup] O grupo já tem todos os membros que o Telegram permite. Remova alguns e eu libero a entrada de todos que pagaram. Ou devolva o dinheiro.
   *[channel] O canal privado já tem todos os membros que o Telegram permite. Remova alguns e eu libero a entrada de todos que pagaram. Ou devolva o dinheiro.
}
access-advice-banned = { $kind ->
    [supergroup] Essa pessoa está banida do grupo. Abra o grupo, toque no nome dele, em Usuários Removidos, e tire a pessoa da lista. Aí eu libero a entrada. Ou devolva o dinheiro.
   *[channel] Essa pessoa está banida do canal privado. Abra o canal, toque no nome dele, em Usuários Removidos, e tire a pessoa da lista. Aí eu libero a entrada. Ou devolva o dinheiro.
}
access-advice-no-channel = Nenhum canal ou grupo privado foi definido, então não há onde entrar. Defina um em /channels e eu libero a entrada de todos.
access-advice-about-user = { $kind ->
    [supergroup] Seu grupo está em ordem. O Telegram recusa só essa pessoa. Continuo tentando. Se demorar, devolva o dinheiro.
   *[channel] Seu canal está em ordem. O Telegram recusa só essa pessoa. Continuo tentando. Se demorar, devolva o dinheiro.
}
access-advice-too-late = O tempo que foi pago já acabou. Dê o tempo de novo ou devolva o dinheiro.

## To the owner: removals.

access-removal-trouble = 🚨 <b>Não consigo remover { $person }, que não tem mais acesso a { $title }.</b>
access-removal-right = { $kind ->
    [supergroup] Abra o grupo, toque no nome dele, em Editar → Administradores e em mim (me adicione se eu não estiver lá) e ative <b>Banir Usuários</b>. Continuo tentando. Até lá, não consigo remover ninguém.
   *[channel] Abra o canal privado, toque no nome dele, em Administradores e em mim (me adicione se eu não estiver lá) e ative <b>Banir Usuários</b>. Continuo tentando. Até lá, não consigo remover ninguém.
}
access-removal-administrator = Essa pessoa é admin, e só você pode remover admins. Dispense-a como admin e eu faço a remoção. Ou deixe que fique.
access-removal-unanswered = Faz um dia que o Telegram não conclui a remoção. Continuo tentando. Você não precisa fazer nada.
access-removal-unclear = Veja se a pessoa ainda está lá e, se estiver, faça a remoção por lá. Continuo tentando.
access-kept = 👤 <b>Deixei { $person } ficar, mesmo sem acesso a { $title }.</b>
access-kept-why = Não fui eu que liberei a entrada: a pessoa entrou antes de pagar ou alguém a adicionou. Só removo se você pedir.
access-remove = 🚪 Remover
access-brake = 🛑 <b>As remoções de { $title } estão mais lentas.</b>
access-brake-why = { $removed ->
    [one] Em uma hora, removi { $removed } membro cujo acesso tinha terminado. É mais que o normal. Os outros vêm depois, no máximo { $most } por hora.
   *[other] Em uma hora, removi { $removed } membros cujo acesso tinha terminado. É mais que o normal. Os outros vêm depois, no máximo { $most } por hora.
}
access-brake-release-does = <b>Continuar:</b> todos cujo acesso terminou são removidos agora. O limite fica desligado por uma hora.
access-brake-stop-does = <b>Parar remoções:</b> ninguém é removido até você ativar as remoções de novo.
access-brake-release = ▶️ Continuar
access-brake-stop = ⏹ Parar remoções

## Answers to the owner about removals. Plain text.

access-removal-now = Estou removendo agora.
access-removal-at-end = Essa pessoa tem acesso de novo. Removo quando ele terminar, se não for renovado.
access-removal-never = A pessoa tem acesso para sempre, então ela fica.
access-removal-switched-off = As remoções estão desativadas. Removo essa pessoa quando você as ativar de novo.
access-removals-released = As remoções continuam. O limite fica desligado por uma hora.
access-removals-stopped = Ninguém é removido até você ativar as remoções de novo.
