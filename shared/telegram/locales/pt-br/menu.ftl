menu-role = { $role ->
    [owner] dono
    [manager] gerente
   *[read_only] leitor
}

## The list of channels.

menu-channels-title = 🗂 <b>Suas ofertas</b>
menu-channels-none = Você ainda não tem nenhuma oferta aqui.
menu-channels-choose = Escolha uma.
menu-channels-choose-menu = Escolha uma para mudá-la ou ver as vendas dela.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ Nova oferta

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ Qualquer pessoa pode entrar no grupo privado pelo { $name } sem pagar. No Telegram, abra o grupo → Editar → Tipo de Grupo → Grupo Privado.
   *[channel] ⚠️ Qualquer pessoa pode entrar no canal privado pelo { $name } sem pagar. No Telegram, abra o canal → Editar → Tipo de Canal → Canal Privado.
}
menu-public-channel-of = ⚠️ Qualquer pessoa pode entrar em { $title } pelo { $name } sem pagar. No Telegram, abra → Editar e torne privado.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: seu grupo privado agora é público</b>

        Qualquer pessoa pode entrar pelo { $name } sem pagar. No Telegram, abra o grupo → Editar → Tipo de Grupo → Grupo Privado.
   *[channel] 🚨 <b>{ $title }: seu canal privado agora é público</b>

        Qualquer pessoa pode entrar pelo { $name } sem pagar. No Telegram, abra o canal → Editar → Tipo de Canal → Canal Privado.
}

## A channel's first page.

menu-you = Você: { $role }
menu-paused = ⏸ <b>Pausado.</b> Nada está à venda.
menu-stopped = ⏸ <b>Fora de venda no momento.</b> Não consigo liberar a entrada de ninguém.
menu-on-sale = { $tiers ->
    [0] ✅ <b>Recebendo doações.</b> Sem planos.
    [one] ✅ <b>À venda:</b> { $tiers } plano
   *[other] ✅ <b>À venda:</b> { $tiers } planos
}
menu-active = <b>Com acesso agora:</b> { $count }
menu-link = <b>Link para clientes:</b> { $link }
menu-unreachable = ⚠️ Os avisos de venda não estão chegando: { $chat }. Veja 🔔 Notificações.

menu-figures = 📊 Resultados
menu-cases = ⚠️ Pendências
menu-cases-waiting = ⚠️ Pendências ({ $count })
menu-members = 👥 Membros
menu-orders = 🧾 Pedidos
menu-give-access = 🎁 Dar acesso
menu-posts = 📌 Posts
menu-notifications = 🔔 Notificações
menu-settings = ⚙️ Configurações
menu-log = 📓 Histórico
menu-resume = ▶️ Retomar vendas
menu-pause = ⏸ Pausar vendas
menu-my-channels = « Minhas ofertas

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = Você não cuida desta oferta. Envie /channels para ver as suas.
menu-not-allowed = Sua função nesta oferta não permite isso. Fale com o dono.
menu-member-unknown = Não conheço este membro. Envie /members para ver a lista.
menu-order-unknown = Não encontro este pedido. Envie /orders para ver a lista.
menu-saved = Salvo.
menu-no-such-table = Essa tabela não existe.
menu-file-coming = O arquivo está a caminho.
menu-too-many-files = { $seconds ->
    [one] Foi muita coisa de uma vez. Tente de novo em { $seconds } segundo.
   *[other] Foi muita coisa de uma vez. Tente de novo em { $seconds } segundos.
}
