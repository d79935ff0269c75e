### The links that an owner sends to buyers and donors.

links-button = 🔗 Mis enlaces
links-title = 🔗 <b>Enlaces de { $title }</b>
links-how = Envíalos a tu gente o ponlos en tu perfil. Al tocarlos, se abre este bot con tu oferta o con el teclado de donaciones.
links-offer = <b>Oferta:</b> { $link }
links-donate = <b>Donaciones:</b> { $link }
links-post-now = { $post ->
    [donate] <b>¿Publico ya el botón de donar en { $channel }?</b>
   *[offer] <b>¿Publico ya la oferta en { $channel }?</b>
}

links-post-yes = ✅ Sí, publicar
links-post-no = Ahora no
links-copy-offer = 📋 Copiar enlace: oferta
links-share-offer = ↗️ Compartir oferta
links-picture-offer = 🔳 QR de oferta
links-copy-donate = 📋 Copiar enlace: donaciones
links-share-donate = ↗️ Compartir donaciones
links-picture-donate = 🔳 QR de donaciones

links-caption-offer = 🔳 <b>La oferta de { $title }</b>
links-caption-donate = 🔳 <b>Donaciones para { $title }</b>
