places-right-invite = «Добавление подписчиков» (или «Пригласительные ссылки»)
places-right-ban = «Блокировка пользователей»
places-right-post = «Публикация сообщений»
places-right-other = «{ $right }»

places-chat = «{ $title }»
places-chat-unnamed = чат { $id }

## What the bot lacks, told to the owner at once. $chat: the chat's title. $rights: one or more names of rights.

places-broken-absent = { $use ->
    [private] 🚨 <b>Я не администратор частного канала «{ $chat }»</b>
    [extra] 🚨 <b>Я не администратор в «{ $chat }»</b>
   *[public] 🚨 <b>Я не администратор публичного канала «{ $chat }»</b>
}
places-broken-lacking = { $use ->
    [private] 🚨 <b>В частном канале «{ $chat }» мне не хватает прав: { $rights }</b>
    [extra] 🚨 <b>В «{ $chat }» мне не хватает прав: { $rights }</b>
   *[public] 🚨 <b>В публичном канале «{ $chat }» мне не хватает прав: { $rights }</b>
}
places-no-posts = Я не могу публиковать там ваши тарифы и обновлять их. Продажи продолжаются.
places-no-entry = Я не могу никого впустить, поэтому ничего не продаётся. Как только смогу, впущу всех, кто оплатил.
places-no-entry-extra = Я не могу никого туда впустить. Как только смогу, впущу всех, кто оплатил. Продажи продолжаются.
places-no-removals = Я не могу удалять участников, когда их доступ заканчивается. Продажи продолжаются.
places-add-me = Откройте канал, нажмите на его название, затем «Администраторы» → «Добавить администратора» и выберите меня.
places-switch-on = Откройте канал, нажмите на его название, затем «Администраторы», выберите меня и включите { $rights }.

places-works = { $use ->
    [private] ✅ <b>В частном канале «{ $chat }» снова всё работает</b>
    [extra] ✅ <b>В «{ $chat }» снова всё работает</b>
   *[public] ✅ <b>В публичном канале «{ $chat }» снова всё работает</b>
}
places-works-means = { $use ->
    [private] Я могу впускать и удалять участников. Все, кто оплатил, теперь войдут.
    [extra] Я могу впускать и удалять участников. Все, кто оплатил, теперь войдут.
   *[public] Я могу публиковать там ваши тарифы.
}

## A channel that no longer exists.

places-gone = { $use ->
    [private] 🚨 <b>Telegram не находит частный канал «{ $chat }»</b>
    [extra] 🚨 <b>Telegram не находит «{ $chat }»</b>
   *[public] 🚨 <b>Telegram не находит публичный канал «{ $chat }»</b>
}
places-gone-means = { $use ->
    [private] Его удалили, или меня в нём никогда не было. Ничего не продаётся, и я больше никого не впускаю и не удаляю.
    [extra] Чат удалили, или меня в нём никогда не было. Я больше никого туда не впускаю и не удаляю оттуда. Продажи продолжаются.
   *[public] Его удалили, или меня в нём никогда не было, поэтому ваши тарифы не опубликованы. Продажи продолжаются.
}
places-gone-nobody = Неиспользованных дней ни у кого нет.
places-gone-people = { $count ->
    [one] Неиспользованные дни есть у { $count } подписчика:
   *[many] Неиспользованные дни есть у { $count } подписчиков:
}
places-gone-person = { $time ->
    [for_ever] • { $person }: навсегда
   *[other] • { $person }: до { $time }
}
places-gone-more = и ещё { $count }
places-gone-next = { $use ->
    [private] Выберите другой частный канал, и я пришлю ссылку в него всем, у кого остались дни. Или приостановите продажи и верните деньги.
    [extra] Уберите его из предложения или добавьте другой.
   *[public] Выберите другой публичный канал или обойдитесь без него.
}
places-choose-another = 📣 Выбрать другой

## The same in one line, on the channel's page.

places-line-gone = { $use ->
    [private] 🚨 Частный канал исчез. Откройте ⚙️ Настройки.
    [extra] 🚨 Telegram не находит «{ $chat }».
   *[public] 🚨 Публичный канал исчез. Откройте ⚙️ Настройки.
}
places-line-absent = { $use ->
    [private] 🚨 Я не администратор частного канала.
    [extra] 🚨 Я не администратор в «{ $chat }».
   *[public] 🚨 Я не администратор публичного канала.
}
places-line-lacking = { $use ->
    [private] 🚨 В частном канале мне не хватает прав: { $rights }.
    [extra] 🚨 В «{ $chat }» мне не хватает прав: { $rights }.
   *[public] 🚨 В публичном канале мне не хватает прав: { $rights }.
}

## Sales news that doesn't arrive. $chat: a chat's title in quotes, a @name, or "chat" and a number.

places-unreachable = ⚠️ <b>Новости о продажах не доходят: { $chat }</b>
places-unreachable-reason = <b>Причина:</b> { $reason }
places-unreachable-not-started = Получателю нужно открыть меня и нажать «Старт».
places-unreachable-blocked = Получателю нужно разблокировать меня.
places-unreachable-gone = Этого чата больше нет. Выберите для новостей другой.
places-unreachable-no-right = Если меня оттуда удалили, добавьте снова, разрешите мне писать и откройте тему, если она закрыта. Или выберите для новостей другой чат.
places-unreachable-kept = Всё пропущенное я храню и отправлю, когда чат снова заработает. Список — в 🔔 Уведомления, оттуда можно отправить и сейчас.

## The discussion group of a private channel.

places-linked-group = ⚠️ У этого канала есть группа для обсуждений. Я удаляю участников только из канала, в группе они остаются. Удаляйте их оттуда сами или отвяжите группу в Telegram.
