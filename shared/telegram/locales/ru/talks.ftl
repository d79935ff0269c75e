## Buttons: three words at most, but for the first.

talks-write = ✉️ Написать владельцу
talks-answer = ↩️ Ответить
talks-write-more = ✉️ Написать ещё
talks-block = 🚫 Заблокировать
talks-unblock = ✓ Разблокировать
talks-order-button = ✉️ { $amount }, { $title }

## Before something is written.

talks-which-order = ✉️ <b>Сообщение владельцу</b>
    О каком заказе речь?
talks-orders-left-out = Показано { $shown } из { $all }. Чтобы написать о другом заказе, нажмите 📜 в сообщении о нём, потом ✉️.
talks-question-to-owner = ✉️ <b>Сообщение владельцу «{ $title }»</b>
talks-question-to-buyer = ✉️ <b>Ответ покупателю: { $person }</b>
talks-how-to-owner = Отправьте сообщение: только текст, до { $most } символов. Владелец увидит ваше имя и этот заказ.
talks-how-anonymous = Этот донат анонимный. Если вы напишете, владелец узнает, что он от вас.
talks-how-to-buyer = Отправьте сообщение: только текст, до { $most } символов. Покупатель увидит, что пишет владелец «{ $title }», но не ваше имя.

talks-order-line = { $order }: { $state ->
    [paid] оплачен
    [refunded] деньги возвращены
    [decision] ждёт решения владельца
    [part] пришло { $received }
    [pending] платёж в пути
    [expired] не оплачен, срок счёта истёк
    [cancelled] отменён
    [refused] счёт создать не удалось
   *[open] ещё не оплачен
}

## What the other side reads. The message itself follows, as a quotation.

talks-from-buyer = ✉️ <b>Вам сообщение от покупателя: { $person }</b>
talks-from-owner = ✉️ <b>Вам сообщение от владельца «{ $title }»</b>
talks-reply-to-buyer = Ответьте прямо на это сообщение. Ваше имя не будет показано.
talks-reply-to-owner = Ответьте прямо на это сообщение.

## What becomes of it.

talks-sent-to-owner = ✉️ Отправлено владельцу «{ $title }». Ответ придёт сюда.
talks-sent-to-buyer = ✉️ Отправлено. Получатель: { $person }.
talks-undelivered-to-owner = { $arrived ->
    [unknown] ⚠️ Возможно, ваше сообщение не дошло до владельца «{ $title }». Попробуйте позже.
   *[no] ⚠️ Ваше сообщение не дошло до владельца «{ $title }». Попробуйте позже.
}
talks-undelivered-to-buyer = { $arrived ->
    [unknown] ⚠️ Возможно, ваш ответ не дошёл. Покупатель: { $person }. Попробуйте позже.
   *[no] ⚠️ Ваш ответ не дошёл. Покупатель: { $person }. Попробуйте позже.
}
talks-blocked-owner = 🚫 Вы заблокировали сообщения от владельца «{ $title }». О ваших заказах я пишу как раньше.
talks-blocked-buyer = 🚫 Сообщения о «{ $title }» от этого покупателя заблокированы: { $person }.

## Answers. Plain text, 200 characters at most.

talks-cancelled = Ничего не отправлено.
talks-unblocked = Разблокировано. Вам снова могут писать.
talks-without-order = Написать владельцу можно по поводу заказа, а у вас их ещё нет. Сначала откройте ссылку на предложение.
talks-own-channel = Вы здесь сами владелец, поэтому писать некому.
talks-not-yours = Писать здесь могут только покупатель и нынешний владелец «{ $title }». Ничего не отправлено.
talks-owner-takes-none = Владелец «{ $title }» не принимает от вас сообщений. Ничего не отправлено.
talks-buyer-takes-none = Этот покупатель не принимает сообщений от «{ $title }». Ничего не отправлено.
talks-too-often = Больше сообщений я сейчас передать не могу. Ничего не отправлено. Попробуйте снова через { $minutes ->
    [one] { $minutes } минуту.
    [few] { $minutes } минуты.
   *[many] { $minutes } минут.
}
talks-too-often-hours = Больше сообщений я сейчас передать не могу. Ничего не отправлено. Попробуйте снова через { $hours ->
    [one] { $hours } час.
    [few] { $hours } часа.
   *[many] { $hours } часов.
}
talks-not-text = Я передаю только текст. Ничего не отправлено.
talks-empty = В сообщении нет текста. Ничего не отправлено.
talks-too-long = { $length ->
    [one] Здесь { $length } символ, а за один раз я могу передать { $most }. Ничего не отправлено.
    [few] Здесь { $length } символа, а за один раз я могу передать { $most }. Ничего не отправлено.
   *[many] Здесь { $length } символов, а за один раз я могу передать { $most }. Ничего не отправлено.
}
