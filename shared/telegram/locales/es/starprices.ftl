starprices-edit = ⭐ Precio en Stars
starprices-tier-title = ⭐ <b>{ $tier }</b>, un plan de { $title } por { $price }
starprices-none = No se vende por Stars.
starprices-worth = En Stars: <b>{ $stars }</b>, unos { $share } al cambio de Telegram para desarrolladores, { $thousand } = { $rate }
starprices-for-owner = { $stars }: recibes unos { $share } al cambio de Telegram para desarrolladores, { $thousand } = { $rate }. Quien compra paga unos { $cost }.
starprices-for-buyer = { $stars }: quien compra paga unos { $cost }. Recibes unos { $share }.
starprices-store = Con Stars de una tienda de aplicaciones, { $thousand } por { $cost }. En otros sitios cuestan menos.
starprices-too-high = Este precio en dólares supera { $most }, lo máximo que Telegram admite en una factura.
starprices-ask = Toca una sugerencia o envíame un número entero de Stars, hasta { $most }. Un precio nuevo en dólares no lo cambia.
starprices-set-up = ¿Cuánto cuesta “{ $tier }” en Telegram Stars? Toca una sugerencia o envíame un número entero de Stars, hasta { $most }.
starprices-set-up-none = Sin Stars
starprices-whose = Telegram paga las Stars al dueño de este bot, que te las liquida.
starprices-remove = 🗑 Quitar
starprices-off = No se muestra: el dueño de este bot no acepta Stars para tus ofertas ahora mismo.

starprices-donations-button = ⭐ Donaciones en Stars
starprices-donations-title = ⭐ <b>Donaciones en Stars de { $title }</b>
starprices-donations-none = Están desactivadas.
starprices-donations-on = ✅ Activar
starprices-donations-off = ⛔️ Desactivar
starprices-donations-ask = Tus donantes eligen entre estos números. Para cambiarlos, envíame hasta { $most } números enteros separados por espacios, cada uno hasta { $max }, así: 50 100 500

starprices-ask-tier = ¿Cuánto cuesta en Stars? Por ejemplo, 385.
starprices-ask-donations = ¿Entre qué cantidades de Stars eligen tus donantes? Por ejemplo, 50 100 500.
starprices-typed = Escribe un número entero de Stars, de 1 a { $max }.
starprices-typed-presets = Envía hasta { $most } números enteros separados por espacios, como 50 100 500. El máximo de cada uno es { $max }.
starprices-stay = Guardado. El precio en Stars sigue siendo { $stars }. Los pedidos pendientes conservan sus condiciones.
starprices-off-toast = El dueño de este bot no acepta Stars para tus ofertas ahora mismo.
