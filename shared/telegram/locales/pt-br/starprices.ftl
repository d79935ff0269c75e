starprices-edit = ⭐ Preço em Stars
starprices-tier-title = ⭐ <b>{ $tier }</b>, plano de { $title } por { $price }
starprices-none = Não é vendido por Stars.
starprices-worth = Em Stars: <b>{ $stars }</b>, cerca de { $share } na cotação do Telegram para desenvolvedores, { $thousand } = { $rate }
starprices-for-owner = { $stars }: você recebe cerca de { $share } na cotação do Telegram para desenvolvedores, { $thousand } = { $rate }. Quem compra paga cerca de { $cost }.
starprices-for-buyer = { $stars }: quem compra paga cerca de { $cost }. Você recebe cerca de { $share }.
starprices-store = Isso com Stars de uma loja de aplicativos, { $thousand } por { $cost }. Em outros lugares custam menos.
starprices-too-high = Esse preço em dólares passa de { $most }, o máximo que o Telegram aceita em uma fatura.
starprices-ask = Toque em uma sugestão ou envie um número inteiro de Stars, até { $most }. Um novo preço em dólares não muda isso.
starprices-set-up = Quanto “{ $tier }” custa em Telegram Stars? Toque em uma sugestão ou envie um número inteiro de Stars, até { $most }.
starprices-set-up-none = Sem Stars
starprices-whose = O Telegram paga as Stars ao dono deste bot, que acerta com você.
starprices-remove = 🗑 Remover
starprices-off = Não aparece para quem compra: o dono deste bot não aceita Stars nas suas ofertas agora.

starprices-donations-button = ⭐ Doações em Stars
starprices-donations-title = ⭐ <b>Doações em Stars de { $title }</b>
starprices-donations-none = Estão desligadas.
starprices-donations-on = ✅ Ligar
starprices-donations-off = ⛔️ Desligar
starprices-donations-ask = Quem doa escolhe entre esses números. Para mudá-los, envie até { $most } números inteiros separados por espaços, cada um até { $max }, assim: 50 100 500

starprices-ask-tier = Quanto custa em Stars? Por exemplo, 385.
starprices-ask-donations = Entre quais quantidades de Stars se pode escolher? Por exemplo, 50 100 500.
starprices-typed = Digite um número inteiro de Stars, de 1 a { $max }.
starprices-typed-presets = Envie até { $most } números inteiros separados por espaços, como 50 100 500. O máximo de cada um é { $max }.
starprices-stay = Salvo. O preço em Stars continua { $stars }. Pedidos em aberto mantêm as condições.
starprices-off-toast = O dono deste bot não aceita Stars nas suas ofertas agora.
