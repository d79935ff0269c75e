#!/bin/sh
# Writes the variables of a new installation to standard output: asks for what only you know, and makes the other secrets.
set -eu

if [ "$#" -ne 1 ] || [ "$1" = --help ]; then
  echo "usage: sh infra/compose/new-env.sh DOMAIN > infra/compose/.env" >&2
  echo "DOMAIN is the name under which Telegram and NOWPayments reach this server, such as bot.example.com." >&2
  [ "${1:-}" = --help ] && exit 0
  exit 2
fi

ask() {
  printf '%s: ' "$1" >&2
  IFS= read -r answer || true
  if [ -z "$answer" ] && [ "${2:-}" != optional ]; then
    echo "This one is needed." >&2
    exit 1
  fi
}
secret() { openssl rand -hex 24; }

ask "Token of the bot, from @BotFather"
token=$answer
ask "Username of the bot, without @"
username=${answer#@}
ask "API key of NOWPayments"
api_key=$answer
ask "IPN secret of NOWPayments"
ipn_secret=$answer
ask "Telegram ids of those who may sell, comma separated (send /start to @userinfobot to see yours)"
owners=$answer
ask "Log-in of NOWPayments, to find payments whose IPNs were lost (empty: none)" optional
email=$answer
password=
if [ -n "$email" ]; then
  ask "Its password"
  password=$answer
fi

# Compose reads a dollar sign in a value as the start of a name, unless the value is in single quotes.
line() { printf "%s='%s'\n" "$1" "$2"; }
case "$token$username$api_key$ipn_secret$owners$email$password" in
  *"'"*)
    echo "A value with a single quote can't be written to this file. Edit it by hand." >&2
    exit 1
    ;;
esac

signing=$(secret)
line DOMAIN "$1"
line TELEGRAM_BOT_TOKEN "$token"
line TELEGRAM_BOT_USERNAME "$username"
line TELEGRAM_WEBHOOK_SECRET "$(secret)"
line OWNERS "$owners"
line NOWPAYMENTS_API_KEY "$api_key"
line NOWPAYMENTS_IPN_SECRET "$ipn_secret"
line NOWPAYMENTS_EMAIL "$email"
line NOWPAYMENTS_PASSWORD "$password"
line WEBHOOK_SIGNING_SECRET "$signing"
line STATUS_KEY "$(printf status | openssl dgst -sha256 -hmac "$signing" -r | cut -d ' ' -f 1)"
line POSTGRES_PASSWORD "$(secret)"
line HOST_DATABASE_PASSWORD "$(secret)"
