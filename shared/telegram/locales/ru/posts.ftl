posts-title = 📌 <b>Посты: { $title }</b>
posts-no-channel = ⚠️ Публиковать пока негде: публичный канал не выбран. Выберите его в ⚙️ Настройки.
posts-channel-paused = ⏸ Продажи приостановлены. Пока вы их не возобновите, я ничего не публикую.
posts-absent = { $post ->
    [donate] <b>Кнопка доната:</b> не опубликована
   *[offer] <b>Тарифы:</b> не опубликованы
}
posts-live = { $post ->
    [donate] <b>Кнопка доната:</b> { $place } с { $since }
   *[offer] <b>Тарифы:</b> { $place } с { $since }
}
posts-live-place = в канале
posts-pending = ⏳ Публикую
posts-last-failed = ❌ Последний пост не опубликован. { $why }
posts-every-day = <b>Ежедневные посты:</b> в { $hour } ({ $timeZone })
posts-every-day-never = <b>Ежедневные посты:</b> выключены

posts-button-offer = Тарифы
posts-button-donate = Кнопка доната
posts-button-publish = 📤 Опубликовать сейчас
posts-button-hour = 🕘 Ежедневно в { $hour }
posts-button-no-hour = 🕘 Ежедневные посты: выкл.
posts-button-refresh = 🔁 Обновить посты
posts-button-remove = 🗑 Удалить посты
posts-button-see = 👀 Посмотреть пост

## The hour of the daily posts.

posts-hours-title = 🕘 <b>Ежедневные посты: { $title }</b>
posts-hours-ask = Во сколько публиковать? Старые посты я при этом удаляю. Часовой пояс: { $timeZone }.
posts-hours-never = Никогда

## News of a post. $title: the channel.

posts-failed = { $post ->
    [donate] ❌ <b>{ $title }: кнопка доната не опубликована</b>
   *[offer] ❌ <b>{ $title }: тарифы не опубликованы</b>
}
posts-no-right = Мне нельзя там публиковать. Назначьте меня администратором с правом «Публикация сообщений».
posts-not-there = Меня нет в этом канале. Добавьте меня администратором.
posts-doubted = { $post ->
    [donate] ⚠️ <b>{ $title }: кнопка доната могла появиться дважды</b>
   *[offer] ⚠️ <b>{ $title }: тарифы могли появиться дважды</b>
}
posts-doubted-how = Telegram не ответил на публикацию, и я опубликовал ещё раз. Если чуть выше есть второй такой пост, удалите его, пожалуйста. Сам я не отличу его от других.

## Answers to a tap. Plain text, 200 characters at most.

posts-preview-coming = Пришлю предпросмотр отдельным сообщением.
posts-coming = Публикую.
posts-refreshing = Обновляю посты.
posts-removing = Удаляю посты.
posts-unscheduled = Ежедневные посты выключены.
posts-scheduled = Буду публиковать каждый день в { $hour } ({ $timeZone }).
posts-paused = Продажи приостановлены. Пока вы их не возобновите, я ничего не публикую.
posts-no-public-channel = Публиковать пока негде: публичный канал не выбран. Выберите его в ⚙️ Настройки.
posts-nothing = Публиковать нечего. Включите пост или добавьте тариф.
posts-not-on-sale = Ничего не продаётся, потому что я не могу никого впустить. Чего не хватает, написано на первой странице.
posts-too-soon = Я только что публиковал. Снова можно через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[many] { $seconds } секунд
}.
