### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 Chats

## The list.

offerplaces-title = 🚪 <b>Chats de { $title }</b>
offerplaces-about = Quem tem acesso entra em todos eles.
# $count: people, or "1,000+".
offerplaces-people = <b>Com acesso agora:</b> { $count }
# $count: people.
offerplaces-cut = Os números abaixo são das { $count } pessoas cujo acesso termina por último.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: canal principal
    [main_group] 👥 <b>{ $chat }</b>: grupo principal
    [discussion] 💬 <b>{ $chat }</b>: grupo de conversas
    [group] 👥 <b>{ $chat }</b>: grupo
   *[channel] 📣 <b>{ $chat }</b>: canal
}
# $inside, $waiting: people.
offerplaces-counts = <b>Dentro:</b> { $inside } · <b>Ainda fora:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ Links enviados: { $done } de { $total }
offerplaces-closing = ⏳ Acessos retirados: { $done } de { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 Falta algo lá. Toque nele para ver.
# A button.
offerplaces-add = ➕ Adicionar um chat
# $count: chats.
offerplaces-full = Você tem { $count } chats, que é o máximo. Para adicionar outro, retire um.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ Quem perde o acesso continua podendo ler e escrever no grupo de conversas “{ $chat }”. Ainda não cuido dele.
offerplaces-linked-unnamed = ⚠️ Quem perde o acesso continua podendo ler e escrever no grupo de conversas do seu canal. Ainda não cuido dele.
offerplaces-include = 💬 Incluir o grupo
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = Para incluí-lo, toque em { $button } na página do canal quando ele estiver à venda.
offerplaces-unlinked = ⚠️ “{ $chat }” não é mais o grupo de conversas do seu canal. Ele fica na sua oferta até você retirá-lo.

## One chat.

offerplaces-main-stays = Isto é o que você vende, então não dá para retirar. Para vender outro, toque em ⚙️ Configurações e escolha lá. Para parar de vender, pause as vendas.
offerplaces-take-away = 🗑 Retirar

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>Adicionar um chat a { $title }</b>
offerplaces-choose-ask = Escolha um canal privado ou um grupo privado. Preciso de { $rights } lá, e você também.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>Adicionar o grupo “{ $chat }” a { $title }?</b>
   *[channel] 📣 <b>Adicionar o canal “{ $chat }” a { $title }?</b>
}
offerplaces-open-touches = { $count ->
    [0] Ninguém tem acesso agora, então não envio links.
    [one] Com isso, { $count } pessoa entra: ela recebe um link próprio.
   *[other] Com isso, { $count } pessoas entram: cada uma recebe um link próprio.
}
# How long it takes.
offerplaces-minutes = { $minutes ->
    [one] Leva cerca de { $minutes } minuto.
   *[other] Leva cerca de { $minutes } minutos.
}
offerplaces-open-later = Quem comprar acesso depois também entra. Quando o acesso de alguém termina, eu removo a pessoa de lá. Nunca removo administradores.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>Retirar o grupo “{ $chat }” de { $title }?</b>
   *[channel] 🗑 <b>Retirar o canal “{ $chat }” de { $title }?</b>
}
offerplaces-close-touches = { $count ->
    [0] Ninguém precisa sair.
    [one] Afeta { $count } pessoa: se ela está dentro, eu a removo; se não, fecho o link dela.
   *[other] Afeta { $count } pessoas: removo quem está dentro e fecho os links das outras.
}
offerplaces-close-stays = Os administradores ficam, e quem tem acesso por outra oferta sua também. Seus outros chats continuam como estão.
offerplaces-yes-open = ✅ Sim, adicionar
offerplaces-yes-close = 🗑 Sim, retirar
offerplaces-no = ✕ Não

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>Liberando a entrada no grupo “{ $chat }”</b>
   *[channel] 📣 <b>Liberando a entrada no canal “{ $chat }”</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>Removendo pessoas do grupo “{ $chat }”</b>
   *[channel] 🗑 <b>Removendo pessoas do canal “{ $chat }”</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>Links enviados:</b> { $done } de { $total }
offerplaces-removed = <b>Feito:</b> { $done } de { $total }
offerplaces-done-open = ✅ <b>Todos com acesso têm um link para “{ $chat }”</b>
offerplaces-done-close = ✅ <b>“{ $chat }” não faz mais parte de { $title }</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = Adicionado. Se alguém tem acesso agora, envio o link e aviso você quando terminar.
offerplaces-closed = Retirado. Se alguém precisa sair, removo de lá e aviso você quando terminar.
offerplaces-has-it = Esse chat já está na sua oferta.
offerplaces-posts = Nesse canal as ofertas são publicadas para todos, então ninguém pagaria por ele. Escolha um canal ou grupo privado.
offerplaces-other-owner = Outra pessoa vende acesso a esse chat aqui. Escolha outro.
offerplaces-discussion-without-bot = Não sou admin do grupo de conversas. Toque em Adicionar ao grupo, escolha-o e deixe as permissões ativadas. Depois toque em Verificar de novo.
# $max: chats.
offerplaces-too-many = Você tem { $max } chats, que é o máximo. Retire um primeiro.
offerplaces-not-there = Esse chat não está mais na sua oferta.
offerplaces-asked-again = Seu sim chegou tarde, ou algo mudou nesse meio-tempo. É assim que está agora.
