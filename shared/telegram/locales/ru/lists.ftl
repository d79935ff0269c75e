## Parts of a line. No capital, no full stop.

lists-donation = донат
lists-open = ⏳ ожидает оплаты
lists-cancelled = ✖️ отменён
lists-refused = ✖️ счёт создать не удалось
lists-settled = ✅ оплачен
lists-refunded = ↩️ деньги возвращены
lists-paid-never = оплаты не было
lists-paid-until = { $time ->
    [for_ever] доступ навсегда
   *[other] оплачено до { $time }
}
lists-paid-grace = срок истёк { $time }, идёт льготный период
lists-paid-grace-until = срок истёк { $time }, льготный период до { $until }
lists-paid-ended = срок истёк { $time }
lists-paid-by-other = { $time ->
    [for_ever] впущен по «{ $offer }» навсегда
   *[other] впущен по «{ $offer }» до { $time }
}
lists-administrator = администратор
lists-joined-admitted = впустил я
lists-joined-before = уже внутри до оплаты
lists-joined-unknown = впустил кто-то другой
lists-link-live = ссылка работает
lists-link-ended = ссылка больше не работает
lists-link-none = ссылки пока нет
lists-link-banned = в чёрном списке в Telegram
lists-in-of = состоит в { $inside } из { $places }

## The members.

lists-members-title = 👥 <b>Участники: { $title }</b>
lists-members-counts = Внутри: { $in } · без оплаты: { $unpaid } · с оплатой, но не внутри: { $out }
lists-members-in = ✅ Внутри
lists-members-unpaid = ⚠️ Без оплаты
lists-members-out = 🚪 Ещё не вошли
lists-members-in-empty = Участников пока нет.
lists-members-unpaid-empty = Все, кого я знаю, оплатили доступ или не должны платить.
lists-members-out-empty = Все, кто оплатил, уже внутри.
lists-member-line = { $symbol } { $person }: { $about }
lists-filter = { $filter } ({ $count })
lists-filter-chosen = • { $filter } ({ $count })
lists-more-than = { $count }+
lists-cut = <i>В списке не больше { $count }. В таблицах есть ещё: /stats.</i>
lists-members-limit = <i>Я вижу только тех, кто вошёл после меня.</i>
lists-members-main = <i>В списках учитывается { $place }. Нажмите на участника, чтобы увидеть каждый канал и группу.</i>
lists-members-limit-counted = { $count ->
    [one] <i>Я вижу только тех, кто вошёл после меня. По данным Telegram на { $time }, там { $count } участник.</i>
    [few] <i>Я вижу только тех, кто вошёл после меня. По данным Telegram на { $time }, там { $count } участника.</i>
   *[many] <i>Я вижу только тех, кто вошёл после меня. По данным Telegram на { $time }, там { $count } участников.</i>
}

## One member or buyer.

lists-member-title = 👤 <b>{ $person }</b> · { $title }
lists-member-id = <b>Telegram ID:</b> <code>{ $id }</code>
lists-member-now = <b>Сейчас:</b> { $place }
lists-member-now-seen = <b>Сейчас:</b> { $place } (данные на { $time })
lists-member-in = состоит
lists-member-administrator = состоит, администратор
lists-member-out = не состоит
lists-member-banned = в чёрном списке
lists-member-unseen = входа не было
lists-member-access = <b>Доступ:</b> { $paid }
lists-member-link = <b>Пригласительная ссылка:</b> { $link }
lists-member-joined = <b>Вход:</b> { $joined }
lists-member-joined-protected = <b>Вход:</b> { $joined }. Удалю, только если вы так решите.
lists-place = <b>{ $place }</b>: { $about }
lists-place-seen = по состоянию на { $time }
lists-place-protected = удалю, только если вы скажете
lists-place-too-many = войти не может: состоит в стольких каналах и группах, сколько разрешает Telegram
lists-place-refused = Telegram не даёт впустить
lists-place-removing = удаляется
lists-place-removed = удаление { $time }
lists-place-removal-trouble = удалить не получается: { $reason }
lists-member-granted = { $count ->
    [0] <b>Выдано:</b> ни одного дня
    [one] <b>Выдано:</b> всего { $count } день
    [few] <b>Выдано:</b> всего { $count } дня
   *[many] <b>Выдано:</b> всего { $count } дней
}
lists-member-granted-for-ever = <b>Выдано:</b> навсегда
lists-member-orders = { $count ->
    [0] <b>Заказы:</b> нет
   *[other] <b>Заказы:</b> { $count }
}
lists-member-orders-latest = <b>Заказы:</b> { $count }, последние ниже ({ $shown })
lists-member-manage = 🛟 Управлять доступом

## The orders.

lists-orders-title = 🧾 <b>Заказы: { $title }</b>
lists-orders-all = Все
lists-orders-open = ⏳ Открытые
lists-orders-settled = ✅ Оплачены
lists-orders-unpaid = ✖️ Не оплачены
lists-orders-refunded = ↩️ Возвраты
lists-orders-donations = 💝 Донаты
lists-orders-empty = Здесь пока нет заказов.
lists-orders-hint = Нажмите на заказ, чтобы узнать, что с ним происходило.
lists-orders-shown = <b>{ $filter }:</b> { $count }
lists-order-line = • <b>{ $amount }</b>, { $item }, { $person }: { $state }, { $time }
lists-order-button = { $amount } { $person }
lists-order-label = { $amount }, { $item }

## The story of an order, for the owner.

lists-story-title = 📜 <b>{ $order }</b> · { $title }
lists-story-state = <b>Состояние:</b> { $state }
lists-story-created = Оформлен заказ на { $amount }.
lists-story-created-unknown = Оформлен заказ.
lists-story-decided-accept = { $person }: платёж принят как есть.
lists-story-decided-credit = { $person }: платёж засчитан.
lists-story-decided-refund = { $person }: деньги отмечены как возвращённые.
lists-story-decided-wait = { $person }: решено подождать платёж.
lists-story-decided = { $person }: решение по платежу принято.
lists-story-decided-nobody = Неделю никто ничего не решал, и я принял платёж, хотя немного не хватало.
lists-story-extended = { $duration ->
    [unknown] Доступ покупателя продлён.
    [for_ever] Покупатель получил доступ навсегда.
   *[other] Покупатель получил доступ на { $duration }.
}
lists-story-link-made = Я создал пригласительную ссылку для покупателя.
lists-story-link-used = Ссылка использована и закрыта.
lists-story-link-closed = Ссылка закрыта.
lists-story-approved = Покупатель вошёл.
lists-story-removed = Покупатель удалён.
lists-story-left = Когда доступ закончился, покупатель уже вышел.
lists-story-cancelled = Покупатель отменил заказ.
lists-story-set-aside = Покупатель оформил вместо этого другой заказ. Что делать с деньгами, решаете вы.
lists-story-reopened = Покупатель вернулся к этому заказу.
lists-story-confirmed = Сумма доната подтверждена.
lists-story-told = { $topic ->
    [pay_now] Я отправил покупателю счёт.
    [choose_payment] Я спросил покупателя, как он хочет оплатить.
    [stars_refused] Я сообщил покупателю, что счёта в звёздах нет.
    [invoice_delayed] Я сообщил покупателю, что счёт задерживается.
    [invoice_refused] Я сообщил покупателю, что счёта не будет.
    [case_waiting] Я сообщил покупателю, что вы ещё не решили.
    [case_accepted] Я сообщил покупателю, что платёж принят.
    [rest_refused] Я написал покупателю о недостающем остатке.
    [payment_news] Я написал покупателю о платеже.
    [thanks] Я поблагодарил покупателя.
    [access] Я отправил покупателю пригласительную ссылку.
    [access_delayed] Я сообщил покупателю, что пригласительная ссылка задерживается.
    [access_ended] Я сообщил покупателю, что доступ закончился.
   *[other] Я написал покупателю.
}
lists-story-not-told = { $topic ->
    [pay_now] Я не смог отправить покупателю счёт.
    [choose_payment] Я не смог спросить покупателя, как он хочет оплатить.
    [stars_refused] Я не смог сообщить покупателю, что счёта в звёздах нет.
    [invoice_delayed] Я не смог сообщить покупателю, что счёт задерживается.
    [invoice_refused] Я не смог сообщить покупателю, что счёта не будет.
    [case_waiting] Я не смог сообщить покупателю, что вы ещё не решили.
    [case_accepted] Я не смог сообщить покупателю, что платёж принят.
    [rest_refused] Я не смог написать покупателю о недостающем остатке.
    [payment_news] Я не смог написать покупателю о платеже.
    [thanks] Я не смог поблагодарить покупателя.
    [access] Я не смог отправить покупателю пригласительную ссылку.
    [access_delayed] Я не смог сообщить покупателю, что пригласительная ссылка задерживается.
    [access_ended] Я не смог сообщить покупателю, что доступ закончился.
   *[other] Я не смог написать покупателю.
}
lists-story-told-owner = Я написал владельцу.
lists-story-not-told-owner = Я не смог написать владельцу.

## Figures of a channel, and the daily digest. $amount: dollars.

lists-today = Сегодня
lists-last-7-days = За 7 дней
lists-last-30-days = За 30 дней
lists-revenue = Выручка
lists-gross = Поступило: { $gross }
lists-sent-back = ↩️ Возвраты: { $count }, { $amount }
lists-period = { $period }: { $net }
lists-period-gross = { $period }: { $net } (поступило { $gross }, возвращено { $amount })
lists-net = <b>{ $of }: { $net }</b>
lists-tally = { $of }: { $amount }
lists-sales = { $count ->
    [one] { $count } продажа: { $amount }
    [few] { $count } продажи: { $amount }
   *[many] { $count } продаж: { $amount }
}
lists-gifts = { $count ->
    [one] { $count } донат: { $amount }
    [few] { $count } доната: { $amount }
   *[many] { $count } донатов: { $amount }
}
lists-counted = { $count ->
    [one] { $count } спорный платёж засчитан: { $amount }
    [few] { $count } спорных платежа засчитаны: { $amount }
   *[many] { $count } спорных платежей засчитано: { $amount }
}
lists-donations = Донаты
lists-unknown-coin = Неизвестная криптовалюта
lists-more = и ещё { $count }: { $amount }
lists-change = 👥 Новые: { $new } · Продлили: { $renewed } · Ушли: { $lost }
lists-active-for-ever = ♾ <b>Навсегда:</b> { $count }
lists-for-ever-sold = ♾ Продано навсегда: { $count }, { $amount }
lists-as-of = 🕒 Данные на { $time }
lists-zone = Сутки считаются по часовому поясу { $zone }.
lists-tables-hint = Кнопки пришлют вам все заказы, платежи или участников в виде таблицы (CSV).
lists-table-orders = 🧾 Заказы (CSV)
lists-table-payments = 💳 Платежи (CSV)
lists-table-members = 👥 Участники (CSV)
lists-file-payments = 💳 <b>Платежи: { $title }</b>
lists-file-rows = { $count ->
    [one] { $count } строка, сначала новые.
    [few] { $count } строки, сначала новые.
   *[many] { $count } строк, сначала новые.
}
lists-file-cut = Это не всё: в один файл помещаются только самые новые.
lists-file-rows-members = { $count ->
    [one] { $count } строка, сначала самые большие Telegram ID.
    [few] { $count } строки, сначала самые большие Telegram ID.
   *[many] { $count } строк, сначала самые большие Telegram ID.
}
lists-file-cut-members = Это не всё: в один файл помещаются только участники с самыми большими Telegram ID.

## The picture of a channel's figures. Short, because the space is small.

lists-chart-revenue = { $days ->
    [one] Выручка за вычетом возвратов, { $days } день
    [few] Выручка за вычетом возвратов, { $days } дня
   *[many] Выручка за вычетом возвратов, { $days } дней
}
lists-chart-members = Участников: { $active }, новых: { $new }, ушло: { $lost }

## The daily digest.

lists-digest-title = 📊 <b>Ежедневная сводка: { $title }</b>
lists-digest-time = { $from } – { $until }
lists-digest-sales = { $count ->
    [0] <b>Подписки:</b> нет
   *[other] <b>Подписки:</b> { $count }, { $amount }
}
lists-digest-donations = { $count ->
    [0] <b>Донаты:</b> нет
   *[other] <b>Донаты:</b> { $count }, { $amount }
}
lists-digest-counted = <b>Засчитано спорных платежей:</b> { $count }, { $amount }
lists-digest-for-ever = ♾ <b>Продано навсегда:</b> { $count }, { $amount }
lists-digest-refunds = <b>Возвраты:</b> { $count }
lists-digest-joined = <b>Новые участники:</b> { $count }
lists-digest-lost = <b>Ушли:</b> { $count }
lists-digest-lapsed = <b>Не продлили:</b> { $count } — { $names }
lists-digest-removed = <b>Удалены:</b> { $count } — { $names }
lists-digest-turned-away = <b>Не впущены:</b> { $count } — { $names }
lists-digest-more = ещё { $count }
lists-digest-cases = ⚠️ <b>Ждут вашего решения:</b> { $count }

## The log: who did what. $by: who did it, such as "@olga". The person that it concerns is on the next line.

lists-log-title = 📓 <b>Журнал: { $title }</b>
lists-log-order = Сначала новые.
lists-log-empty = Пока ничего не происходило.
lists-log-entry = <b>{ $time }</b> { $act }
lists-log-newer = « Новее
lists-log-older = Раньше »
lists-log-bot = Бот
lists-log-channel-set-up = { $by }: предложение настроено
lists-log-private-channel-changed = { $by }: выбран другой частный канал или группа
lists-log-public-channel-changed = { $by }: выбран другой публичный канал
lists-log-tier-added = { $by }: добавлен тариф
lists-log-tier-changed = { $by }: изменён тариф
lists-log-tier-removed = { $by }: удалён тариф
lists-log-removals-set = { $by }: изменено, что происходит с теми, кто не продлил доступ
lists-log-administrator-invited = { $by }: отправлено приглашение в команду
lists-log-administrator-added = { $by }: принято приглашение в команду
lists-log-administrator-removed = { $by }: снята роль
lists-log-role-changed = { $by }: изменена роль
lists-log-ownership-transferred = { $by }: предложение передано
lists-log-ownership-claimed = { $by }: предложение возвращено создателю чата
lists-log-notifications-changed = { $by }: изменены уведомления
lists-log-notification-tried = { $by }: проверено уведомление
lists-log-missed-sent-again = { $by }: пропущенные уведомления отправлены ещё раз
lists-log-posts-published = { $by }: опубликованы посты
lists-log-posts-scheduled = { $by }: включены ежедневные посты
lists-log-posts-unscheduled = { $by }: отключены ежедневные посты
lists-log-posts-refreshed = { $by }: обновлены посты
lists-log-posts-removed = { $by }: удалены посты
lists-log-post-switched = { $by }: пост включён или выключен
lists-log-table-exported = { $by }: выгружена таблица
lists-log-channel-paused = { $by }: продажи приостановлены
lists-log-channel-resumed = { $by }: продажи возобновлены
lists-log-setting-changed = { $by }: изменена настройка
lists-log-access-granted = { $by }: подарены дни
lists-log-access-revoked = { $by }: закрыт доступ
lists-log-renewal-ended = { $by }: отключено продление
lists-log-banned = { $by }: пользователь заблокирован
lists-log-unbanned = { $by }: блокировка снята
lists-log-ban-failed = { $by }: заблокировать пользователя в Telegram пока не получилось
lists-log-ban-given-up = { $by }: блокировка отменена, потому что Telegram не даёт блокировать администраторов
lists-log-order-set-aside = { $by }: оформлен другой заказ, а решение о неполной оплате оставлено владельцу
lists-log-case-accept = { $by }: платёж принят как есть
lists-log-case-credit = { $by }: платёж засчитан
lists-log-case-refund = { $by }: отмечено, что деньги возвращены
lists-log-case-wait = { $by }: решено подождать платёж
lists-log-protection-ended = { $by }: разрешено удалить участника, который вошёл раньше бота
lists-log-brake-released = { $by }: удаление продолжено, ограничение снято на час
lists-log-removals-stopped = { $by }: удаление выключено
lists-log-join-approved = { $by }: участник впущен
lists-log-join-declined = { $by }: заявка на вступление отклонена
lists-log-join-refusal-said = { $by }: объяснено, почему ссылка не работает
lists-log-left = { $by }: замечено, что участник вышел
lists-log-removed = { $by }: участник удалён, потому что доступ закончился
lists-log-removal-dry-run = { $by }: участник был бы удалён, но удаление выключено
lists-log-removal-failed = { $by }: удалить участника не получилось
lists-log-removal-undone = { $by }: участнику, удалённому по ошибке, отправлена ссылка
lists-log-place-opened = { $by }: к предложению добавлен чат
lists-log-place-closed = { $by }: из предложения убран чат
lists-log-takeover-confirmed = { $by }: принят список участников
lists-log-takeover-undone = { $by }: отменён список участников
lists-log-access-listed = { $by }: доступ задан по списку
lists-log-access-unlisted = { $by }: отменён доступ по списку
lists-log-member-kept = { $by }: доступ закончился, но участник остался, потому что вошёл до оплаты
lists-log-unknown = { $by }: { $act }

## Details of an entry of the log. No capital, no full stop.

lists-detail-change = { $from } → { $to }
lists-detail-to = → { $to }
lists-detail-until = до { $to }
lists-detail-cause = { $cause ->
    [expired] без продления
    [refunded] деньги возвращены
    [ended_by_owner] владелец закрыл доступ
    [banned] блокировка
   *[other] { $cause }
}
lists-detail-reason = причина: { $reason }
lists-detail-tier = тариф { $tier }
lists-detail-payment = платёж { $payment }
lists-detail-hour = в { $hour }
lists-detail-place = в «{ $place }»
lists-detail-setting = { $setting ->
    [title] название
    [description] описание
    [donation_message] обращение к донатерам
    [time_zone] часовой пояс
    [grace_hours] льготный период
    [tolerance_percent] допустимая недоплата
    [listed] общий список
    [name] название
    [price_cents] цена
    [price_stars] цена в Stars
    [donation_stars] донаты в Stars
    [days] срок
   *[other] { $setting }
}
lists-detail-role = { $role ->
    [owner] владелец
    [manager] менеджер
    [read_only] наблюдатель
   *[other] { $role }
}
lists-detail-removals = { $removals ->
    [on] удаление включено
    [dry_run] пробный режим
    [off] удаление выключено
   *[other] { $removals }
}
lists-detail-news = { $news ->
    [on] включены
    [off] выключены
    [here] этому человеку
    [owner] владельцу
    [each] о каждой продаже
    [digest] ежедневная сводка
    [both] о каждой продаже и ежедневная сводка
   *[other] { $news }
}
lists-detail-post = { $post ->
    [offer] тарифы
    [donate] кнопка доната
   *[other] { $post }
}
lists-detail-table = { $table ->
    [orders] заказы
    [payments] платежи
    [members] участники
   *[other] { $table }
}
lists-detail-other = { $name }: { $value }
