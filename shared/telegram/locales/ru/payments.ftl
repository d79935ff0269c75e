## The list of channels.

payments-list-empty = Здесь ничего нет. Откройте ссылку, которую вам дал владелец.
payments-list-how = Выберите, чтобы узнать подробности.
payments-list-stopped = ⏸ { $title }: сейчас не продаётся.
payments-list-commands = /mysubs покажет ваши подписки, /help — что я умею.

## The page of a channel, and its post in the public channel.

payments-tier = { $duration ->
    [for_ever] 💎 { $tier } · { $price } · навсегда
   *[other] 💎 { $tier } · { $price } / { $duration }
}
payments-tier-named-after-time = 💎 { $tier } · { $price }
payments-tier-stopped = { $label }: сейчас не продаётся
payments-page-has-access = { $until ->
    [for_ever] ✅ Доступ открыт навсегда. Продлевать ничего не нужно.
   *[other] ✅ Доступ открыт до { $until }. Продлите заранее: оставшиеся дни не пропадут.
}
payments-page-renews = ✅ Доступ открыт до { $until }. 🔁 Он продлевается сам.
payments-page-paused = ⏸ Владелец приостановил продажи. То, что вы оплатили, продолжает действовать.
payments-page-off-held = ⏸ Платежи сейчас отключены. Ваши деньги в безопасности. Доплатить остаток можно будет, когда платежи снова заработают.
payments-page-empty = Сейчас здесь ничего не продаётся.
payments-page-stopped = Сейчас я не могу никого впустить. Загляните позже. То, что вы оплатили, продолжает действовать.
payments-page-how = Выберите срок. Оплатите в любой криптовалюте, и доступ откроется, как только придёт платёж.
payments-page-how-either = Выберите срок. Оплатите в любой криптовалюте или звёздами Telegram, и доступ откроется, как только придёт платёж.
payments-page-how-stars = Выберите срок. Оплатите звёздами Telegram, и доступ откроется сразу.
payments-page-back = « К списку
payments-post-how = Выберите срок. Оплатить можно в любой криптовалюте.
payments-post-how-either = Выберите срок. Оплатить можно в любой криптовалюте или звёздами Telegram.
payments-post-replaced = Актуальный пост — ниже.
payments-post-withdrawn = Этот пост больше не действует.

## Money in an order that is not paid yet, before a new one is made.

payments-held-part = 💰 <b>Пришло { $received } из { $price }:</b> { $order }.
payments-held-other = 💰 <b>{ $order }</b>: { $progress }.
payments-held-more = Остальные — в /mysubs, всего ещё { $count }.
payments-held-off = Ваши деньги в безопасности. Доплатить остаток можно будет, когда платежи снова заработают.
payments-held-pay-rest = Доплатите остаток, и заказ будет оплачен.
payments-held-unconfirmed = Отправьте владельцу ссылку на транзакцию: нажмите 📜, потом ✉️.
payments-held-unconfirmed-or-buy = Отправьте владельцу ссылку на транзакцию (нажмите 📜, потом ✉️) или оформите заказ заново.
payments-held-safe = Ваши деньги в безопасности. От вас ничего не требуется.
payments-held-from-scratch = Если всё равно купить { $tier } за { $price }, что делать с уже пришедшими деньгами, решит владелец.
payments-held-on-top = Можно также купить { $tier } за { $price }. Другой ваш платёж всё равно будет засчитан, когда подтвердится.
payments-held-buy-from-scratch = 💎 Всё равно купить: { $price }
payments-held-buy-too = 💎 Купить и это: { $price }

## The invoice. Its button opens the page of NOWPayments.

payments-paid = ✅ <b>Оплачено.</b>
payments-invoice-donation = 💝 <b>Ваш донат для «{ $title }»: { $amount }</b>
payments-invoice-donation-how = Нажмите «Оплатить» и выберите криптовалюту. Это сообщение изменится, как только я увижу платёж.
payments-invoice-how = Нажмите «Оплатить» и выберите криптовалюту. Доступ откроется, как только придёт платёж.
payments-invoice-rest = ➕ <b>Пришло { $received } из { $price }.</b>
payments-invoice-rest-how = Доплатите { $rest } в любой криптовалюте, и доступ откроется.
payments-invoice-rest-donation-how = Доплатите { $rest } в любой криптовалюте, и донат будет отправлен полностью.
payments-invoice-renewal = { $order }. Нажмите «Оплатить» и выберите криптовалюту.
payments-invoice-renewal-rest = { $order }. Уже пришло { $received }. Остаток можно доплатить в любой криптовалюте.
payments-invoice-not-now = ✕ Не сейчас
payments-invoice-cancelled = ✕ Заказ отменён. Деньги не списаны.
payments-invoice-cancelled-unconfirmed = ✕ Заказ отменён. Если ваш платёж всё же придёт, он будет засчитан.

## A part arrived, and there is no invoice for the rest.

payments-rest-title = ⚠️ <b>Пришло { $received } из { $price }.</b>
payments-rest-too-small = { $rest } — слишком мало для платежа в криптовалюте. Ваши деньги в безопасности. Решение за владельцем, я ему уже сообщил.
payments-rest-refused = Остаток { $rest } сейчас нельзя доплатить. Ваши деньги в безопасности. Решение за владельцем, я ему уже сообщил.
payments-rest-accepted-by-default = Если он не ответит в течение 7 дней, заказ будет считаться оплаченным. От вас ничего не требуется.
payments-rest-try-again = Завтра можно попробовать ещё раз.
payments-rest-wait = От вас ничего не требуется.

## There is no invoice yet, or none at all.

payments-no-invoice-delayed = ⏳ Счёт готовится дольше обычного. Деньги не списаны. Счёт на { $amount } появится здесь, как только будет готов.
payments-no-invoice-donation-below = Сегодня платежи в криптовалюте — от <b>{ $least }</b>. Деньги не списаны. Может, { $suggested }?
payments-no-invoice-below = Сегодня платежи в криптовалюте — от <b>{ $least }</b>, а это стоит { $amount }. Деньги не списаны. Выберите другой тариф или обратитесь к владельцу.
payments-no-invoice-donation-too-small = { $amount } — сейчас слишком мало для платежа в криптовалюте. Деньги не списаны. Попробуйте сумму побольше.
payments-no-invoice-too-small = { $amount } — сейчас слишком мало для платежа в криптовалюте. Деньги не списаны. Выберите другой тариф или обратитесь к владельцу.
payments-no-invoice-unanswered = Платёжный сервис за три дня не смог создать счёт на { $amount }, и я прекратил попытки. Деньги не списаны. Можно попробовать снова.
payments-no-invoice-refused = Платёжный сервис не смог создать счёт на { $amount }. Деньги не списаны. Попробуйте через час. Если не получится, обратитесь к владельцу.
payments-no-invoice-other-amount = 💝 Выбрать другую сумму
payments-no-invoice-try-again = 💝 Попробовать снова
payments-no-invoice-back = « К предложению

payments-outage-title = 🚨 <b>Покупатели не могут оплатить «{ $title }»</b>
payments-outage-count = { $count ->
    [one] За последний час платёжный сервис отклонил { $count } счёт. Покупатель об этом знает. Деньги не списаны.
    [few] За последний час платёжный сервис отклонил { $count } счёта. Покупатели об этом знают. Деньги не списаны.
   *[many] За последний час платёжный сервис отклонил { $count } счетов. Покупатели об этом знают. Деньги не списаны.
}
payments-outage-channels = { $count ->
    [one] Это касается { $count } вашего предложения.
   *[many] Это касается { $count } ваших предложений.
}
payments-outage-advice = Проверьте кабинет NOWPayments: включены ли криптовалюты и указан ли адрес для выплат? Нет кабинета? Сообщите тому, кто управляет этим ботом. Продажи возобновятся сами.

## Thanks for a donation. $amount: dollars or coins, or "unknown". $title: the channel.

payments-thanks = { $amount ->
    [unknown] 💝 <b>Спасибо!</b> Ваш донат для «{ $title }» получен.
   *[other] 💝 <b>Спасибо!</b> Ваш донат для «{ $title }» получен: { $amount }.
}
payments-thanks-grown = { $amount ->
    [unknown] 💝 <b>Спасибо!</b> Пришла ещё часть вашего доната для «{ $title }».
   *[other] 💝 <b>Спасибо!</b> Ваш донат для «{ $title }» вырос: теперь { $amount }.
}
payments-thanks-further = { $amount ->
    [unknown] 💝 <b>Спасибо!</b> Получен ещё один донат для «{ $title }».
   *[other] 💝 <b>Спасибо!</b> Получен ещё один донат для «{ $title }»: { $amount }.
}
payments-thanks-further-grown = { $amount ->
    [unknown] 💝 <b>Спасибо!</b> Пришла ещё часть вашего другого доната для «{ $title }».
   *[other] 💝 <b>Спасибо!</b> Ваш другой донат для «{ $title }» вырос: теперь { $amount }.
}
payments-thanks-more = Это на { $more } больше, чем вы планировали.

## News about a payment for the person who made it. $amount: what arrived, in its coin, or "unknown".

payments-news-seen = { $amount ->
    [unknown] 👀 Вижу ваш платёж. Сеть его подтверждает. Это может занять до часа.
   *[other] 👀 Вижу ваш платёж на { $amount }. Сеть его подтверждает. Это может занять до часа.
}
payments-news-unconfirmed = { $amount ->
    [unknown] ⏳ Ваш платёж не подтверждён уже неделю. Владелец об этом знает: отправьте ему ссылку на транзакцию. Тем временем можно оформить заказ заново или отменить его. Если деньги придут позже, я их увижу.
   *[other] ⏳ Ваш платёж на { $amount } не подтверждён уже неделю. Владелец об этом знает: отправьте ему ссылку на транзакцию. Тем временем можно оформить заказ заново или отменить его. Если деньги придут позже, я их увижу.
}
payments-news-over = { $excess ->
    [unknown] ℹ️ Пришло больше, чем нужно. Доступ не меняется. Я сообщил владельцу: он может оставить разницу или вернуть её.
   *[other] ℹ️ Пришло на { $excess } больше, чем нужно. Доступ не меняется. Я сообщил владельцу: он может оставить разницу или вернуть её.
}
payments-news-donation-over = { $excess ->
    [unknown] ℹ️ Пришло больше, чем нужно. Я сообщил владельцу: он может оставить разницу или вернуть её.
   *[other] ℹ️ Пришло на { $excess } больше, чем нужно. Я сообщил владельцу: он может оставить разницу или вернуть её.
}
payments-news-remainder = { $amount ->
    [unknown] ℹ️ Другая часть денег за этот заказ возвращена. Решение о вашем платеже за владельцем.
   *[other] ℹ️ Другая часть денег за этот заказ возвращена. Решение о ваших { $amount } за владельцем.
}
payments-news-arrived-and-failed = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл, но затем сорвался.
   *[other] ⚠️ Пришло { $amount }, но затем платёж сорвался.
}
payments-news-arrived-and-expired = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл, но затем его срок истёк.
   *[other] ⚠️ Пришло { $amount }, но затем срок платежа истёк.
}
payments-news-short = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл, но не хватает { $missing }.
   *[other] ⚠️ Пришло { $amount }, не хватает { $missing }.
}
payments-news-incomplete = { $amount ->
    [unknown] ⚠️ Платёж пришёл, но не был завершён.
   *[other] ⚠️ Пришло { $amount }, но платёж не был завершён.
}
payments-news-late = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл после окончания срока счёта, а тарифы с тех пор изменились.
   *[other] ⚠️ Пришло { $amount }, но уже после окончания срока счёта, а тарифы с тех пор изменились.
}
payments-news-repeated = { $amount ->
    [unknown] ⚠️ За этот заказ пришёл второй платёж.
   *[other] ⚠️ За этот заказ пришёл второй платёж на { $amount }.
}
payments-news-wrong-asset = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл не в той криптовалюте, что в счёте.
   *[other] ⚠️ Пришло { $amount }, а в счёте другая криптовалюта.
}
payments-news-amount-mismatch = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл, но сумма не совпадает с ценой заказа.
   *[other] ⚠️ Пришло { $amount }, но сумма не совпадает с ценой заказа.
}
payments-news-other-payer = { $amount ->
    [unknown] ⚠️ За ваш заказ заплатил другой пользователь.
   *[other] ⚠️ За ваш заказ заплатил другой пользователь: { $amount }.
}
payments-news-for-another = { $amount ->
    [unknown] ⚠️ Вы заплатили за заказ другого пользователя.
   *[other] ⚠️ Вы заплатили { $amount } за заказ другого пользователя.
}
payments-news-closed = { $amount ->
    [unknown] ⚠️ Ваш платёж пришёл, когда заказ был уже закрыт.
   *[other] ⚠️ Пришло { $amount }, но заказ был уже закрыт.
}
payments-news-not-lost = Деньги не пропали: я сообщил владельцу, и он может засчитать их или вернуть.
payments-news-unsure = Я сообщил владельцу, и он может проверить, дошли ли деньги до него.
payments-news-credited = { $amount ->
    [unknown] ✅ Владелец засчитал ваш платёж.
   *[other] ✅ Владелец засчитал ваш платёж на { $amount }.
}
payments-news-failed = ❌ Платёж не прошёл. Ничего не поступило. Можно начать заново.
payments-news-expired = ⌛ Срок счёта истёк без оплаты. Уже отправили деньги? Я их увижу.
payments-news-donation-refunded = { $amount ->
    [unknown] ↩️ Ваш платёж возвращён.
   *[other] ↩️ Ваш платёж на { $amount } возвращён.
}
payments-news-refunded = { $amount ->
    [unknown] ↩️ Ваш платёж возвращён. Оплаченный им доступ закрыт.
   *[other] ↩️ Ваш платёж на { $amount } возвращён. Оплаченный им доступ закрыт.
}

## Answers to a tap. Plain text, 200 characters at most.

payments-order-cancelled = Отменено. Деньги не списаны.
payments-order-cancelled-unconfirmed = Отменено. Если ваш платёж всё же придёт, он будет засчитан.
payments-order-settled = Это уже оплачено. Спасибо!
payments-order-refunded = Деньги за это возвращены.
payments-nothing-to-cancel = Отменять нечего.
payments-on-its-way = Платёж уже в пути, поэтому отменить нельзя.
payments-invoice-coming = Счёт уже отправляю.
payments-pending = Ваш платёж подтверждается. Когда он подтвердится, вы увидите это здесь.
payments-channel-paused = Владелец приостановил продажи. То, что вы оплатили, продолжает действовать.
payments-not-on-sale = Это сейчас не продаётся. Деньги не списаны. То, что вы оплатили, продолжает действовать.
payments-tier-not-offered = Этого больше нет в продаже. Откройте предложение снова, чтобы увидеть, что есть.
payments-access-ended = Доступ закончился. Выберите тариф, чтобы вернуться.
payments-has-for-ever = Доступ открыт для вас навсегда, платить ничего не нужно.
payments-place-not-included = Эта кнопка устарела. Отправьте /mysubs и нажмите кнопку там.
payments-entry-tried-again = Пробую ещё раз прямо сейчас.
payments-order-unknown = Не могу найти этот заказ. Отправьте /mysubs, чтобы увидеть свои.
payments-owner-will-decide = Решение о вашем платеже за владельцем. От вас ничего не требуется.
payments-unconfirmed = Ваш платёж не подтверждён уже неделю. Отправьте владельцу ссылку на транзакцию через /mysubs или оформите заказ заново.
payments-only-owner-decides = Это могут решить только владелец и менеджеры.
payments-order-changed = Заказ изменился. Посмотрите ещё раз, а потом решайте.
payments-nothing-to-decide = По этому платежу решать больше нечего.
payments-price-too-small = Сегодня платежи в криптовалюте — от { $least }, а это стоит { $price }. Деньги не списаны. Выберите другой тариф.
payments-too-many-orders-minutes = { $count ->
    [one] Открыто слишком много заказов. Следующий можно оформить через { $count } минуту.
    [few] Открыто слишком много заказов. Следующий можно оформить через { $count } минуты.
   *[many] Открыто слишком много заказов. Следующий можно оформить через { $count } минут.
}
payments-too-many-orders-hours = { $count ->
    [one] Открыто слишком много заказов. Следующий можно оформить через { $count } час.
    [few] Открыто слишком много заказов. Следующий можно оформить через { $count } часа.
   *[many] Открыто слишком много заказов. Следующий можно оформить через { $count } часов.
}
