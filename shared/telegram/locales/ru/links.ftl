links-button = 🔗 Мои ссылки
links-title = 🔗 <b>Ссылки: { $title }</b>
links-how = Отправьте их своей аудитории или добавьте в профиль. По ссылке открываюсь я: с вашими тарифами или с клавиатурой для доната.
links-offer = <b>Тарифы:</b> { $link }
links-donate = <b>Донаты:</b> { $link }
links-post-now = { $post ->
    [donate] <b>Опубликовать кнопку доната в канале «{ $channel }» сейчас?</b>
   *[offer] <b>Опубликовать тарифы в канале «{ $channel }» сейчас?</b>
}

links-post-yes = ✅ Да, опубликовать
links-post-no = Не сейчас
links-copy-offer = 📋 Копировать ссылку: тарифы
links-share-offer = ↗️ Поделиться: тарифы
links-picture-offer = 🔳 QR-код: тарифы
links-copy-donate = 📋 Копировать ссылку: донаты
links-share-donate = ↗️ Поделиться: донаты
links-picture-donate = 🔳 QR-код: донаты

links-caption-offer = 🔳 <b>Тарифы канала «{ $title }»</b>
links-caption-donate = 🔳 <b>Донаты каналу «{ $title }»</b>
