## The post in the public channel. $title: the channel's name.

donations-post-title = 💝 <b>Поддержите «{ $title }»</b>
donations-post-button = 💝 Поддержать

## The keypad, whose buttons type an amount.

donations-keypad-title = 💝 <b>Донат каналу «{ $title }»</b>
donations-keypad-how = Наберите сумму от { $least } до { $most } и нажмите ✓ Готово. Оплатить можно в любой криптовалюте. { $minutes ->
    [one] Клавиатура работает { $minutes } минуту.
    [few] Клавиатура работает { $minutes } минуты.
   *[many] Клавиатура работает { $minutes } минут.
}

donations-keypad-how-presets = Выберите сумму или наберите свою, от { $least } до { $most }, и нажмите ✓ Готово. Оплатить можно в любой криптовалюте. { $minutes ->
    [one] Клавиатура работает { $minutes } минуту.
    [few] Клавиатура работает { $minutes } минуты.
   *[many] Клавиатура работает { $minutes } минут.
}
donations-keypad-note = Ваш комментарий владельцу: «{ $note }»
donations-keypad-anonymous = Владелец не увидит, кто вы.
donations-note-ask = <b>Отправьте мне комментарий для владельца.</b> До { $most } символов.
donations-note-too-long = ⚠️ Получилось слишком длинно. Символов: { $length }, а помещается { $most }. Отправьте комментарий короче.

donations-keypad-amount = 💰 Сумма: { $amount }
donations-keypad-clear = 🗑 Стереть
donations-keypad-confirm = ✓ Готово
donations-keypad-again = 🔁 Снова { $amount }
donations-keypad-note-add = ✍️ Добавить комментарий
donations-keypad-note-remove = ✍️ Убрать комментарий
donations-keypad-stay-anonymous = 🕶 Остаться анонимом
donations-keypad-named = 👤 Показать имя

## What becomes of a keypad.

donations-confirmed = 💝 <b>{ $amount } каналу «{ $title }».</b> Счёт сейчас появится.
donations-cancelled = ✕ Донат отменён. Деньги не списаны.
donations-expired = ⌛ Клавиатура больше не активна. Деньги не списаны.
donations-start-again = 💝 Начать заново

## Answers to a tap on the keypad. Plain text, 200 characters at most.

donations-keypad-not-in-use = Эта клавиатура больше не работает. Нажмите «Поддержать» ещё раз.
donations-keypad-of-another = Этой клавиатурой пользуется только тот, кто её открыл.
donations-keypad-expired = Клавиатура больше не активна. Деньги не списаны. Нажмите «Поддержать» ещё раз.
donations-note-saved = Владелец получит ваш комментарий вместе с донатом.
donations-paused = Владелец приостановил приём донатов. Деньги не списаны.
donations-amount-typed = Сумма: { $amount }
donations-amount-empty = Сначала наберите сумму.
donations-amount-below-crypto = Сегодня платежи в криптовалюте — от { $least }. Деньги не списаны. Может, { $suggested }?
donations-amount-below-usual = Сейчас донаты — от { $least }. Деньги не списаны. Может, { $suggested }?
donations-amount-too-large = За один раз можно отправить не больше { $most }.
donations-key-ignored = { $reason ->
    [too_many_decimals] У центов только два знака.
    [second_point] Запятая уже стоит.
   *[too_many_digits] Больше цифр не поместится. За один раз можно отправить не больше { $most }.
}

## For the owner.

donations-owner-note = <b>Комментарий:</b> «{ $note }»

donations-amounts-title = 💝 <b>Суммы донатов: { $title }</b>
donations-amounts-now = <b>Сейчас:</b> { $amounts }
donations-amounts-none = <b>Сейчас:</b> готовых сумм нет. Сумму каждый набирает сам.
donations-amounts-hidden = Сегодня платежи — от { $least }. Пока это так, меньшие суммы не показываются.
donations-amounts-ask = Эти суммы можно отправить одним нажатием, а любую другую — набрать. Чтобы их изменить, пришлите суммы в долларах через пробел, не больше { $most }. Например: 5 10 25.50
donations-amounts-remove = 🗑 Убрать все
donations-amounts-unclear = Пришлите суммы в долларах через пробел, не больше { $most }, например 5 10 25.50. Каждая — не больше { $limit }.
