links-button = 🔗 Meus links
links-title = 🔗 <b>Links de { $title }</b>
links-how = Envie para o seu público ou coloque no seu perfil. Um toque me abre já com a sua oferta ou com o teclado de doação.
links-offer = <b>Oferta:</b> { $link }
links-donate = <b>Doações:</b> { $link }
links-post-now = { $post ->
    [donate] <b>Publicar o botão de doação em { $channel } agora?</b>
   *[offer] <b>Publicar a oferta em { $channel } agora?</b>
}

links-post-yes = ✅ Sim, publicar
links-post-no = Agora não
links-copy-offer = 📋 Copiar link (oferta)
links-share-offer = ↗️ Compartilhar oferta
links-picture-offer = 🔳 QR da oferta
links-copy-donate = 📋 Copiar link (doações)
links-share-donate = ↗️ Compartilhar doações
links-picture-donate = 🔳 QR das doações

links-caption-offer = 🔳 <b>A oferta de { $title }</b>
links-caption-donate = 🔳 <b>Doações para { $title }</b>
