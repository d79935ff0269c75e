## How far an order is. Each entry follows the order and a colon, so it begins in lower case and has no full stop.

orders-state = { $state ->
    [open] ожидает оплаты
    [cancelled] отменён
    [refused] счёт создать не удалось
    [settled] оплачен, спасибо
    [refunded] деньги возвращены
   *[other] { $state }
}
orders-expired = не оплачен, срок счёта истёк
orders-part-of = { $received } из { $price }
orders-part = пришло { $received } из { $price }
orders-part-confirming = пришло { $received } из { $price }, ещё один платёж подтверждается
orders-part-unconfirmed = пришло { $received } из { $price }, ещё один платёж не подтверждён уже неделю
orders-part-owner-decides = пришло { $received } из { $price }, решение за владельцем
orders-confirming = ваш платёж подтверждается
orders-unconfirmed = ваш платёж не подтверждён уже неделю
orders-owner-decides = решение о вашем платеже за владельцем
orders-owner-decides-further = решение ещё об одном платеже за владельцем
orders-paid-other = пришло { $amount }, спасибо
orders-both = { $first }; { $second }
orders-progress = <b>{ $order }</b>: { $progress }

## Buttons: a verb, and at most three words without the amount.

orders-pay-now = 💳 Оплатить: { $amount }
orders-pay-rest = 💳 Доплатить: { $amount }
orders-cancel = ✕ Отменить
orders-donate-again = 💝 Поддержать ещё раз
orders-what-happened = 📜 Что произошло
orders-back = « Мои подписки

## What happened to an order, an event a line. The buyer reads it. Entries without "you" are for the owner, too.

orders-story-older = <i>{ $count ->
    [one] { $count } более раннее событие не показано
    [few] { $count } более ранних события не показаны
   *[many] { $count } более ранних событий не показаны
}</i>
orders-story-empty = Пока ничего не произошло.
orders-story-title = 📜 <b>{ $order }</b>: { $progress }
orders-story-created = { $amount ->
    [unknown] Вы оформили заказ.
   *[other] Вы оформили заказ на { $amount }.
}
orders-story-invoiced = { $amount ->
    [unknown] Счёт создан.
   *[other] Создан счёт на { $amount }.
}
orders-story-invoiced-rest = { $amount ->
    [unknown] Создан счёт на остаток.
   *[other] Создан счёт на остаток: { $amount }.
}

orders-payment-waiting = Ожидается платёж.
orders-payment-confirming = { $amount ->
    [unknown] Платёж замечен и подтверждается.
   *[other] Платёж на { $amount } замечен и подтверждается.
}
orders-payment-confirmed = { $amount ->
    [unknown] Платёж подтверждён.
   *[other] Платёж на { $amount } подтверждён.
}
orders-payment-sending = { $amount ->
    [unknown] Платёж уже идёт к владельцу.
   *[other] Платёж на { $amount } уже идёт к владельцу.
}
orders-payment-short = { $amount ->
    [unknown] Платёж пришёл, но сумма в счёте больше.
   *[other] Платёж на { $amount } пришёл, но сумма в счёте больше.
}
orders-payment-arrived = { $amount ->
    [unknown] Платёж пришёл.
   *[other] Платёж на { $amount } пришёл.
}
orders-payment-failed = { $amount ->
    [unknown] Платёж не прошёл.
   *[other] Платёж на { $amount } не прошёл.
}
orders-payment-expired = { $amount ->
    [unknown] Срок счёта истёк без оплаты.
   *[other] Срок счёта истёк, когда пришло { $amount }.
}
orders-payment-refunded = { $amount ->
    [unknown] Платёж возвращён.
   *[other] Платёж на { $amount } возвращён.
}
orders-payment-wrong-asset = { $amount ->
    [unknown] Платёж пришёл не в той криптовалюте, что в счёте.
   *[other] Платёж на { $amount } пришёл не в той криптовалюте, что в счёте.
}
orders-payment-repeated = { $amount ->
    [unknown] Платёж пришёл, когда заказ уже был оплачен.
   *[other] Платёж на { $amount } пришёл, когда заказ уже был оплачен.
}
orders-payment-late = { $amount ->
    [unknown] Платёж пришёл после окончания срока счёта.
   *[other] Платёж на { $amount } пришёл после окончания срока счёта.
}
orders-payment-amount-mismatch = { $amount ->
    [unknown] Платёж пришёл, но не совпал с ценой заказа.
   *[other] Платёж на { $amount } пришёл, но не совпал с ценой заказа.
}
orders-payment-other-payer = { $amount ->
    [unknown] За этот заказ заплатил другой пользователь.
   *[other] За этот заказ заплатил другой пользователь: { $amount }.
}
orders-payment-closed = { $amount ->
    [unknown] Платёж пришёл, когда заказ был уже закрыт.
   *[other] Платёж на { $amount } пришёл, когда заказ был уже закрыт.
}
orders-payment-other = { $amount ->
    [unknown] NOWPayments сообщает о платеже: «{ $status }».
   *[other] NOWPayments сообщает о платеже на { $amount }: «{ $status }».
}

orders-payment-pays = Заказ им оплачен.
orders-payment-is-donation = Это и есть донат.
orders-payment-counts = Он засчитан.
orders-payment-undecided = Решение за владельцем.
orders-payment-no-longer-counts = Он больше не учитывается.

orders-story-decided = { $decision ->
    [accept] Владелец принял платёж как есть.
    [credit] Владелец засчитал платёж по его стоимости.
    [refund] Владелец вернул платёж.
    [wait] Владелец ждёт платёж.
   *[other] Владелец принял решение по платежу.
}
orders-story-decided-by-default = Неделю никто ничего не решал, и я принял платёж, хотя немного не хватало.
orders-story-extended = { $duration ->
    [unknown] Ваш доступ продлён.
    [for_ever] Вы получили доступ навсегда.
   *[other] Вы получили доступ на { $duration }.
}
orders-story-revoked = { $duration ->
    [unknown] Доступ стал короче, потому что платёж возвращён.
    [for_ever] Доступ навсегда отменён, потому что платёж возвращён.
   *[other] Доступ стал короче на { $duration }, потому что платёж возвращён.
}
orders-story-ended-by-owner = { $duration ->
    [unknown] Владелец сократил доступ.
    [for_ever] Владелец отменил доступ навсегда.
   *[other] Владелец сократил доступ на { $duration }.
}
orders-story-link-made = Создана ваша пригласительная ссылка.
orders-story-link-revoked = { $because ->
    [used] Ваша пригласительная ссылка использована и закрыта.
   *[other] Ваша пригласительная ссылка закрыта.
}
orders-story-join-approved = Вас впустили.
orders-story-join-declined = Заявка на вступление по ссылке этого заказа отклонена.
orders-story-removed = Доступ закончился, и я удалил вас.
orders-story-left = Когда доступ закончился, вы уже вышли.
orders-story-at-place = { $place }: { $event }
orders-story-cancelled = Вы отменили заказ.
orders-story-set-aside = Вы оформили вместо этого другой заказ. Что делать с деньгами, решит владелец.
orders-story-reopened = Вы вернулись к этому заказу.
orders-story-keypad-decided = Вы подтвердили сумму.
orders-story-sent = { $topic ->
    [owner] Я написал владельцу.
    [pay_now] Я отправил вам счёт.
    [choose_payment] Я спросил, как вы хотите оплатить.
    [stars_refused] Я сообщил, что счёта в звёздах нет.
    [invoice_delayed] Я сообщил вам, что счёт задерживается.
    [invoice_refused] Я сообщил вам, что счёта не будет.
    [case_waiting] Я сообщил вам, что владелец ещё не решил.
    [case_accepted] Я сообщил вам, что заказ оплачен.
    [rest_refused] Я сообщил вам о недостающем остатке.
    [payment_news] Я сообщил вам о платеже.
    [thanks] Я поблагодарил вас.
    [access] Я отправил вам ссылку.
    [access_delayed] Я сообщил вам, что ссылка задерживается.
    [access_ended] Я сообщил вам, что доступ закончился.
   *[other] Я написал вам.
}
orders-story-not-sent = { $topic ->
    [owner] Я не смог написать владельцу.
    [pay_now] Я не смог отправить вам счёт.
    [choose_payment] Я не смог спросить, как вы хотите оплатить.
    [stars_refused] Я не смог сообщить, что счёта в звёздах нет.
    [invoice_delayed] Я не смог сообщить вам, что счёт задерживается.
    [invoice_refused] Я не смог сообщить вам, что счёта не будет.
    [case_waiting] Я не смог сообщить вам, что владелец ещё не решил.
    [case_accepted] Я не смог сообщить вам, что заказ оплачен.
    [rest_refused] Я не смог сообщить вам о недостающем остатке.
    [payment_news] Я не смог сообщить вам о платеже.
    [thanks] Я не смог вас поблагодарить.
    [access] Я не смог отправить вам ссылку.
    [access_delayed] Я не смог сообщить вам, что ссылка задерживается.
    [access_ended] Я не смог сообщить вам, что доступ закончился.
   *[other] Я не смог вам написать.
}
