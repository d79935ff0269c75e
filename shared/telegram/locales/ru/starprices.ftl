starprices-edit = ⭐ Цена в Stars
starprices-tier-title = ⭐ <b>{ $tier }</b> · тариф в «{ $title }» за { $price }
starprices-none = За Stars он не продаётся.
starprices-worth = В Stars: <b>{ $stars }</b>, примерно { $share } по курсу Telegram для разработчиков, { $thousand } = { $rate }
starprices-for-owner = { $stars }: вы получите примерно { $share } по курсу Telegram для разработчиков, { $thousand } = { $rate }. Покупатель заплатит примерно { $cost }.
starprices-for-buyer = { $stars }: покупатель заплатит примерно { $cost }. Вы получите примерно { $share }.
starprices-store = Это при покупке Stars в магазине приложений, { $thousand } за { $cost }. В других местах они дешевле.
starprices-too-high = Эта цена в долларах больше, чем { $most }, а это максимум для одного счёта в Telegram.
starprices-ask = Нажмите на вариант или пришлите целое число Stars, не больше { $most }. Новая цена в долларах его не изменит.
starprices-set-up = Сколько «{ $tier }» стоит в Telegram Stars? Нажмите на вариант или пришлите целое число Stars, не больше { $most }.
starprices-set-up-none = Не за Stars
starprices-whose = Telegram зачисляет Stars владельцу этого бота, а он рассчитывается с вами.
starprices-remove = 🗑 Убрать
starprices-off = Покупатели её не видят: владелец этого бота сейчас не принимает Stars за ваши предложения.

starprices-donations-button = ⭐ Донаты в Stars
starprices-donations-title = ⭐ <b>Донаты в Stars: { $title }</b>
starprices-donations-none = Они выключены.
starprices-donations-on = ✅ Включить
starprices-donations-off = ⛔️ Выключить
starprices-donations-ask = Донатеры выбирают из этих чисел. Чтобы сменить их, пришлите целые числа через пробел, не больше { $most } штук и каждое не больше { $max }, например: 50 100 500

starprices-ask-tier = Сколько он стоит в Stars? Например, 385.
starprices-ask-donations = Из каких чисел Stars выбирают донатеры? Например, 50 100 500.
starprices-typed = Напишите целое число Stars от 1 до { $max }.
starprices-typed-presets = Пришлите целые числа через пробел, не больше { $most } штук, например 50 100 500. Наибольшее число: { $max }.
starprices-stay = Сохранено. Цена в Stars осталась прежней: { $stars }. Условия открытых заказов не меняются.
starprices-off-toast = Владелец этого бота сейчас не принимает Stars за ваши предложения.
