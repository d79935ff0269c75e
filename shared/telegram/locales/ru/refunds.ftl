### Возвраты, которые бот делает сам по просьбе владельца.

## Кнопки. $amount: "⭐ 385".

refunds-button = ↩️ Вернуть { $amount }
refunds-button-asked = ⏳ Возврат { $amount }
refunds-yes = ↩️ Да, вернуть { $amount }
refunds-again = ↩️ Повторить

## Вопрос перед возвратом и его состояние. $person: "@dana".

refunds-ask = ↩️ <b>Вернуть { $amount } пользователю { $person }?</b>
refunds-leaves-balance = • { $amount } спишется с баланса этого бота. Отменить это нельзя.
refunds-ends-access = • Доступ, который дал этот платёж, закончится.
refunds-ends-renewal = • Подписка больше не будет продлеваться.
refunds-on-its-way = ⏳ <b>Возвращаю { $amount } пользователю { $person }.</b> Напишу тому, кто попросил, когда всё будет готово.
refunds-done = ↩️ <b>{ $amount } возвращено пользователю { $person }.</b>
# Что делает кнопка. $label: слова на ней.
refunds-means = <b>{ $label }:</b> я верну деньги после ещё одного вопроса.
# Возврат платежа. $item: "donation" или "subscription".
refunds-made = { $item ->
    [donation] Telegram вернул деньги плательщику.
   *[other] Telegram вернул деньги плательщику. Оплаченный ими доступ закончился.
}

## Возврат, в котором Telegram отказал.

refunds-refused = ⚠️ <b>Не удалось вернуть { $amount } пользователю { $person }.</b>
refunds-refused-balance = На балансе этого бота не хватает звёзд: их вывели или вернули другим. Попросите того, кто управляет ботом, пополнить баланс, и повторите.
refunds-refused-unanswered = Telegram не отвечал три дня. Повторите. Если деньги уже вернулись, второй раз они не спишутся.
refunds-refused-other = Telegram отказал, ничего не изменилось. Повторите позже. Если откажет снова, передайте номер платежа тому, кто управляет ботом.

## Ответы.

refunds-nothing = Здесь больше нечего возвращать.

## История заказа и журнал. $by, $person: менеджер.

refunds-story-asked = { $person } просит вернуть платёж.
refunds-story-asked-buyer = Владелец попросил вернуть платёж.
refunds-story-refused = Telegram отказал в возврате.
refunds-log-asked = { $by } просит вернуть платёж
refunds-log-refused = { $by }: возврат не удался, Telegram отказал
