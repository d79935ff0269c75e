### The bot's profile in Telegram: its menu of commands, and what people read before they write to it. All of it is plain text.

## The menu. 256 characters at most; apps show about 40.

profile-command-start = Was es zu kaufen gibt
profile-command-mysubs = Deine Abos und Bestellungen
profile-command-channels = Was du betreibst
profile-command-language = Deine Sprache wählen
profile-command-help = Was dieser Bot kann
profile-command-paysupport = Hilfe bei einer Zahlung
profile-command-privacy = Was über dich gespeichert wird
profile-command-terms = Verkaufsbedingungen

profile-description = Ich verkaufe Zugang zu privaten Telegram-Kanälen und -Gruppen und nehme Spenden für sie an, im Coin deiner Wahl. Tippe auf STARTEN, um sie zu sehen.
profile-about = Zugang zu privaten Telegram-Kanälen und -Gruppen, und Spenden. Bezahl im Coin deiner Wahl.
