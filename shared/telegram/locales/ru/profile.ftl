## The menu. 256 characters at most; apps show about 40.

profile-command-start = Каналы и цены
profile-command-mysubs = Ваши подписки и заказы
profile-command-channels = Каналы, которыми вы управляете
profile-command-language = Выбрать язык
profile-command-help = Что умеет этот бот
profile-command-paysupport = Помощь с оплатой
profile-command-privacy = Что о вас хранится
profile-command-terms = Условия продажи

profile-description = Я продаю доступ к частным каналам Telegram и принимаю для них донаты в криптовалюте, которую вы выберете. Нажмите «Старт», чтобы увидеть каналы.
profile-about = Доступ к частным каналам Telegram и донаты. Оплата в криптовалюте на ваш выбор.
