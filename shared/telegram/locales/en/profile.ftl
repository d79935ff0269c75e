### The bot's profile in Telegram: its menu of commands, and what people read before they write to it. All of it is plain text.

## The menu. 256 characters at most; apps show about 40.

profile-command-start = What is on sale
profile-command-mysubs = Your subscriptions and orders
profile-command-channels = Your channels and groups
profile-command-language = Choose your language
profile-command-help = What this bot can do
profile-command-paysupport = Help with a payment
profile-command-privacy = What is stored about you
profile-command-terms = Terms of sale

# Above the button START. 512 characters at most.
profile-description = I sell access to private Telegram channels and groups and take donations for them, in the coin you choose. Tap START to see them.
# On the bot's profile, and beside a link to it. 120 characters at most.
profile-about = Access to private Telegram channels and groups, and donations. Pay in the coin you choose.
