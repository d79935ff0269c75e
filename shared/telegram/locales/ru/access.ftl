## To the buyer, with the link or without it.

access-paid = ✅ <b>Оплата доступа к «{ $title }» получена.</b>
access-credited = ➕ <b>Владелец «{ $title }» засчитал ваш платёж и продлил доступ.</b>
access-link = 🔓 <b>Ваша ссылка в «{ $title }»</b>
access-inside = ✅ <b>Вы в «{ $title }».</b>
access-given = { $duration ->
    [for_ever] 🎁 <b>Владелец «{ $title }» подарил вам доступ навсегда.</b>
   *[other] 🎁 <b>Владелец «{ $title }» подарил вам доступ на { $duration }.</b>
}
access-unbanned = ✅ <b>Владелец «{ $title }» снял с вас блокировку.</b>
access-moved = { $kind ->
    [supergroup] 🚚 <b>«{ $title }» теперь в новой группе.</b>
   *[channel] 🚚 <b>«{ $title }» теперь в новом канале.</b>
}
access-readmitted = 🙏 <b>Извините! Оплата продления «{ $title }» пришла, когда я уже удалял вас.</b>
access-place = 🔓 <b>{ $place } входит в { $title }.</b>
access-place-added = ➕ <b>Владелец добавил { $place } к { $title }.</b>
access-places-opened = Открыто { $inside } из { $places }.
access-until = { $until ->
    [for_ever] Доступ открыт навсегда.
   *[other] Доступ открыт до { $until }.
}
access-renewed-until = { $until ->
    [for_ever] Теперь доступ открыт навсегда.
   *[other] Доступ продлён до { $until }.
}
access-join-how = Нажмите «{ $button }», а затем «Подать заявку». Через секунду вы внутри. Ссылка работает только для вас.
access-join = 🔓 Войти: { $title }

## To a buyer that Telegram doesn't let in yet.

access-delayed = { $until ->
    [for_ever] ⏳ <b>Ваш доступ к «{ $title }» — навсегда.</b>
   *[other] ⏳ <b>Доступ к «{ $title }» оплачен до { $until }.</b>
}
access-delayed-too-many-chats = Вы уже состоите в стольких каналах и группах, сколько разрешает Telegram, поэтому впустить вас пока нельзя. Выйдите из любого из них, и я впущу вас в течение двух часов. Чтобы войти сразу, нажмите «{ $button }».
access-delayed-owner-told = Telegram пока не даёт вас впустить. Владелец уже знает, а я пришлю ссылку, как только всё заработает. Платить ещё раз не нужно.
access-delayed-trying = Telegram пока не даёт вас впустить. Я продолжаю попытки и пришлю ссылку, как только получится. Платить ещё раз не нужно.
access-my-subscriptions = 📜 Мои подписки
access-try-again = 🔁 Повторить

access-link-refused = 🙏 <b>Эта ссылка в «{ $title }» предназначена другому человеку или больше не действует.</b>
access-link-refused-offer = Деньги не списаны. Вы можете оформить собственный доступ.
access-see-offer = 💎 Посмотреть тарифы

## Reminders.

access-reminder = { $days ->
    [one] ⏰ <b>Доступ к «{ $title }» закончится через { $days } день, { $end }.</b>
    [few] ⏰ <b>Доступ к «{ $title }» закончится через { $days } дня, { $end }.</b>
   *[many] ⏰ <b>Доступ к «{ $title }» закончится через { $days } дней, { $end }.</b>
}
access-reminder-ended = ⏰ <b>Доступ к «{ $title }» закончился.</b>
access-reminder-grace = ⏰ <b>Доступ к «{ $title }» закончился. Вы можете остаться до { $until }.</b>
access-renew-early = Продлите заранее: оставшиеся дни не пропадут.
access-renew-any-time = Продлить можно в любой момент.
access-renew-paused = Владелец приостановил продажи, поэтому продлить сейчас нельзя. Загляните позже в /mysubs.
access-renew-stopped = Сейчас это не продаётся, поэтому продлить нельзя. Загляните позже в /mysubs.
access-renew = 💎 Продлить

## After the end.

access-ended = 👋 <b>Доступ к «{ $title }» закончился.</b>
access-ended-thanks = Спасибо, что были с нами. Возвращайтесь в любой момент.
access-ended-owed-title = 🙏 <b>Вы оплатили доступ к «{ $title }», а впустить вас не получилось.</b>
access-ended-owed = Мне очень жаль. Владелец уже знает: он может дать вам это время или вернуть деньги. Заказ — в /mysubs.
access-ended-by-owner = 👋 <b>Владелец «{ $title }» закрыл вам доступ.</b>
access-ended-by-owner-questions = Есть вопросы? /paysupport
access-come-back = 💎 Вернуться

## A buyer's subscriptions and orders.

access-mine = <b>Ваши подписки</b>
access-mine-none = Подписок пока нет.
access-show-channels = 📣 Что продаётся
access-mine-active = { $until ->
    [for_ever] ✅ <b>{ $title }</b>: навсегда
   *[other] ✅ <b>{ $title }</b>: до { $until }
}
access-mine-grace = ⏳ <b>{ $title }</b>: доступ закончился { $end }. Можно оставаться до { $until }.
access-mine-ended = ⌛ <b>{ $title }</b>: доступ закончился { $end }
access-mine-places = Открыто { $inside } из { $places }:
access-mine-place-in = ✅ { $place }
access-mine-place-out = ▫️ { $place }: вы ещё не вошли
access-mine-place-too-many = ⏳ { $place }: вы состоите в стольких каналах и группах, сколько разрешает Telegram. Выйдите из любого и нажмите «{ $button }».
access-mine-place-owner-told = ⏳ { $place }: Telegram не даёт вас впустить. Владелец уже знает.
access-mine-place-trying = ⏳ { $place }: Telegram пока не даёт вас впустить. Я продолжаю попытки.
access-renew-title = 💎 Продлить: { $title }
access-come-back-title = 💎 Вернуться: { $title }
access-open-channel = 🔓 Открыть канал
access-open-group = 🔓 Открыть группу
access-mine-orders = <b>Ваши заказы</b>
access-mine-order = • { $order }: { $progress }
access-mine-more = и ещё { $count }
access-mine-story-hint = Нажмите 📜, чтобы узнать, что происходило с заказом.
access-mine-story = 📜 { $amount }, { $title }

## To the owner: a buyer can't get in. $person: a @username or a name.

access-trouble = 🚨 <b>Доступ к «{ $title }» оплачен, а впустить покупателя не получается: { $person }</b>
access-trouble-too-late = 🚨 <b>Доступ к «{ $title }» был оплачен, но покупатель так и не вошёл: { $person }</b>
access-advice-right = { $kind ->
    [supergroup] Откройте группу, нажмите на её название, затем «Изменить» → «Администраторы», затем выберите меня (если меня там нет, добавьте) и включите право <b>«Пригласительные ссылки»</b>. Я продолжаю попытки. А пока никто из оплативших не может войти.
   *[channel] Откройте частный канал, нажмите на его название, затем «Администраторы», затем выберите меня (если меня там нет, добавьте) и включите право <b>«Добавление подписчиков»</b> (или <b>«Пригласительные ссылки»</b>). Я продолжаю попытки. А пока никто из оплативших не может войти.
}
access-advice-full = { $kind ->
    [supergroup] В группе уже столько участников, сколько разрешает Telegram. Удалите нескольких, и я впущу всех, кто оплатил. Или верните деньги.
   *[channel] В частном канале уже столько участников, сколько разрешает Telegram. Удалите нескольких, и я впущу всех, кто оплатил. Или верните деньги.
}
access-advice-banned = { $kind ->
    [supergroup] Этот человек заблокирован в группе. Откройте её, нажмите на её название, затем «Чёрный список», и снимите блокировку. Тогда я впущу покупателя. Или верните деньги.
   *[channel] Этот человек заблокирован в частном канале. Откройте канал, нажмите на его название, затем «Чёрный список», и снимите блокировку. Тогда я впущу покупателя. Или верните деньги.
}
access-advice-no-channel = Частный канал или группа не выбраны, поэтому впускать некуда. Выберите в /channels, и я впущу всех.
access-advice-about-user = { $kind ->
    [supergroup] С группой всё в порядке: Telegram не впускает только этого покупателя. Я продолжаю попытки. Если не поможет, верните деньги.
   *[channel] С каналом всё в порядке: Telegram не впускает только этого покупателя. Я продолжаю попытки. Если не поможет, верните деньги.
}
access-advice-too-late = Оплаченное время уже прошло. Дайте его ещё раз или верните деньги.

## To the owner: removals.

access-removal-trouble = 🚨 <b>Доступ к «{ $title }» закончился, а удалить участника не получается: { $person }</b>
access-removal-right = { $kind ->
    [supergroup] Откройте группу, нажмите на её название, затем «Изменить» → «Администраторы», затем выберите меня (если меня там нет, добавьте) и включите право <b>«Блокировка пользователей»</b>. Я продолжаю попытки. А пока удалить никого не могу.
   *[channel] Откройте частный канал, нажмите на его название, затем «Администраторы», затем выберите меня (если меня там нет, добавьте) и включите право <b>«Блокировка пользователей»</b>. Я продолжаю попытки. А пока удалить никого не могу.
}
access-removal-administrator = Это администратор, и удалить его можете только вы. Снимите с него права администратора, и я удалю его. Или пусть остаётся.
access-removal-unanswered = Telegram не может сделать это уже сутки. Я продолжаю попытки. От вас ничего не требуется.
access-removal-unclear = Проверьте, остаётся ли этот участник. Если да, удалите его вручную. Я продолжаю попытки.
access-kept = 👤 <b>Доступ к «{ $title }» закончился, но этот участник остался: { $person }</b>
access-kept-why = Впускал его не я: он вошёл ещё до оплаты, или его кто-то добавил. Я удалю его, только если вы так решите.
access-remove = 🚪 Удалить
access-brake = 🛑 <b>Удаление из «{ $title }» замедлено.</b>
access-brake-why = За час из-за окончания доступа удалено участников: { $removed }. Это необычно много. Остальных буду удалять постепенно, не больше { $most } в час.
access-brake-release-does = <b>Продолжить:</b> все, у кого закончился доступ, будут удалены сейчас. Ограничение снимается на час.
access-brake-stop-does = <b>Остановить удаление:</b> никто не будет удалён, пока вы снова не включите удаление.
access-brake-release = ▶️ Продолжить
access-brake-stop = ⏹ Остановить удаление

## Answers to the owner about removals. Plain text.

access-removal-now = Удаляю участника.
access-removal-at-end = Доступ снова открыт. Когда он закончится и не будет продлён, я удалю участника.
access-removal-never = Доступ открыт навсегда, поэтому этот человек остаётся.
access-removal-switched-off = Удаление выключено. Удалю участника, когда вы снова включите удаление.
access-removals-released = Удаление продолжается. Ограничение снято на час.
access-removals-stopped = Никто не будет удалён, пока вы снова не включите удаление.
