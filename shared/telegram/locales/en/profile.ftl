### The bot's profile in Telegram: its menu of commands, and what people read before they write to it. All of it is plain text.

## The menu. 256 characters at most; apps show about 40.

profile-command-start = Channels and prices
profile-command-mysubs = My subscriptions and orders
profile-command-channels = Channels I run
profile-command-language = Choose the language
profile-command-help = What this bot can do
profile-command-paysupport = Help with a payment
profile-command-terms = Terms of sale

