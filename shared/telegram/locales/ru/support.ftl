support-heading = { $ruling ->
    [grant] <b>🎁 Подарить дни · { $title }</b>
    [revoke] <b>✂️ Закрыть доступ сейчас · { $title }</b>
    [ban] <b>🚫 Заблокировать · { $title }</b>
    [unban] <b>✅ Снять блокировку · { $title }</b>
   *[none] <b>👤 { $title }</b>
}

## Questions. $person: the person it is about.

support-ask-person = О ком речь? Пришлите @username или Telegram ID.
support-ask-days = { $person ->
    [unknown] Сколько дней подарить? Нажмите на число или пришлите своё, от 1 до { $max }.
   *[other] Получатель: { $person }. Сколько дней подарить? Нажмите на число или пришлите своё, от 1 до { $max }.
}
support-about-to = { $ruling ->
    [grant] Кто: { $person }. Доступ прибавится на { $time }.
    [grant_for_ever] Кто: { $person }. Доступ станет вечным.
    [revoke] Кто: { $person }. Доступ закроется сейчас.
    [ban] Кто: { $person }. Доступ будет заблокирован.
    [unban] Кто: { $person }. Блокировка будет снята.
   *[none] Кто: { $person }. Что сделать?
}
support-ask-reason = Можно прислать причину в нескольких словах. Она останется в журнале, этот человек её не увидит.
support-skip-reason = Без причины
support-offer-days = ➕ { $time }

## The page of one person.

support-no-access = Доступа нет.
support-access-until = { $time ->
    [for_ever] Доступ навсегда.
   *[other] Доступ до { $time }.
}
support-access-ended = Доступ закончился { $time }.
support-is-banned = 🚫 Доступ заблокирован.
support-give-days = 🎁 Подарить дни
support-give-for-ever = ♾ Доступ навсегда
support-end-access = ✂️ Закрыть доступ сейчас
support-lift-ban = ✅ Снять блокировку
support-ban = 🚫 Заблокировать

## The page on which it is confirmed.

support-who = <b>Кто:</b> { $person }
support-time = <b>Прибавится доступа:</b> { $time }
support-why = <b>Причина:</b> { $reason }
support-means = { $ruling ->
    [grant] Войти можно будет так же, как после покупки. Я сообщу о днях, но не о причине.
    [grant_for_ever] Войти можно будет так же, как после покупки. Ни напоминаний, ни удаления не будет. Я сообщу о доступе, но не о причине.
    [revoke] Пропадут все дни, купленные тоже. Если удаление включено, я удалю этого человека и сообщу ему об этом. Деньги не возвращаются.
    [ban] Я удалю этого человека, ни одна ссылка его не впустит, и купить он ничего не сможет. Дни продолжат идти. Деньги не возвращаются.
   *[unban] Снова можно будет покупать. Если дни ещё остались, я пришлю ссылку.
}
support-confirm = { $ruling ->
    [grant] ✅ Да, подарить { $time }
    [grant_for_ever] ✅ Да, навсегда
    [revoke] ✅ Да, закрыть доступ
    [ban] ✅ Да, заблокировать
   *[unban] ✅ Да, снять блокировку
}
support-done = { $ruling ->
    [revoke] ✔️ Доступ закрыт. Если удаление включено, удаляю.
    [ban] ✔️ Блокировка включена. Удаляю.
   *[unban] ✔️ Блокировка снята.
}
support-done-grant = { $until ->
    [unknown] ✔️ Добавлено: { $time }.
    [for_ever] ✔️ Теперь доступ открыт навсегда.
   *[other] ✔️ Добавлено: { $time }. Доступ открыт до { $until }.
}
support-not-reachable = ⚠️ Пока я не могу написать этому человеку. Попросите его открыть меня, нажать «Старт» и отправить /mysubs, чтобы войти.

## A ban that doesn't work.

support-ban-trouble = 🚨 <b>Не получилось заблокировать человека или снять с него блокировку</b>
support-telegram-says = <b>Ответ Telegram:</b> { $reason }
support-ban-administrator = Telegram не даёт мне блокировать администраторов, поэтому я отменил блокировку. Снимите с этого человека права администратора в Telegram и заблокируйте его снова.
support-ban-refused = Откройте канал или группу, нажмите на название, затем «Администраторы» (в группе: «Изменить» → «Администраторы»), выберите меня и включите право <b>{ $right }</b>. Я продолжаю попытки.

support-not-sold-to-you = 🚫 «{ $title }» вам недоступно. Есть вопросы? /paysupport

## Answers, above a page. Plain text.

support-person-missing = Сначала выберите человека. Пришлите @username или Telegram ID.
support-user-unknown = Такого пользователя нет. Пришлите @username или Telegram ID.
support-username-unknown = По имени я нахожу только покупателей, участников и здешних менеджеров. Пришлите вместо имени Telegram ID.
support-nothing-to-confirm = Подтверждать больше нечего. Нажмите 🎁 Дать доступ, чтобы начать заново.
support-not-given-days = Пришлите целое число дней от 1 до { $max } или «навсегда».
support-not-a-reason = Пришлите причину длиной от 1 до { $max } символов.
support-banned-unban-first = Этот человек заблокирован. Сначала снимите блокировку, а потом дарите дни.
support-no-private-channel = Впускать пока некуда: частный канал или группа не выбраны. Выберите в ⚙️ Настройки.
support-no-access-to-end = Доступа и так нет.
support-has-for-ever = Доступ уже открыт навсегда, дни ничего не изменят. Чтобы дать доступ на срок, сначала закройте его.
support-banned-already = Этот человек уже заблокирован.
support-on-team = Этот человек в команде или администратор в Telegram. Сначала снимите с него роль здесь и в Telegram. Потом можно заблокировать.
support-not-banned = Этот человек не заблокирован.
