places-right-invite = “Convidar Usuários via Link”
places-right-ban = “Banir Usuários”
places-right-post = “Postar Mensagens”
places-right-other = “{ $right }”

places-chat = “{ $title }”
places-chat-unnamed = chat { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>Não sou admin do canal privado “{ $chat }”</b>
    [group] 🚨 <b>Não sou admin do grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>Não sou admin de “{ $chat }”</b>
   *[public] 🚨 <b>Não sou admin do canal público “{ $chat }”</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>Preciso de { $rights } no canal privado “{ $chat }”</b>
    [group] 🚨 <b>Preciso de { $rights } no grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>Preciso de { $rights } em “{ $chat }”</b>
   *[public] 🚨 <b>Preciso de { $rights } no canal público “{ $chat }”</b>
}
places-no-posts = Não consigo publicar nem atualizar sua oferta lá. As vendas continuam.
places-no-entry = Não consigo liberar a entrada de ninguém, então nada está à venda. Quando conseguir, todos que pagaram entram.
places-no-entry-extra = Não consigo liberar a entrada lá. Quando conseguir, todos que pagaram entram. As vendas continuam.
places-no-removals = Não consigo remover os membros quando o acesso deles termina. As vendas continuam.
places-add-me = { $kind ->
    [supergroup] Abra o grupo, toque no nome dele, depois em Editar → Administradores → Adicionar Admin e me escolha.
   *[channel] Abra o canal, toque no nome dele, depois em Administradores → Adicionar Admin e me escolha.
}
places-switch-on = { $kind ->
    [supergroup] Abra o grupo, toque no nome dele, em Editar → Administradores e em mim e ative { $rights }.
   *[channel] Abra o canal, toque no nome dele, em Administradores e em mim e ative { $rights }.
}

places-works = { $use ->
    [private] ✅ <b>Tudo voltou a funcionar no canal privado “{ $chat }”</b>
    [group] ✅ <b>Tudo voltou a funcionar no grupo privado “{ $chat }”</b>
    [extra] ✅ <b>Tudo voltou a funcionar em “{ $chat }”</b>
   *[public] ✅ <b>Tudo voltou a funcionar no canal público “{ $chat }”</b>
}
places-works-means = { $use ->
    [private] Consigo liberar a entrada e remover membros. Quem pagou entra agora.
    [extra] Consigo liberar a entrada e remover membros. Quem pagou entra agora.
   *[public] Consigo publicar sua oferta lá.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>O Telegram não encontra o canal privado “{ $chat }”</b>
    [group] 🚨 <b>O Telegram não encontra o grupo privado “{ $chat }”</b>
    [extra] 🚨 <b>O Telegram não encontra “{ $chat }”</b>
   *[public] 🚨 <b>O Telegram não encontra o canal público “{ $chat }”</b>
}
places-gone-means = { $use ->
    [private] Ele foi apagado ou nunca estive nele. Nada está à venda, e não libero entradas nem removo membros.
    [group] Ele foi apagado ou nunca estive nele. Nada está à venda, e não libero entradas nem removo membros.
    [extra] O chat foi apagado ou nunca estive nele. Não libero entradas nem removo membros lá. As vendas continuam.
   *[public] Ele foi apagado ou nunca estive nele, então sua oferta não é publicada. As vendas continuam.
}
places-gone-nobody = Ninguém tem dias restantes.
places-gone-people = { $count ->
    [one] { $count } assinante tem dias restantes:
   *[other] { $count } assinantes têm dias restantes:
}
places-gone-person = { $time ->
    [for_ever] • { $person }: para sempre
   *[other] • { $person }: até { $time }
}
places-gone-more = e mais { $count }
places-gone-next = { $use ->
    [private] Escolha outro canal privado e envio um link a todos que têm dias restantes. Ou pause as vendas e devolva o dinheiro.
    [group] Escolha outro grupo ou canal privado e envio um link a todos que têm dias restantes. Ou pause as vendas e devolva o dinheiro.
    [extra] Toque em { $button } para retirá-lo ou para adicionar outro.
   *[public] Escolha outro canal público ou nenhum.
}
places-choose-another = 📣 Escolher outro

## The same in one line, on the channel's page.

places-line-gone = { $use ->
    [private] 🚨 O canal privado sumiu. Veja ⚙️ Configurações.
    [group] 🚨 O grupo privado sumiu. Veja ⚙️ Configurações.
    [extra] 🚨 O Telegram não encontra “{ $chat }”.
   *[public] 🚨 O canal público sumiu. Veja ⚙️ Configurações.
}
places-line-absent = { $use ->
    [private] 🚨 Não sou admin do canal privado.
    [group] 🚨 Não sou admin do grupo privado.
    [extra] 🚨 Não sou admin de “{ $chat }”.
   *[public] 🚨 Não sou admin do canal público.
}
places-line-lacking = { $use ->
    [private] 🚨 Preciso de { $rights } no canal privado.
    [group] 🚨 Preciso de { $rights } no grupo privado.
    [extra] 🚨 Preciso de { $rights } em “{ $chat }”.
   *[public] 🚨 Preciso de { $rights } no canal público.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>Os avisos de venda não estão chegando: { $chat }</b>
places-unreachable-reason = <b>Motivo:</b> { $reason }
places-unreachable-not-started = A pessoa precisa me abrir e tocar em COMEÇAR.
places-unreachable-blocked = A pessoa precisa me desbloquear.
places-unreachable-gone = Ele não existe mais. Escolha outro chat para os avisos.
places-unreachable-no-right = Se fui removido, me adicione lá de novo, permita que eu escreva e reabra o tópico se estiver fechado. Ou escolha outro chat para os avisos.
places-unreachable-kept = Guardo o que não chegou e envio quando o chat voltar a funcionar. 🔔 Notificações lista tudo e pode enviar agora.

## A channel that changed its owner and opens chats that offers of another owner open, too.

# $title: the channel.
places-shared = 🔗 <b>{ $title } tem um novo dono e compartilha chats com outro</b>
# $chat: the title of a chat. $other: the other owner's channel.
places-shared-chat = • “{ $chat }”, que { $other } também abre
places-shared-next = Ninguém perde o acesso: cada chat continua aberto aos membros dos dois. Para acabar com isso, um de vocês retira o chat da própria oferta. O operador deste bot também pode fazer isso.

## A main place that is a group, and the discussion group of a channel.

places-linked-group = ⚠️ Este grupo é o grupo de conversas de um canal. Quem está nesse canal pode abri-lo sem pagar. Desvincule-o no Telegram ou venda o canal.
