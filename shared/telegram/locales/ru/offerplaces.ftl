### The chats that an offer opens, for its owner: the page that lists them, adding one, taking one away.
### $kind: "channel" or "group". $chat: a chat's title. $title: the offer's name.

# A button on the offer's first page, named by other messages, too.
offerplaces-button = 🚪 Чаты

## The list.

offerplaces-title = 🚪 <b>Чаты «{ $title }»</b>
offerplaces-about = У кого есть доступ, попадает в каждый из них.
# $count: people, or "1,000+".
offerplaces-people = <b>Сейчас с доступом:</b> { $count }
# $count: people.
offerplaces-cut = Числа ниже — о людях, чей доступ закончится позже всех. Их { $count }.
# $what: what the chat is for the offer.
offerplaces-place = { $what ->
    [main_channel] 📣 <b>{ $chat }</b>: главный канал
    [main_group] 👥 <b>{ $chat }</b>: главная группа
    [discussion] 💬 <b>{ $chat }</b>: группа для обсуждений
    [group] 👥 <b>{ $chat }</b>: группа
   *[channel] 📣 <b>{ $chat }</b>: канал
}
# $inside, $waiting: people.
offerplaces-counts = <b>Внутри:</b> { $inside } · <b>Ещё не вошли:</b> { $waiting }
# $done and $total: people.
offerplaces-opening = ⏳ Отправлено ссылок: { $done } из { $total }
offerplaces-closing = ⏳ Доступ закрыт: { $done } из { $total }
# In a long list, in place of what the bot lacks.
offerplaces-trouble = 🚨 Там чего-то не хватает. Нажмите на него.
# A button.
offerplaces-add = ➕ Добавить чат
# $count: chats.
offerplaces-full = Чатов уже { $count }, больше нельзя. Чтобы добавить другой, уберите один из них.

## The discussion group of the main channel.

offerplaces-linked = ⚠️ Те, кто потерял доступ, по-прежнему могут читать и писать в группе для обсуждений «{ $chat }». Я за ней пока не слежу.
offerplaces-linked-unnamed = ⚠️ Те, кто потерял доступ, по-прежнему могут читать и писать в группе для обсуждений вашего канала. Я за ней пока не слежу.
offerplaces-include = 💬 Включить группу
# Where to include it. $button: the label of offerplaces-button.
offerplaces-include-there = Чтобы включить её, нажмите { $button } на странице канала, когда он будет в продаже.
offerplaces-unlinked = ⚠️ «{ $chat }» больше не группа для обсуждений вашего канала. Она остаётся в предложении, пока вы её не уберёте.

## One chat.

offerplaces-main-stays = Это то, что вы продаёте, поэтому убрать его нельзя. Чтобы продавать другое, нажмите ⚙️ Настройки и выберите там. Чтобы не продавать, приостановите продажи.
offerplaces-take-away = 🗑 Убрать

## Choosing another chat. $rights: Telegram's names of rights, in quotes.

offerplaces-choose = ➕ <b>Добавить чат к «{ $title }»</b>
offerplaces-choose-ask = Выберите частный канал или частную группу. Мне и вам там нужны права: { $rights }.

## The question before a chat is added or taken away. $count: people.

offerplaces-ask-open = { $kind ->
    [group] 👥 <b>Добавить группу «{ $chat }» к «{ $title }»?</b>
   *[channel] 📣 <b>Добавить канал «{ $chat }» к «{ $title }»?</b>
}
offerplaces-open-touches = { $count ->
    [0] Сейчас доступа ни у кого нет, поэтому ссылок я не отправлю.
    [one] Войти сможет { $count } человек: у каждого будет своя ссылка.
    [few] Войти смогут { $count } человека: у каждого будет своя ссылка.
    [many] Войти смогут { $count } человек: у каждого будет своя ссылка.
   *[other] Войти смогут { $count } человека: у каждого будет своя ссылка.
}
# How long it takes.
offerplaces-minutes = { $minutes ->
    [one] Это займёт примерно { $minutes } минуту.
    [few] Это займёт примерно { $minutes } минуты.
    [many] Это займёт примерно { $minutes } минут.
   *[other] Это займёт примерно { $minutes } минуты.
}
offerplaces-open-later = Кто купит доступ позже, тоже войдёт. Когда чей-то доступ закончится, я удалю его и оттуда. Администраторов я не удаляю никогда.
offerplaces-ask-close = { $kind ->
    [group] 🗑 <b>Убрать группу «{ $chat }» из «{ $title }»?</b>
   *[channel] 🗑 <b>Убрать канал «{ $chat }» из «{ $title }»?</b>
}
offerplaces-close-touches = { $count ->
    [0] Никому не придётся выходить.
    [one] Это коснётся { $count } человека: тех, кто внутри, я удалю, а ссылки остальных закрою.
    [few] Это коснётся { $count } человек: тех, кто внутри, я удалю, а ссылки остальных закрою.
    [many] Это коснётся { $count } человек: тех, кто внутри, я удалю, а ссылки остальных закрою.
   *[other] Это коснётся { $count } человека: тех, кто внутри, я удалю, а ссылки остальных закрою.
}
offerplaces-close-stays = Администраторы останутся, как и те, у кого есть доступ по другому вашему предложению. В других ваших чатах ничего не изменится.
offerplaces-yes-open = ✅ Да, добавить
offerplaces-yes-close = 🗑 Да, убрать
offerplaces-no = ✕ Нет

## How far it is. One message that changes.

offerplaces-progress-open = { $kind ->
    [group] 👥 <b>Впускаю людей в группу «{ $chat }»</b>
   *[channel] 📣 <b>Впускаю людей в канал «{ $chat }»</b>
}
offerplaces-progress-close = { $kind ->
    [group] 🗑 <b>Удаляю людей из группы «{ $chat }»</b>
   *[channel] 🗑 <b>Удаляю людей из канала «{ $chat }»</b>
}
# $done and $total: people.
offerplaces-links-sent = <b>Отправлено ссылок:</b> { $done } из { $total }
offerplaces-removed = <b>Готово:</b> { $done } из { $total }
offerplaces-done-open = ✅ <b>У всех с доступом есть ссылка в «{ $chat }»</b>
offerplaces-done-close = ✅ <b>«{ $chat }» больше не относится к «{ $title }»</b>

## Answers: above a page, or to a tap. Plain text, 200 characters at most.

offerplaces-opened = Добавлено. Если у кого-то сейчас есть доступ, я отправлю ссылку и сообщу, когда закончу.
offerplaces-closed = Убрано. Если кому-то нужно выйти, я удалю его оттуда и сообщу, когда закончу.
offerplaces-has-it = Этот чат уже есть в вашем предложении.
offerplaces-posts = В этом канале публикуются предложения для всех, и платить за него никто не станет. Выберите частный канал или частную группу.
offerplaces-other-owner = Доступ к этому чату здесь продаёт кто-то другой. Выберите другой.
offerplaces-discussion-without-bot = Я не администратор группы для обсуждений. Нажмите «Добавить в группу», выберите её и оставьте права включёнными. Потом нажмите «Проверить снова».
# $max: chats.
offerplaces-too-many = Чатов уже { $max }, больше нельзя. Сначала уберите один из них.
offerplaces-not-there = Этого чата в вашем предложении больше нет.
offerplaces-asked-again = Ваше «да» пришло слишком поздно, или с тех пор что-то изменилось. Вот как сейчас.
