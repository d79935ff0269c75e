### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = Como você quer pagar?
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } é pouco demais para enviar em cripto. Você pode pagar com estrelas do Telegram.
paystep-crypto-refused = Não dá para pagar isto em cripto agora. Nada foi cobrado. Você pode pagar com estrelas do Telegram.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 Se você escolher que renove sozinho, paga { $price } agora e a cada 30 dias até cancelar. Você pode cancelar quando quiser no Telegram: Configurações e depois Minhas estrelas.
paystep-button-crypto = 💳 { $price } em cripto
paystep-button-stars = { $price } no Telegram
paystep-button-renew = 🔁 { $price } a cada 30 dias
paystep-button-other = « Outra forma de pagar
paystep-button-again = ⭐ Tentar de novo

## A donation: how to give, and how many Stars.

paystep-donate-how = Como você quer doar?
paystep-donate-crypto = 💳 Em cripto
paystep-donate-stars = ⭐ Em estrelas do Telegram
paystep-donate-amount = Quantas estrelas você quer doar? Você paga no Telegram.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } em { $title }. Você entra assim que pagar.
paystep-invoice-description-donation = Sua doação para { $title }. Obrigado!
paystep-invoice-pay = Pagar { $price }
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 Você paga { $price } agora e, automaticamente, a cada 30 dias até cancelar. Você pode cancelar quando quiser no Telegram: Configurações e depois Minhas estrelas.

## Telegram makes no invoice.

paystep-refused = O Telegram não conseguiu criar sua fatura de { $price }. Nada foi cobrado.
paystep-refused-crypto = Tente de novo ou pague em cripto.
paystep-refused-later = Tente de novo. Se continuar falhando, pergunte ao dono.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>Clientes de { $title } não conseguem pagar com estrelas do Telegram</b>
paystep-outage-advice = O Telegram não está criando faturas em estrelas agora. Seus compradores podem pagar em cripto se o preço for suficiente. Avise quem administra este bot.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = Não dá para pagar assim agora. Nada foi cobrado. Escolha outra forma de pagar.
