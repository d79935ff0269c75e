## The page of the settings. Each line has a name and a value.

settings-title = ⚙️ <b>Настройки: { $title }</b>
settings-none = нет
settings-private = { $kind ->
    [supergroup] <b>Частная группа:</b> { $value }
   *[channel] <b>Частный канал:</b> { $value }
}
settings-public = <b>Публичный канал:</b> { $value }
settings-description = <b>Описание:</b> { $value }
settings-tiers = <b>Тарифы:</b> { $count }
settings-donation-message = <b>Обращение к донатерам:</b> { $value }
settings-grace = <b>Льготный период:</b> { $hours ->
    [0] нет
    [one] { $hours } час
    [few] { $hours } часа
   *[many] { $hours } часов
}
settings-tolerance = <b>Допустимая недоплата:</b> { $percent } %
settings-removals = <b>Удаление:</b> { $removals ->
    [dry_run] пробный режим, никто не удаляется
    [off] выключено, никто не удаляется
   *[on] включено, участники удаляются, когда заканчивается доступ
}
settings-time-zone = <b>Часовой пояс:</b> { $timeZone }
settings-language = <b>Язык постов:</b> { $language }
settings-listed = <b>В списке /start:</b> { $listed ->
    [no] нет
    [blocked] нет, потому что оператор этого бота не разрешает
   *[yes] да
}

settings-button-title = ✏️ Название
settings-button-description = ✏️ Описание
settings-button-tiers = 💎 Тарифы
settings-button-donation-message = 💝 Обращение к донатерам
settings-button-amounts = 💝 Суммы донатов
settings-button-grace = ⏳ Льготный период
settings-button-tolerance = ➗ Допустимая недоплата
settings-button-removals = 🚪 Удаление
settings-button-time-zone = 🌍 Часовой пояс
settings-button-language = 🌐 Язык постов
settings-button-private = { $kind ->
    [supergroup] 🔒 Частная группа
   *[channel] 🔒 Частный канал
}
settings-button-public = 📢 Публичный канал
settings-button-unlist = 🙈 Убрать из списка
settings-button-list = 📃 Показать в списке
settings-button-team = 👥 Команда

## Removals.

settings-removals-title = 🚪 <b>Удаление участников: { $title }</b>
settings-removals-now = { $removals ->
    [dry_run] <b>Пробный режим.</b> Никто не удаляется. Я отмечаю в журнале, кого бы удалил.
    [off] <b>Выключено.</b> Никто не удаляется.
   *[on] <b>Включено.</b> Участники удаляются, когда заканчивается доступ.
}
settings-removals-on = ✅ Включить
settings-removals-trial = 👀 Пробный режим
settings-removals-off = ⛔️ Выключить

## The language of the posts.

settings-language-title = 🌐 <b>Язык постов: { $title }</b>
settings-language-now = Язык моих постов и сообщений в группах об этом предложении: { $language }. Чтобы сменить его, нажмите на другой.
settings-language-note = Вам и покупателям я пишу на том языке, который каждый выбрал себе: /language

## Tiers: what is sold, for how much and how long.

settings-tiers-title = 💎 <b>Тарифы: { $title }</b>
settings-tiers-none = Тарифов нет. Вы только принимаете донаты.
settings-tiers-choose = Нажмите на тариф, чтобы изменить его.
settings-tiers-item = 💎 { $tier } · { $price } · { $duration }
settings-tiers-add = ➕ Добавить тариф
settings-tier-title = 💎 <b>{ $tier }</b> · тариф в «{ $title }»
settings-tier-price = { $duration ->
    [for_ever] { $price } за доступ навсегда.
   *[other] { $price } за { $duration }.
}
settings-tier-note = Изменения действуют для новых заказов. Условия открытых заказов не меняются.
settings-tier-edit-name = ✏️ Название
settings-tier-edit-price = ✏️ Цена
settings-tier-edit-days = ✏️ Срок
settings-tier-remove = 🗑 Удалить

## Questions, answered by typing. $title: the channel.

settings-ask-title = ✏️ <b>{ $title }</b>
settings-ask-now = <b>Сейчас:</b> { $value }
settings-ask-type = Напишите и отправьте.
settings-ask-name = Как это называется? Покупатели видят название в списке, в счетах и в каждом сообщении.
settings-ask-description = Что получат покупатели? Напишите несколько предложений. Я покажу их над ценами.
settings-ask-donation-message = Что вы хотите сказать тем, кто отправляет донат? Я покажу это над клавиатурой.
settings-ask-grace = Сколько часов участники могут оставаться после окончания доступа? От 0 до 720.
settings-ask-tolerance = Какую недоплату вы принимаете, в процентах? От 0 до 20.
settings-ask-time-zone = В каком часовом поясе вы живёте? Выберите или пришлите крупный город рядом с вами.
settings-ask-tier-name = Как называется тариф? Например, «Gold».
settings-ask-tier-price = Сколько он стоит в долларах США? Например, 29.99. Не меньше { $least }.
settings-ask-tier-days = На сколько дней он рассчитан? От 1 до 3650 или «навсегда».
settings-ask-donation-amounts = Какие суммы можно отправить одним нажатием? Например, 5 10 25.
settings-ask-case-worth = Сколько это стоило в долларах США? Например, 12.50.
settings-ask-days = Сколько дней подарить?
settings-ask-reason = Почему? Несколько слов для журнала.

## Another channel in Telegram.

settings-chat-private = { $kind ->
    [supergroup] 🔒 <b>Частная группа для «{ $title }»</b>
   *[channel] 🔒 <b>Частный канал для «{ $title }»</b>
}
settings-chat-private-ask = Доступ в какой канал или в какую группу вы продаёте? Сменить это можно, только пока ни у кого нет доступа.
settings-chat-public = 📢 <b>Публичный канал для «{ $title }»</b>
settings-chat-public-ask = Где мне публиковать?
settings-chat-none = 🚫 Без публичного канала

## Notifications.

settings-notify-title = 🔔 <b>Уведомления: { $title }</b>
settings-notify-when-off = <b>Продажи:</b> не сообщаю. О спорных платежах и проблемах с участниками владелец всё равно узнает.
settings-notify-when-each = <b>Продажи:</b> сразу о каждой
settings-notify-when-daily = <b>Продажи:</b> в ежедневной сводке в { $hour } ({ $timeZone })
settings-notify-when-both = <b>Продажи:</b> сразу о каждой и в ежедневной сводке в { $hour } ({ $timeZone })
settings-notify-to-you = <b>Куда:</b> вам, сюда
settings-notify-to-owner = <b>Куда:</b> владельцу ({ $chat })
settings-notify-to-chat = <b>Куда:</b> { $chat }
settings-notify-reachable = <b>Связь:</b> есть
settings-notify-unreachable = ⚠️ Не могу писать в этот чат с { $since }: { $reason }
settings-notify-missed-count = ⚠️ <b>Пропущено за 30 дней:</b> { $count }
settings-notify-switch-on = 🔔 Включить
settings-notify-switch-off = 🔕 Выключить
settings-notify-each = О каждой продаже
settings-notify-daily = Ежедневная сводка
settings-notify-both = Оба варианта
settings-notify-hour = 🕘 Сводка в { $hour }
settings-notify-here = 📩 Присылать мне
settings-notify-owner = 📩 Присылать владельцу
settings-notify-test = 🧪 Проверить
settings-notify-missed = ⚠️ Показать пропущенные
settings-digest-title = 🕘 <b>Ежедневная сводка: { $title }</b>
settings-digest-ask = Во сколько её присылать? Сейчас она приходит в { $hour }. Часовой пояс: { $timeZone }.
settings-missed-title = ⚠️ <b>Пропущенные уведомления: { $title }</b>
settings-missed-count = { $count ->
    [0] За последние 30 дней ничего не пропущено.
    [one] За последние 30 дней не удалось доставить { $count } уведомление.
    [few] За последние 30 дней не удалось доставить { $count } уведомления.
   *[many] За последние 30 дней не удалось доставить { $count } уведомлений.
}
settings-missed-item = <b>{ $what }</b>, { $at }
settings-missed-item-amount = <b>{ $what }</b>, { $amount }, { $at }
settings-missed-again = 🔁 Отправить снова

settings-missed-sold = 🎉 Подписка
settings-missed-donation = 💝 Донат
settings-missed-digest = 📊 Ежедневная сводка
settings-missed-odd = ⚠️ Спорный платёж
settings-missed-invoices = 🚨 Покупатели не могут оплатить
settings-missed-access = 🚨 Не получается впустить участника
settings-missed-removal = 🚨 Не получается удалить участника
settings-missed-ban = 🚨 Проблема с блокировкой
settings-missed-kept = 👤 Участник остался
settings-missed-braked = 🛑 Удаление замедлено
settings-missed-broken = 🚨 Я не могу работать в чате
settings-missed-works = ✅ Снова всё работает
settings-missed-gone = 🚨 Чат исчез
settings-missed-became-public = 🚨 Открыт публичный доступ
settings-missed-unreachable = ⚠️ Чат был недоступен

## Why a typed text is refused. Plain text, 200 characters at most.

settings-typed-empty = Здесь пусто. Напишите несколько слов.
settings-typed-too-long = Слишком длинно. Символов: { $length }, а помещается { $max }.
settings-typed-days = Напишите целое число дней от { $min } до { $max } или «навсегда».
settings-typed-hours = Напишите целое число часов от { $min } до { $max }.
settings-typed-percent = Напишите целое число процентов от { $min } до { $max }.
settings-typed-price = Это не похоже на цену. Напишите сумму в долларах, например 29.99.
settings-typed-worth = Напишите сумму в долларах, например 12.50. Не больше { $most }.
settings-typed-price-high = Наибольшая сумма — { $most }.
settings-typed-price-low = Сегодня платежи в криптовалюте — от { $least }, поэтому оплатить { $price } никто не сможет. Может, { $suggested }?
settings-typed-time-zone = Я не знаю такого часового пояса. Пришлите крупный город рядом с вами, например Berlin.
settings-typed-time-zones = Так называются несколько часовых поясов. Выберите один или напишите точнее.

## Answers to a tap. Plain text, 200 characters at most.

settings-paused = Продажи приостановлены. Оплаченное время у участников остаётся.
settings-resumed = Продажи снова идут.
settings-listed-now = Теперь это предложение видно в /start.
settings-listed-if-allowed = Предложение появится в /start, когда это разрешит оператор этого бота.
settings-unlisted = Предложения больше нет в /start. Ссылки на него работают.
settings-removals-set = { $removals ->
    [dry_run] Включён пробный режим. Никто не удаляется. Я отмечаю, кого бы удалил.
    [off] Удаление выключено. Никто не удаляется.
   *[on] Удаление включено. Участники удаляются, когда заканчивается доступ.
}
settings-tier-gone = Этого тарифа больше нет.
settings-tier-removed = Удалено. Новые покупатели не смогут его выбрать.
settings-tier-saved = Сохранено. Условия открытых заказов не меняются.
settings-tier-added = Тариф добавлен.
settings-tier-lost = Данные потерялись. Добавьте тариф ещё раз, пожалуйста.
settings-tiers-most = Больше тарифов добавить нельзя, предел — { $max }. Сначала удалите один из них.
settings-notify-saved = ✔️ Сохранено.
settings-notify-no-digest = Ежедневная сводка выключена. Сначала включите её.
settings-test-begun = Отправляю проверку.
settings-missed-coming = ✔️ Отправляю их ещё раз.

## How a test notification went. $to: "you", "owner", or another word for a group. $chat: the group's number.

settings-test-delivered = { $to ->
    [you] ✅ Проверка до вас дошла.
    [owner] ✅ Проверка дошла до владельца.
   *[chat] ✅ Проверка дошла в чат { $chat }.
}
settings-test-not-started = { $to ->
    [you] ❌ Проверка до вас не дошла, потому что вы меня ещё не запустили. Откройте { $link } и нажмите «Старт».
    [owner] ❌ Проверка до владельца не дошла, потому что он меня ещё не запустил. Попросите его открыть { $link } и нажать «Старт».
   *[chat] ❌ Проверка не дошла в чат { $chat }, потому что меня там ещё не запустили. Попросите открыть { $link } и нажать «Старт».
}
settings-test-blocked = { $to ->
    [you] ❌ Проверка до вас не дошла, потому что я заблокирован. Разблокируйте меня и попробуйте снова.
    [owner] ❌ Проверка до владельца не дошла, потому что я у него заблокирован. Попросите разблокировать меня.
   *[chat] ❌ Проверка не дошла в чат { $chat }, потому что я там заблокирован.
}
settings-test-gone = { $to ->
    [you] ❌ Проверка до вас не дошла, потому что вашего аккаунта больше нет.
    [owner] ❌ Проверка до владельца не дошла, потому что его аккаунта больше нет.
   *[chat] ❌ Проверка не дошла в чат { $chat }, потому что его больше нет.
}
settings-test-no-right = { $to ->
    [you] ❌ Проверка до вас не дошла, потому что мне нельзя вам писать.
    [owner] ❌ Проверка до владельца не дошла, потому что мне нельзя ему писать.
   *[chat] ❌ Проверка не дошла в чат { $chat }, потому что меня там нет или мне нельзя там писать.
}
settings-test-delayed = ⏳ Telegram сейчас не принимает проверку: { $reason }. Я ещё некоторое время буду пытаться.
settings-test-refused = ❌ Telegram отказал: { $reason }
