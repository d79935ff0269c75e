privacy-title = 🔒 <b>O que guardo sobre você</b>
privacy-topic = { $what } { $kept } { $seen }

## What is stored, and why.

privacy-account = <b>Sua conta:</b> seu ID do Telegram, nome, @username e idioma, para que eu possa escrever para você.
privacy-orders = <b>Pedidos e pagamentos:</b> o que você comprou ou doou, com valores, moedas e horários, e seu recado ao dono, para que cada pagamento conte. Se você doar no anonimato, o dono não fica sabendo quem você é, a menos que você escreva a ele sobre essa doação. A NOWPayments recebe o pagamento e fica sabendo o que é comprado, o preço e o número do pedido, que contém seu ID do Telegram e o do canal, mas não seu nome.
privacy-access = <b>Acesso:</b> os canais e grupos que você pagou ou em que está, até quando, seus links, eventuais banimentos e o que os donos decidiram, para que você entre e continue dentro.
privacy-lists = <b>Listas de membros:</b> se o dono de um canal me deu uma lista de membros e você está nela: seu ID ou @usuário, até quando você tem acesso e a nota do dono, para que você continue no canal ou entre nele. Um @usuário que ainda não conheço espera até essa data, por um ano no máximo.
privacy-messages = <b>Mensagens:</b> o que você me envia e o que eu envio a você, para que nada se perca nem seja feito duas vezes.
privacy-talks = <b>O que você e os donos escrevem um ao outro:</b> qual mensagem é sobre qual pedido, para que a resposta chegue ao lugar certo. O texto em si eu esqueço assim que é entregue.
privacy-amounts = <b>Doações que você começa:</b> seus toques no teclado e um recado que você ainda não enviou.
privacy-answers = <b>Suas respostas:</b> o que você digita ao configurar um canal ou grupo ou mudar uma configuração.
privacy-team = <b>Canais de que você cuida:</b> sua função, quem convidou você e para onde vão os avisos.

## For how long. Whole sentences.

privacy-kept-bot = Guardado enquanto este bot existir.
privacy-kept-use = Guardado até você terminar.
privacy-kept-days = { $days ->
    [one] Apagado em até { $days } dia, a menos que pertença a um pedido.
   *[other] Apagado em até { $days } dias, a menos que pertença a um pedido.
}
privacy-kept-days-always = { $days ->
    [one] Apagado em até { $days } dia.
   *[other] Apagado em até { $days } dias.
}

## Who sees it, beside the person who runs the bot. Whole sentences.

privacy-seen-channel = O dono e a equipe do canal ou grupo veem isso.
privacy-seen-payees = Os donos e as equipes dos canais com que você lida veem seu ID e seus nomes.
privacy-seen-both = Só vocês dois veem isso.
privacy-seen-nobody = Nenhum dono vê isso.

privacy-stars = Se você paga com Telegram Stars, o Telegram recebe o pagamento e a NOWPayments não fica sabendo de nada.
privacy-ask = Quem opera este bot pode ver tudo, mesmo que seja dono de um canal ou grupo para o qual você doou no anonimato. Tem dúvidas ou quer que algo seja apagado? Escreva a um dono com /paysupport. Ele pode repassar a quem opera este bot.
