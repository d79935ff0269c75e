## What is odd about a payment: a heading, which also begins a line of a list. No full stop.

cases-head-seen = Платёж в пути
cases-head-hanging = Платёж не подтверждён уже неделю
cases-head-partial = Недоплата
cases-head-over = Переплата
cases-head-late = Платёж пришёл с опозданием
cases-head-repeated = Заказ оплачен дважды
cases-head-wrong-asset = Платёж пришёл в другой криптовалюте
cases-head-amount-mismatch = Платёж не совпадает с ценой заказа
cases-head-other-payer = За заказ заплатил другой пользователь
cases-head-closed = Пришёл платёж за закрытый заказ
cases-head-credited = Платёж засчитан
cases-head-failed = Платёж не прошёл
cases-head-expired = Срок платежа истёк
cases-head-refunded = Деньги возвращены
cases-head-remainder = Часть денег за заказ возвращена
cases-head-partial-failed = Деньги отправлены, но платёж не прошёл
cases-head-partial-expired = Часть денег отправлена, но срок платежа истёк
cases-head-unfinished = Платёж не завершён
cases-head-unknown-order = Платёж за заказ, которого я не знаю

## The facts of a payment.

cases-order = <b>Заказ:</b> { $order }
cases-asked = <b>К оплате:</b> { $amount }
cases-received-none = <b>Получено:</b> пока ничего
cases-received-unreported = <b>Получено:</b> сумма не сообщается
cases-received = { $worth ->
    [none] <b>Получено:</b> { $amount }
    [unknown] <b>Получено:</b> { $amount }, стоимость неизвестна
    [tiny] <b>Получено:</b> { $amount } (меньше { $least })
   *[other] <b>Получено:</b> { $amount } ({ $worth })
}
cases-received-of = { $worth ->
    [none] <b>Получено:</b> { $amount } из { $asked }
    [unknown] <b>Получено:</b> { $amount } из { $asked }, стоимость неизвестна
    [tiny] <b>Получено:</b> { $amount } из { $asked } (меньше { $least })
   *[other] <b>Получено:</b> { $amount } из { $asked } ({ $worth })
}
cases-payment = <b>Платёж:</b> <code>{ $payment }</code>
cases-since = <b>Замечен:</b> { $time }
cases-amount-none = пока ничего
cases-amount-unreported = сумма не сообщается

## What the payment has done so far. $item: "donation" or "subscription".

cases-state-hanging = NOWPayments видит деньги, но не завершает платёж. Проверьте его в кабинете NOWPayments. Тем временем покупатель может оформить заказ заново или отменить его.
cases-state-remainder = { $item ->
    [donation] Остальная часть доната возвращена.
   *[other] Остальная часть денег за заказ возвращена, поэтому доступ закрыт.
}
cases-state-paid = Заказ уже оплачен.
cases-state-invoiced = Платёж засчитан в оплату заказа. У плательщика есть счёт на остаток.
cases-state-counted = { $item ->
    [donation] Платёж засчитан как часть доната.
   *[other] Платёж засчитан в оплату заказа. Если остаток слишком мал для криптовалюты и за неделю никто ничего не решит, заказ будет считаться оплаченным.
}
cases-state-nothing = За этот платёж пока ничего не выдано.
cases-excess = { $excess ->
    [unknown] Пришло больше, чем было в счёте. Заказ не меняется.
   *[other] Пришло на { $excess } больше, чем было в счёте. Заказ не меняется.
}
cases-excess-together = { $excess ->
    [unknown] Вместе платежи больше цены. Заказ не меняется.
   *[other] Вместе платежи больше цены на { $excess }. Заказ не меняется.
}
cases-excess-what = Разницу можно оставить себе или вернуть из кабинета NOWPayments.
cases-refunded = { $item ->
    [donation] NOWPayments сообщает, что возврат выполнен.
   *[other] NOWPayments сообщает, что возврат выполнен. Оплаченный этими деньгами доступ закрыт.
}
cases-nothing-to-decide = Решать больше нечего.
cases-manager-decides = Решает владелец или менеджер канала.
cases-you-decide = Решать вам:

## Answers: buttons.

cases-accept = ✅ Принять как оплату
cases-accept-coins = { $coins ->
    [unknown] ✅ Принять как оплату
   *[other] ✅ Принять { $coins }
}
cases-refund = ↩️ Деньги возвращены
cases-wait = ⏳ Ждать дальше
cases-enter-worth = 💵 Указать стоимость
cases-keep = ➕ Оставить себе
cases-keep-coins = { $coins ->
    [unknown] ➕ Оставить себе
   *[other] ➕ Оставить { $coins }
}
cases-count = ➕ Засчитать { $amount }
cases-give-days = { $duration ->
    [for_ever] ➕ Дать доступ навсегда за { $amount }
   *[other] ➕ Дать { $duration } за { $amount }
}

## What each answer does. $label: the words on its button.

cases-accept-hanging-means = { $item ->
    [donation] <b>{ $label }:</b> вы верите, что деньги придут, и я засчитаю их как донат.
   *[other] <b>{ $label }:</b> вы верите, что деньги придут, и покупатель получит доступ сейчас.
}
cases-accept-means = { $item ->
    [donation] <b>{ $label }:</b> я засчитаю платёж как донат и поблагодарю за него.
   *[other] <b>{ $label }:</b> полученного вам достаточно, и покупатель получит доступ.
}
cases-refund-means = <b>{ $label }:</b> нажмите, когда вернёте деньги из кабинета NOWPayments. Сам я не могу переводить деньги.
cases-wait-means = <b>{ $label }:</b> я больше не буду напоминать.
cases-enter-worth-means = <b>{ $label }:</b> напишите, сколько стоили монеты в долларах. Что это даст, вы увидите до зачисления.
cases-give-days-means = { $duration ->
    [for_ever] <b>{ $label }:</b> доступ останется у покупателя навсегда, даже если вы вернёте другой его платёж.
   *[other] <b>{ $label }:</b> доступ покупателя станет настолько длиннее.
}
cases-count-means = <b>{ $label }:</b> платёж будет засчитан в счёт цены заказа.
cases-keep-means = { $item ->
    [donation] <b>{ $label }:</b> платёж будет засчитан как ещё один донат.
   *[other] <b>{ $label }:</b> деньги остаются у вас, но доступа не добавляют. Я сообщу плательщику, что платёж засчитан.
}

## Reminders to the owner. The payment is described below.

cases-remind-1-hour = ⏰ Этот платёж уже час ждёт вашего решения.
cases-remind-1-day = ⏰ Этот платёж уже сутки ждёт вашего решения. Сообщаю плательщику, что вопрос ещё открыт.
cases-remind-3-days = ⏰ Этот платёж уже 3 дня ждёт вашего решения. Сообщаю плательщику, что вопрос ещё открыт.
cases-remind-overdue = ⏰ Этот платёж больше недели ждёт вашего решения.
cases-remind-stays-open = ⏰ По этому платежу никто ничего не решил. Вопрос остаётся открытым, я сообщаю об этом плательщику. Больше напоминать не буду.
cases-remind-watch-ended = ⏰ Я больше не спрашиваю NOWPayments об этом платеже. Проверьте его в кабинете NOWPayments. Если придут новости, я их приму.

## What the payer reads while nobody has decided. $amount: "20 TRX", or "unknown".

cases-waiting-watch-ended = { $amount ->
    [unknown] ⏳ Ваш платёж так и не подтвердился.
   *[other] ⏳ Ваш платёж на { $amount } так и не подтвердился.
} Я больше не спрашиваю о нём NOWPayments. Если деньги придут позже, я их приму. Вы можете показать транзакцию владельцу.
cases-waiting-rest = { $amount ->
    [unknown] ⏳ Ваш платёж засчитан в оплату заказа.
   *[other] ⏳ Ваш платёж на { $amount } засчитан в оплату заказа.
} Доплатите { $rest }, и доступ откроется. Владелец может принять и то, что уже пришло, но пока не решил.
cases-waiting = { $amount ->
    [unknown] ⏳ Ваш платёж ещё ждёт решения владельца.
   *[other] ⏳ Ваш платёж на { $amount } ещё ждёт решения владельца.
} Я ему напомнил. От вас ничего не требуется.
cases-waiting-hanging = { $amount ->
    [unknown] ⏳ Ваш платёж ещё не подтверждён, и владелец пока ничего не решил.
   *[other] ⏳ Ваш платёж на { $amount } ещё не подтверждён, и владелец пока ничего не решил.
} Я ему напомнил. От вас ничего не требуется.
cases-open = { $amount ->
    [unknown] ⏳ Ваш платёж ещё ждёт решения владельца.
   *[other] ⏳ Ваш платёж на { $amount } ещё ждёт решения владельца.
} Я напоминал, но ответа нет. Ваши деньги в безопасности. Вопрос остаётся открытым, пока владелец не решит.
cases-open-failed = { $amount ->
    [unknown] ⏳ Ваш платёж ещё ждёт решения владельца.
   *[other] ⏳ Ваш платёж на { $amount } ещё ждёт решения владельца.
} Я напоминал, но ответа нет. Вопрос остаётся открытым, пока владелец не решит.
cases-open-hanging = { $amount ->
    [unknown] ⏳ Ваш платёж ещё не подтверждён, и владелец пока ничего не решил.
   *[other] ⏳ Ваш платёж на { $amount } ещё не подтверждён, и владелец пока ничего не решил.
} Я напоминал, но ответа нет. Вопрос остаётся открытым, пока владелец не решит или платёж не подтвердится.

## A payment that was a little short counts as paid, because nobody decided. $missing: dollars.

cases-accepted = ✅ <b>Ваш заказ оплачен.</b> Не хватало { $missing }: для криптовалюты это слишком мало, а владелец за неделю не ответил.
cases-accepted-owner = ✅ <b>Я принял платёж как есть.</b> Не хватало { $missing }: для криптовалюты это слишком мало, а за неделю никто ничего не решил. Сообщаю плательщику.

## Decisions.

cases-refund-question = { $amount ->
    [unknown] ↩️ <b>Вы вернули деньги?</b>
   *[other] ↩️ <b>Вы вернули { $amount }?</b>
}
cases-refund-how = Я не могу переводить деньги, поэтому сначала верните их из кабинета NOWPayments. Когда нажмёте «Да», я сообщу плательщику о возврате, и платёж перестанет учитываться. До этого ничего не изменится.
cases-yes = Да
cases-no = Нет
cases-decided-accept = ✅ <b>Вы приняли платёж как есть.</b> Сообщаю плательщику.
cases-decided-credit = ➕ <b>Вы засчитали платёж.</b> Сообщаю плательщику.
cases-decided-refund = ↩️ <b>Вы вернули деньги.</b> Сообщаю плательщику.
cases-decided-wait = ⏳ <b>Вы ждёте платёж.</b> Больше не напоминаю.
cases-counted = <b>Засчитано:</b> { $amount }
cases-counted-unknown = Сколько стоили монеты, неизвестно, поэтому в статистике { $amount }, пока вы не укажете стоимость.
cases-others = ⚠️ Другие платежи

## The list of payments that need a decision.

cases-list-title = ⚠️ <b>Спорные платежи: { $title }</b>
cases-list-empty = Ни один платёж не ждёт вашего решения.
cases-list-count = <b>Ждут вашего решения:</b> { $count }
cases-list-line = • <b>{ $heading }</b>: { $amount }, { $item }, { $person }, с { $time }
cases-list-line-of = • <b>{ $heading }</b>: { $amount } из { $price }, { $item }, { $person }, с { $time }
cases-list-line-unknown = • { $heading }, { $time }
cases-list-payment = ⚠️ Платёж { $payment }
cases-list-button = ⚠️ { $amount } { $person }
cases-orphan-what = За этот платёж ничего не выдано. Найдите его по номеру в кабинете NOWPayments. Затем верните деньги оттуда или попросите того, кто управляет этим ботом, найти заказ.

## What a payment was worth, as the owner types it. $coins: "20 TRX", or "unknown". $amount: dollars.

cases-worth-title = 💵 <b>Стоимость платежа</b>
cases-worth-ask = { $coins ->
    [unknown] Сколько стоили монеты, когда пришли? Напишите сумму в долларах, например <code>12.50</code>.
   *[other] Сколько стоили { $coins } в момент получения? Напишите сумму в долларах, например <code>12.50</code>.
}
cases-worth-typed = { $coins ->
    [unknown] Вы указали стоимость монет: <b>{ $amount }</b>.
   *[other] Вы указали стоимость { $coins }: <b>{ $amount }</b>.
}
cases-worth-order = Этого хватает на оплату заказа, и покупатель получит доступ.
cases-worth-part = Эта сумма будет засчитана в счёт цены заказа.
cases-worth-days = { $count ->
    [one] За это покупатель получит { $count } день доступа.
    [few] За это покупатель получит { $count } дня доступа.
   *[many] За это покупатель получит { $count } дней доступа.
}
cases-worth-for-ever = За это доступ останется у покупателя навсегда.
cases-worth-kept = По цене этого заказа этого не хватает даже на день. Деньги остаются у вас и попадут в статистику.
cases-worth-gift = Платёж будет засчитан как донат, и я за него поблагодарю.
cases-worth-figures = { $item ->
    [donation] Сумма попадёт в статистику, и я поблагодарю за донат.
   *[other] Сумма попадёт в статистику, но не больше цены.
}
cases-worth-check = Всё верно? Можно написать и другую сумму.
cases-worth-yes = ✅ Да, { $amount }
