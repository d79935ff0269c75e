posts-title = 📌 <b>Posts de { $title }</b>
posts-no-channel = ⚠️ Você ainda não tem um canal público para os posts. Escolha um em ⚙️ Configurações.
posts-channel-paused = ⏸ As vendas estão pausadas. Não publico nada até você retomá-las.
posts-absent = { $post ->
    [donate] <b>Botão de doação:</b> não publicado
   *[offer] <b>Oferta:</b> não publicada
}
posts-live = { $post ->
    [donate] <b>Botão de doação:</b> { $place } desde { $since }
   *[offer] <b>Oferta:</b> { $place } desde { $since }
}
posts-live-place = no canal
posts-pending = ⏳ Publicando agora
posts-last-failed = ❌ O último não foi publicado. { $why }
posts-every-day = <b>Posts diários:</b> às { $hour } ({ $timeZone })
posts-every-day-never = <b>Posts diários:</b> desativados

posts-button-offer = Oferta
posts-button-donate = Botão de doação
posts-button-publish = 📤 Publicar agora
posts-button-hour = 🕘 Diário às { $hour }
posts-button-no-hour = 🕘 Posts diários: não
posts-button-refresh = 🔁 Atualizar posts
posts-button-remove = 🗑 Apagar posts
posts-button-see = 👀 Ver post

## The hour of the daily posts.

posts-hours-title = 🕘 <b>Posts diários de { $title }</b>
posts-hours-ask = A que horas publico? Os posts antigos são apagados na mesma hora. O fuso horário é { $timeZone }.
posts-hours-never = Nunca

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: o botão de doação não foi publicado</b>
   *[offer] ❌ <b>{ $title }: a oferta não foi publicada</b>
}
posts-no-right = Não tenho permissão para publicar lá. Preciso ser admin com a permissão de postar mensagens.
posts-not-there = Não estou nesse canal. Adicione-me como admin.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: o botão de doação pode ter saído duas vezes</b>
   *[offer] ⚠️ <b>{ $title }: a oferta pode ter saído duas vezes</b>
}
posts-doubted-how = O Telegram não respondeu quando publiquei, então publiquei de novo. Se houver outro post igual um pouco acima, apague-o. Não consigo distingui-lo dos outros.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = A prévia vem em outra mensagem.
posts-coming = Estou publicando agora.
posts-refreshing = Estou atualizando os posts.
posts-removing = Estou apagando os posts.
posts-unscheduled = Os posts diários estão desativados.
posts-scheduled = Vou publicar todos os dias às { $hour } ({ $timeZone }).
posts-paused = As vendas estão pausadas. Não publico nada até você retomá-las.
posts-no-public-channel = Você ainda não tem um canal público para os posts. Escolha um em ⚙️ Configurações.
posts-nothing = Não há nada para publicar. Ative um post ou adicione um plano à sua oferta.
posts-not-on-sale = Nada está à venda, porque não consigo liberar a entrada de ninguém. A primeira página mostra o que falta.
posts-too-soon = Acabei de publicar. Você pode publicar de novo em { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
