### How to pay an order, and invoices in Telegram Stars. Buyers and donors read it.

## The question how to pay. The order is above it. $price: "$5.00" or "⭐ 385".

paystep-how = Как вы хотите оплатить?
# $amount: dollars. What follows offers Stars.
paystep-crypto-too-small = { $amount } слишком мало для перевода в криптовалюте. Можно оплатить звёздами Telegram.
paystep-crypto-refused = Сейчас это нельзя оплатить криптовалютой. Ничего не списано. Можно оплатить звёздами Telegram.
# Of the choices below, one renews.
paystep-renews-if-chosen = 🔁 Если выбрать автопродление, { $price } списывается сейчас и затем каждые 30 дней, пока вы его не отмените. Отменить можно в любой момент в Telegram: «Настройки», затем «Мои звёзды».
paystep-button-crypto = 💳 { $price } в криптовалюте
paystep-button-stars = { $price } в Telegram
paystep-button-renew = 🔁 { $price } каждые 30 дней
paystep-button-other = « Другой способ оплаты
paystep-button-again = ⭐ Попробовать снова

## A donation: how to give, and how many Stars.

paystep-donate-how = Как вы хотите поддержать?
paystep-donate-crypto = 💳 Криптовалютой
paystep-donate-stars = ⭐ Звёздами Telegram
paystep-donate-amount = Сколько звёзд вы хотите подарить? Оплата в Telegram.

## An invoice of Telegram's own, in Stars.

# 32 characters at most, the rest is cut off. $tier: a name. $title: the channel.
paystep-invoice-title = 💎 { $tier } · { $title }
paystep-invoice-title-donation = 💝 { $title }
# 255 characters at most. $tier: "Gold (1 month)".
paystep-invoice-description = { $tier } в «{ $title }». Доступ откроется сразу после оплаты.
paystep-invoice-description-donation = Ваш донат для «{ $title }». Спасибо!
paystep-invoice-pay = Оплатить { $price }
# An invoice that renews is a link. The order is above it.
paystep-renewing = 🔁 Вы платите { $price } сейчас и затем автоматически каждые 30 дней, пока не отмените. Отменить можно в любой момент в Telegram: «Настройки», затем «Мои звёзды».

## Telegram makes no invoice.

paystep-refused = Telegram не смог создать счёт на { $price }. Ничего не списано.
paystep-refused-crypto = Попробуйте снова или оплатите криптовалютой.
paystep-refused-later = Попробуйте снова. Если опять не получится, напишите владельцу.
# For an owner. $title: the channel. The count of invoices that were refused is between them.
paystep-outage-title = 🚨 <b>Покупатели не могут оплатить «{ $title }» звёздами Telegram</b>
paystep-outage-advice = Сейчас Telegram не создаёт счета в звёздах. Покупатели могут платить криптовалютой, если цена достаточно высока. Сообщите тому, кто управляет этим ботом.

## Answers to a tap. Plain text, 200 characters at most.

paystep-way-not-possible = Сейчас так оплатить нельзя. Ничего не списано. Выберите другой способ оплаты.
