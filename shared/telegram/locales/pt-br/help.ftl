## /start and /help.

help-welcome = { $bot ->
    [unknown] 👋 <b>Boas-vindas!</b>
   *[other] 👋 <b>Boas-vindas! Eu sou { $bot }.</b>
}
help-welcome-how = Vendo acesso a canais e grupos privados do Telegram e recebo doações para eles, na moeda que você escolher. Para começar, abra o link que o dono passou a você ou toque em um botão 💝.
help-welcome-more = /help mostra o que eu faço.
help-title = <b>O que eu faço</b>
help-subscribe = 💎 <b>Assinar:</b> abra o link do dono ou escolha em /start. Escolha por quanto tempo, pague e entre.
help-donate = 💝 <b>Doar:</b> toque em um botão de doação, digite um valor e pague.
help-command = /{ $command } – { $does }
help-set-up = 🛠 Você tem um canal ou grupo? Use /setup para colocá-lo à venda.

## /paysupport and /terms.

help-payment-title = <b>Ajuda com um pagamento</b>
help-payment = Pagamentos em cripto levam de um minuto a uma hora para serem confirmados, e a mensagem do pedido mostra cada passo. Veio a menos, com atraso ou em dobro? Seu dinheiro não se perdeu: /mysubs mostra o que aconteceu e o que você pode fazer.
help-payment-stars = Pagou com Telegram Stars? Elas chegam na hora. O Telegram mostra tudo em Configurações › Minhas Stars, onde também se cancelam renovações. Se o dono não ajudar com uma devolução, o @BotFather cuida de disputas.
help-payment-owner = Outra dúvida? Toque em ✉️ e escreva para o dono.
help-my-orders = 📜 Meus pedidos
help-terms-title = <b>Termos</b>
help-terms-seller = <b>Vendedor.</b> Quem vende é o dono do canal ou grupo, não o Telegram nem a NOWPayments.
help-terms-access = <b>Assinaturas.</b> Você paga por um período definido em canais ou grupos privados, para uma pessoa. Nada se renova sozinho: aviso antes do fim e removo você se não houver renovação. Renove antes do fim e não perca nenhum dia.
help-terms-access-stars = <b>Assinaturas.</b> Você paga por um período definido em canais ou grupos privados, para uma pessoa. Ela só se renova sozinha se você escolheu isso ao pagar com Stars. Nos outros casos, aviso antes do fim e removo você se não houver renovação. Renove antes do fim e não perca nenhum dia.
help-terms-donations = <b>Doações</b> são presentes para o dono de um canal ou grupo e não compram nada.
help-terms-money = <b>Pagamentos</b> são feitos pela NOWPayments, na moeda que você escolher. O preço em dólares americanos é fixado quando a cobrança é criada. Devoluções são feitas pelo dono e encerram o acesso correspondente.
help-terms-stars = <b>Telegram Stars.</b> Quando uma oferta aceita Stars, o Telegram recebe o pagamento e as Stars vão para quem mantém este bot. Elas são devolvidas inteiras ou não são devolvidas, e o acesso termina. A renovação é cancelada no Telegram: Configurações › Minhas Stars. O @BotFather cuida de disputas.
help-terms-more = /privacy – o que guardo sobre você
    /paysupport – ajuda com um pagamento

## What can't be done.

help-not-understood = Não entendi.
help-not-understood-next = /start: as ofertas. /mysubs: o que você tem. /help: o que eu faço.
help-not-understood-payment = É sobre um pagamento? Escreva ao dono ou envie /paysupport.
help-link-not-understood = Este link não funciona mais.
help-link-not-understood-next = Toque de novo no botão ou peça um novo link ao dono. /start mostra o que está à venda.
help-channel-unknown = Isto não está à venda aqui.
help-channel-unknown-next = /start mostra o que está.
help-channel-paused = ⏸ O dono pausou as vendas, então não há pagamentos no momento.
help-channel-paused-next = O que você pagou continua valendo. Veja em /mysubs. Outras ofertas: /start.
help-payments-off = ⏸ Os pagamentos estão desligados no momento. Nada foi cobrado. Tente mais tarde.

help-no-coin = ⚠️ <b>Não dá para vender nada: nenhuma moeda está ativada na NOWPayments.</b>
help-no-coin-next = Estou pedindo a quem quer comprar ou doar que tente mais tarde. Ative pelo menos uma moeda nas configurações da conta NOWPayments ou fale com quem opera este bot. As vendas voltam em até dez minutos.
