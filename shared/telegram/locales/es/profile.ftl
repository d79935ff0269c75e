### The bot's profile in Telegram: its menu of commands, and what people read before they write to it. All of it is plain text.

## The menu. 256 characters at most; apps show about 40.

profile-command-start = Qué hay a la venta
profile-command-mysubs = Tus suscripciones y pedidos
profile-command-channels = Lo que gestionas
profile-command-language = Elegir tu idioma
profile-command-help = Qué puede hacer este bot
profile-command-paysupport = Ayuda con un pago
profile-command-privacy = Qué se guarda sobre ti
profile-command-terms = Condiciones de venta

profile-description = Vendo acceso a canales y grupos privados de Telegram y recibo donaciones para ellos, en la criptomoneda que elijas. Toca INICIAR para verlos.
profile-about = Acceso a canales y grupos privados de Telegram y donaciones. Paga con la criptomoneda que elijas.
