## Offers to set up.

setup-offered = 🆕 <b>Fui adicionado a:</b>
setup-offered-ask = Quer vender acesso ou receber doações? Leva cinco minutos, e tudo é feito aqui.
setup-offered-yes = 🛠 Configurar
setup-offered-no = 🕓 Agora não
setup-groups-never = 👥 Aqui, só vende acesso quem tem autorização de quem opera este bot. Você pode me remover do grupo.
setup-group-added = 👥 <b>Fui adicionado a { $title }</b>
setup-group-basic = É um grupo básico, e só vendo acesso a um supergrupo. O Telegram o transforma assim: abra o grupo → Editar → Histórico para novos membros → Visível. Depois envie /setup.
setup-group-not-administrator = Para vender acesso a ele, me torne admin. Preciso de { $rights }. Se não for isso, não faça nada: não escrevo no grupo.
setup-group-promote = ➕ Me tornar admin
setup-add-to-channel = ➕ Adicionar ao canal
setup-add-to-group = ➕ Adicionar ao grupo

## Who may set up, and a channel that its creator takes back.

setup-closed = Aqui, só configura canais e grupos quem tem autorização de quem opera este bot.
setup-closed-id = Para entrar na lista, envie a quem opera o bot seu ID do Telegram: <code>{ $id }</code>
setup-claimable = 🔑 Outra pessoa configurou um canal ou grupo que você criou. Você pode assumi-lo.
setup-claim = 🔑 Assumir { $title }
setup-claim-asked = 🔑 <b>Assumir { $title }?</b>

    Quem configurou aqui foi { $person }. Você criou o chat no Telegram, então pode assumi-lo com membros, configurações e vendas. A outra pessoa perde a função que tem e recebe um aviso.
setup-claim-yes = 🔑 Sim, assumir
setup-claim-no = ✕ Não

## What the pages share.

setup-heading = 🛠 <b>Configurando { $title }</b>
setup-heading-unnamed = 🛠 <b>Configurando o que você vende</b>
setup-keep = 👌 Manter “{ $text }”
setup-leave-empty = 🗑 Deixar vazio
setup-skip = ⏭ Pular
setup-now = <b>Agora:</b> { $text }

## The channels. $invite, $ban, $post: Telegram's names of rights, in quotes.

setup-private = <b>Qual canal ou grupo privado você vende?</b>
    Libero a entrada de quem compra e faço a remoção quando o acesso termina. Preciso de duas permissões lá: { $invite } e { $ban }.
setup-private-none = Primeiro, me adicione como admin ao seu canal ou grupo privado.
setup-private-choose = Escolha-o ou me adicione a outro.
setup-public = <b>Você também tem um canal público?</b>
    Publico lá o que você vende, para todo mundo ver. Preciso de { $post } lá. Sem um canal público, você divulga o link por conta própria.
setup-chat = { $kind ->
    [supergroup] 👥 { $title }
   *[channel] 📣 { $title }
}
setup-public-none = 🚫 Nenhum
setup-pick = 📣 Escolher um canal
setup-pick-group = 👥 Escolher um grupo
setup-picker = 👇 <b>Toque em “{ $button }” abaixo do campo de texto.</b>
    { $kind ->
        [supergroup] O Telegram mostra seus grupos e me dá as permissões de que preciso no que você escolher.
       *[channel] O Telegram mostra seus canais e me dá as permissões de que preciso no que você escolher.
    }
setup-picked = 👌 Você escolheu { $title }.
setup-picker-closed = ⌨️ Essa pergunta foi encerrada, então removi o botão dela.

## The texts.

setup-title = <b>Qual é o nome?</b>
    { $kind ->
        [supergroup] Ele aparece na lista, na cobrança e em cada mensagem. Digite-o ou mantenha o nome do grupo.
       *[channel] Ele aparece na lista, na cobrança e em cada mensagem. Digite-o ou mantenha o nome do canal.
    }
setup-description = <b>O que a pessoa recebe ao comprar?</b>
    Algumas frases, que aparecem acima dos preços. Digite aqui.
setup-donation = <b>O que você diz a quem doa?</b>
    O texto aparece acima do teclado. Digite ou pule.

## The tiers.

setup-tiers = <b>Quanto custa o acesso?</b>
setup-tiers-first = Adicione um plano: nome, preço e quanto tempo dura. Você pode ter até { $max }.
setup-tiers-remove = Toque em um plano para removê-lo.
setup-tier-remove = 🗑 { $tier } · { $price } · { $duration }
setup-tier-add = ➕ Adicionar plano
setup-donations-only = 💝 Só doações
setup-tiers-done = ✅ Pronto
setup-tier-name = <b>Qual é o nome deste plano?</b>
    Por exemplo, “Ouro”. Digite ou toque em um.
setup-tier-basic = Básico
setup-tier-gold = Ouro
setup-tier-vip = VIP
setup-tier-price = <b>Quanto custa “{ $tier }”, em dólares americanos?</b>
    Digite o preço, a partir de { $least }, como 29,99. Ou toque em um.
setup-tier-days = <b>Quantos dias dura “{ $tier }”?</b>
    Digite o número ou toque em um.

## The rest.

setup-notifications = <b>Quer um aviso a cada venda?</b>
    Aqui, neste chat. Você pode mudar isso quando quiser.
setup-notifications-on = 🔔 Sim, aqui
setup-notifications-off = 🔕 Não
setup-grace = <b>Por quanto tempo os membros podem ficar depois que o acesso termina?</b>
    Este é o prazo extra. Digite um número de horas, até { $max }, ou toque em um.
setup-grace-hours = { $count ->
    [0] Nenhum
    [one] { $count } hora
   *[other] { $count } horas
}
setup-tolerance = <b>Quanto pode faltar de um preço?</b>
    O valor das moedas varia e as carteiras cobram taxas, então um pagamento pode vir com um pouco a menos. Digite uma porcentagem, até { $max }, ou toque em uma.
setup-percent = { $count }%

## The last page, with everything that was chosen.

setup-review = <b>Está certo?</b>
setup-review-private = { $kind ->
    [supergroup] <b>Grupo privado:</b> { $title }
   *[channel] <b>Canal privado:</b> { $title }
}
setup-review-public = <b>Canal público:</b> { $title }
setup-review-title = <b>Nome:</b> { $title }
setup-review-description = <b>Descrição:</b> { $text }
setup-review-no-tiers = <b>Planos:</b> nenhum, só doações
setup-review-donation = <b>Para quem doa:</b> { $text }
setup-review-notifications = { $state ->
    [on] <b>Avisos de venda:</b> aqui
   *[off] <b>Avisos de venda:</b> desativados
}
setup-review-grace = { $hours ->
    [0] <b>Prazo extra:</b> nenhum
    [one] <b>Prazo extra:</b> { $hours } hora
   *[other] <b>Prazo extra:</b> { $hours } horas
}
setup-start = ✅ Começar a vender

## Answers: above a page, or to a tap. Plain text.

setup-ended = Esta configuração terminou. Envie /channels para ver suas ofertas ou /setup para começar outra.
setup-changed = Isto mudou. Envie /setup para ver como está agora.
setup-cancelled = Cancelado. Nada está à venda, e esqueci o que você digitou. Envie /setup para começar de novo.
setup-postponed = Tudo bem. Envie /setup quando quiser.
setup-nothing-to-type = Não há nada para digitar aqui. Toque em um dos botões.
setup-on-sale = Está à venda. Divulgue os links abaixo. /channels traz você de volta aqui.
setup-private-missing = Toque em « Voltar e escolha o que vai vender.
setup-private-just-taken = Outra pessoa acabou de pôr isso à venda. Toque em « Voltar e escolha outro.
setup-public-just-sold = Agora alguém vende acesso ao seu canal público, então não posso publicar nele. Toque em « Voltar e escolha outro.
setup-not-claimable = Só quem criou o chat no Telegram pode assumi-lo aqui. Envie /setup para ver os seus.
setup-claimed = Esta oferta agora é sua. O dono anterior não tem mais função aqui. Já avisei.
setup-claimed-without-posts = Esta oferta agora é sua. O dono anterior não tem mais função aqui. Você não pode publicar no canal público dele, então parei de publicar lá. Escolha outro em ⚙️ Configurações.
setup-claimed-from-you = “{ $title }” não é mais seu aqui. Quem criou o chat no Telegram assumiu tudo. Você não recebe mais avisos das vendas.
setup-choose-among-yours = Não vejo mais esse entre os seus. Escolha um destes.
setup-not-among-yours = Não vejo mais esse entre os seus. Confira se você e eu somos admins lá.
setup-sold-already = Já faz parte de uma oferta aqui. Escolha outro.
setup-basic-group = É um grupo básico, e só vendo acesso a um supergrupo. O Telegram o transforma assim: abra o grupo → Editar → Histórico para novos membros → Visível. Depois toque em Verificar de novo.
setup-group-not-posted = Só publico em canais, não em grupos. Escolha um canal ou nenhum.
setup-private-inhabited = Não dá para trocar o que você vende enquanto alguém tiver acesso ou ainda estiver lá. Pause as vendas e volte quando o último membro tiver saído.
setup-private-changed = Agora está à venda.
setup-public-changed = A partir de agora publico lá e apago meus posts em outros lugares.
setup-public-dropped = Não publico mais em lugar nenhum e apago meus posts.
setup-bot-not-administrator = { $kind ->
    [supergroup] Não sou admin de “{ $title }”. Abra o grupo, toque no nome dele, depois em Editar → Administradores → Adicionar Admin, me escolha e toque em Verificar de novo.
    [channel] Não sou admin de “{ $title }”. Abra o canal, toque no nome dele, depois em Administradores → Adicionar Admin, me escolha e toque em Verificar de novo.
   *[unknown] Não sou admin de “{ $title }”. Abra, toque no nome, depois em Administradores (em um grupo: Editar → Administradores). Me adicione e toque em Verificar de novo.
}
setup-user-not-administrator = O Telegram diz que você não é admin de “{ $title }”. Peça isso a quem o criou e toque em Verificar de novo.
setup-own-rights-missing = Você precisa de { $rights } em “{ $title }”. Só faço o que o Telegram deixa você fazer. Peça isso a quem criou e toque em Verificar de novo.
setup-chat-is-public = { $kind ->
    [supergroup] Qualquer pessoa pode entrar em “{ $title }” pelo { $name } sem pagar. Torne o grupo privado: abra-o → Editar → Tipo de Grupo → Grupo Privado. Depois toque em Verificar de novo. Ou escolha outro.
   *[channel] Qualquer pessoa pode entrar em “{ $title }” pelo { $name } sem pagar. Torne o canal privado: abra-o → Editar → Tipo de Canal → Canal Privado. Depois toque em Verificar de novo. Ou escolha outro.
}
setup-rights-missing = { $kind ->
    [supergroup] Ainda preciso de { $rights } em “{ $title }”. Abra o grupo, toque no nome dele, depois em Editar → Administradores → eu, ative isso e toque em Verificar de novo.
   *[channel] Ainda preciso de { $rights } em “{ $title }”. Abra o canal, toque no nome dele, depois em Administradores → eu, ative isso e toque em Verificar de novo.
}
