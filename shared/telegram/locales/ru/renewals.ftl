### What renews by itself: payments in Telegram Stars that come again every 30 days. $title is always the name of what is sold.

## To the buyer. $stars: an amount of Stars. $end, $until: a date and time.
renewals-begun = 🔁 <b>Доступ к «{ $title }» продлевается сам каждые 30 дней за { $stars }.</b>
renewals-begun-how = Следующий платёж: { $end }. Отключить можно в Telegram: «Настройки» › «Мои звёзды», или здесь: /mysubs.
renewals-resumed = 🔁 <b>Доступ к «{ $title }» снова продлевается сам.</b>
renewals-resumed-how = { $end ->
    [over] Следующий платёж { $stars } спишется сейчас.
   *[other] Следующий платёж { $stars }: { $end }.
}
renewals-canceled = ✋ <b>Доступ к «{ $title }» больше не продлевается сам.</b>
renewals-by-owner = ✋ <b>Владелец «{ $title }» отключил ваше продление.</b>
renewals-stays = { $end ->
    [over] Больше ничего не спишется.
    [for_ever] Больше ничего не спишется. Доступ у вас навсегда.
   *[other] Больше ничего не спишется. Доступ есть до { $end }.
}
renewals-failed = ⚠️ <b>Telegram не смог списать { $stars } за продление «{ $title }».</b>
renewals-failed-how = { $until ->
    [over] Ничего не списано. Пополните звёзды в Telegram: «Настройки» › «Мои звёзды», или продлите здесь.
   *[other] Ничего не списано. Пополните звёзды в Telegram: «Настройки» › «Мои звёзды», или продлите здесь. Вы можете остаться до { $until }.
}
# A question, and its two buttons.
renewals-question = ✋ <b>Отключить продление «{ $title }»?</b>
renewals-question-how = { $end ->
    [over] Снова включить продление можно будет только новой покупкой.
    [for_ever] Доступ останется у вас навсегда.
   *[other] Доступ останется до { $end }. Снова включить продление можно будет только новой покупкой.
}
renewals-stop = ✋ Отключить продление
renewals-keep = ↩️ Оставить
# Toasts.
renewals-stopping = Отключаю. Напишу, когда будет готово.
renewals-nothing = Само не продлевается.
# Below a subscription: in its buyer's list, and on the page of a member.
renewals-on = 🔁 Продлевается сам за { $stars }.
renewals-off = ✋ Само не продлевается.
renewals-last-failed = ⚠️ Последнее продление не прошло.

## To the owner. $person: a @username or a name.
renewals-owner-failed = ⚠️ <b>{ $person }: не удалось списать { $stars } за продление «{ $title }».</b>
renewals-owner-failed-how = { $until ->
    [over] Я рассказал, как продлить.
   *[other] Я рассказал, как продлить. Остаться можно до { $until }.
}
renewals-owner-not-ended = 🚨 <b>Не могу отключить продление: { $person }, «{ $title }».</b>
renewals-owner-not-ended-how = Попросите отключить его в Telegram: «Настройки» › «Мои звёзды». Всё, что спишется, вы можете вернуть.
renewals-owner-question = ✋ <b>Отключить продление: { $person }, «{ $title }»?</b>
renewals-owner-question-how = { $end ->
    [over] Больше ничего не спишется. Снова включить его покупатель не сможет.
    [for_ever] Больше ничего не спишется, доступ останется навсегда.
   *[other] Больше ничего не спишется, доступ останется до { $end }. Снова включить его покупатель не сможет.
}
# Ответ менеджеру.
renewals-owner-stopping = Отключаю. Если Telegram откажет, напишу владельцу.
