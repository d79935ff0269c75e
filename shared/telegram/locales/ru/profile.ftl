## The menu. 256 characters at most; apps show about 40.

profile-command-start = Что продаётся
profile-command-mysubs = Ваши подписки и заказы
profile-command-channels = Чем вы управляете
profile-command-language = Выбрать язык
profile-command-help = Что умеет этот бот
profile-command-paysupport = Помощь с оплатой
profile-command-privacy = Что о вас хранится
profile-command-terms = Условия продажи

profile-description = Я продаю доступ к частным каналам и группам Telegram и принимаю для них донаты в криптовалюте, которую вы выберете. Нажмите «Старт», чтобы увидеть их.
profile-about = Доступ к частным каналам и группам Telegram и донаты. Оплата в криптовалюте на ваш выбор.
