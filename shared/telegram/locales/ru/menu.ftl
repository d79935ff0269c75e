menu-role = { $role ->
    [owner] владелец
    [manager] менеджер
   *[read_only] наблюдатель
}

## The list of channels.

menu-channels-title = 🗂 <b>Ваши предложения</b>
menu-channels-none = У вас здесь пока нет предложений.
menu-channels-choose = Выберите одно из них.
menu-channels-choose-menu = Выберите одно, чтобы изменить его или посмотреть продажи.
menu-channel = { $kind ->
    [supergroup] 👥 { $title } ({ $role })
   *[channel] 📣 { $title } ({ $role })
}
menu-channel-paused = ⏸ { $title } ({ $role })
menu-set-up = ➕ Новое предложение

## A private channel that anyone can join. $name: its public @name.

menu-public-channel = { $kind ->
    [supergroup] ⚠️ В частную группу по имени { $name } может войти кто угодно, не заплатив. В Telegram откройте группу → Изменить → Тип группы → Частная группа.
   *[channel] ⚠️ В частный канал по имени { $name } может войти кто угодно, не заплатив. В Telegram откройте канал → Изменить → Тип канала → Частный канал.
}
menu-public-channel-of = ⚠️ «{ $title }»: по имени { $name } туда может войти кто угодно, не заплатив. В Telegram откройте → Изменить и закройте публичный доступ.
menu-became-public = { $kind ->
    [supergroup] 🚨 <b>{ $title }: частная группа стала публичной</b>

        По имени { $name } в неё может войти кто угодно, не заплатив. В Telegram откройте группу → Изменить → Тип группы → Частная группа.
   *[channel] 🚨 <b>{ $title }: частный канал стал публичным</b>

        По имени { $name } в него может войти кто угодно, не заплатив. В Telegram откройте канал → Изменить → Тип канала → Частный канал.
}

## A channel's first page.

menu-you = Вы: { $role }
menu-paused = ⏸ <b>Пауза.</b> Ничего не продаётся.
menu-stopped = ⏸ <b>Сейчас не продаётся.</b> Я не могу никого впустить.
menu-on-sale = { $tiers ->
    [0] ✅ <b>Принимает донаты.</b> Тарифов нет.
    [one] ✅ <b>В продаже:</b> { $tiers } тариф
    [few] ✅ <b>В продаже:</b> { $tiers } тарифа
   *[many] ✅ <b>В продаже:</b> { $tiers } тарифов
}
menu-active = <b>Сейчас с доступом:</b> { $count }
menu-link = <b>Ссылка для покупателей:</b> { $link }
menu-unreachable = ⚠️ Новости о продажах не доходят: { $chat }. Откройте 🔔 Уведомления.

menu-figures = 📊 Статистика
menu-cases = ⚠️ Спорные платежи
menu-cases-waiting = ⚠️ Спорные платежи ({ $count })
menu-members = 👥 Участники
menu-orders = 🧾 Заказы
menu-give-access = 🎁 Дать доступ
menu-posts = 📌 Посты
menu-notifications = 🔔 Уведомления
menu-settings = ⚙️ Настройки
menu-log = 📓 Журнал
menu-resume = ▶️ Возобновить продажи
menu-pause = ⏸ Приостановить продажи
menu-my-channels = « Мои предложения

## Answers to a tap. Plain text, 200 characters at most.

menu-not-your-channel = Вы не управляете этим предложением. Отправьте /channels, чтобы увидеть свои.
menu-not-allowed = Ваша роль в этом предложении этого не позволяет. Обратитесь к владельцу.
menu-member-unknown = Я не знаю такого участника. Отправьте /members, чтобы увидеть список.
menu-order-unknown = Не могу найти этот заказ. Отправьте /orders, чтобы увидеть список.
menu-saved = Сохранено.
menu-no-such-table = Такой таблицы нет.
menu-file-coming = Файл уже отправляю.
menu-too-many-files = { $seconds ->
    [one] Слишком много сразу. Попробуйте снова через { $seconds } секунду.
    [few] Слишком много сразу. Попробуйте снова через { $seconds } секунды.
   *[many] Слишком много сразу. Попробуйте снова через { $seconds } секунд.
}
