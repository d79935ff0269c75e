common-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
common-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
common-years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}
common-for-ever = навсегда
common-for-ever-button = ♾ Навсегда

## Buttons that many pages have.

common-back = « Назад
common-cancel = ✕ Отмена
common-previous = « Предыдущие
common-next = Следующие »
common-look-again = 🔄 Обновить
common-check-again = 🔄 Проверить снова
common-pay-now = 💳 Оплатить

## Lines that many pages have.

common-channel = <b>Предложение:</b> { $title }
common-place = { $kind ->
    [supergroup] { $title } (группа)
   *[channel] { $title } (канал)
}
common-from = <b>От:</b> { $person }
common-telegram-says = Ответ Telegram: { $reason }

## Answers to a tap that fit no room. Plain text.

common-button-not-in-use = Эта кнопка больше не работает.
common-button-unknown = Эта кнопка больше не работает. Отправьте /help, чтобы узнать, что я умею.
common-too-fast = Слишком быстро. Подождите секунду и нажмите ещё раз.
common-not-sold-to-you = Вам это недоступно. Есть вопросы? /paysupport
common-telegram-silent = Telegram не отвечает. Ничего не потеряно. Нажмите ещё раз через минуту.
common-payments-off = Платежи сейчас отключены. Деньги не списаны. Попробуйте позже.

## An order and its people, in parts of a line.

common-tier = { $tier } ({ $duration })
common-order-donation = { $amount } для «{ $title }»
common-order-subscription = { $tier } в «{ $title }» за { $amount }
common-either-price = { $dollars } или { $stars }
common-order-reference = Заказ <code>{ $reference }</code>
common-series = { $first }, { $next }
common-facts = { $first } · { $next }
common-numbered = { $label } ({ $count })
common-person-unnamed = пользователь { $id }
common-person-anonymous = аноним
common-person-with-id = { $person } (ID <code>{ $id }</code>)

## What was odd about a payment that was accepted: for the payer.

common-odd-late = Платёж пришёл с опозданием. Ничего страшного, он засчитан.
common-odd-partial = Платёж пришёл частями или чуть меньше нужного. Ничего страшного, он засчитан.
common-odd-repeated = Это был второй платёж. Он засчитан.
common-odd-wrong-asset = Платёж пришёл в другой криптовалюте. Ничего страшного, он засчитан.
common-odd-amount-mismatch = Платёж был на другую сумму. Он засчитан.
common-odd-other-payer = За вас заплатил другой пользователь. Платёж засчитан.
common-odd-closed = Платёж пришёл, когда заказ был уже закрыт. Он засчитан.
common-odd-over = { $excess ->
    [unknown] Пришло больше, чем нужно. Владелец это видит.
   *[other] Пришло на { $excess } больше, чем нужно. Владелец это видит.
}

## The same for the owner.

common-odd-owner-late = Платёж пришёл после окончания срока счёта и засчитан как оплата.
common-odd-owner-partial = Платёж пришёл частями или чуть меньше нужного и засчитан как оплата.
common-odd-owner-repeated = Это был второй платёж, он засчитан как оплата.
common-odd-owner-wrong-asset = Платёж пришёл в другой криптовалюте и засчитан как оплата.
common-odd-owner-amount-mismatch = Платёж был на другую сумму и засчитан как оплата.
common-odd-owner-other-payer = Заплатил другой пользователь, платёж засчитан как оплата.
common-odd-owner-closed = Платёж пришёл, когда заказ был уже закрыт, и засчитан как оплата.
common-odd-owner-over = { $excess ->
    [unknown] Пришло больше, чем было в счёте.
   *[other] Пришло на { $excess } больше, чем было в счёте.
}
