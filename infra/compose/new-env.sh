#!/bin/sh
# Writes the variables of a new installation: asks for what only you know, and makes the other secrets.
set -eu
umask 077

if [ "$#" -ne 2 ]; then
  echo "usage: sh infra/compose/new-env.sh DOMAIN FILE" >&2
  echo "DOMAIN is the name under which Telegram and NOWPayments reach this server, such as bot.example.com." >&2
  echo "FILE must not exist yet: its passwords are those of your database, so it can't be made a second time." >&2
  [ "${1:-}" = --help ] && exit 0
  exit 2
fi
domain=$1
file=$2
if [ -e "$file" ]; then
  echo "$file exists already. Edit it. Only if it has no database yet, delete it and run this again." >&2
  exit 1
fi
if [ ! -w "$(dirname "$file")" ]; then
  echo "$file can't be written: there is no such folder, or you may not write there." >&2
  exit 1
fi

# What is typed for a secret is not shown, if there is a terminal.
show() { [ ! -t 0 ] || stty echo; }
hide() { [ ! -t 0 ] || stty -echo; }
trap show EXIT
trap 'exit 1' HUP INT TERM

ask() {
  printf '%s: ' "$1" >&2
  IFS= read -r answer || true
  if [ -z "$answer" ] && [ "${2:-}" != optional ]; then
    echo "This one is needed." >&2
    exit 1
  fi
}
ask_hidden() {
  hide
  ask "$1"
  show
  [ ! -t 0 ] || echo >&2
}
secret() { openssl rand -hex 24; }

ask_hidden "Token of the bot, from @BotFather"
token=$answer
ask "Username of the bot, without @"
username=${answer#@}
ask_hidden "API key of NOWPayments"
api_key=$answer
ask_hidden "IPN secret of NOWPayments"
ipn_secret=$answer
ask "Telegram ids of those who may sell, comma separated (send /start to @userinfobot to see yours)"
owners=$answer
ask "Log-in of NOWPayments, to find payments whose IPNs were lost (empty: none)" optional
email=$answer
password=
if [ -n "$email" ]; then
  ask_hidden "Its password"
  password=$answer
fi

# Compose reads a dollar sign in a value as the start of a name, unless the value is in single quotes.
line() { printf "%s='%s'\n" "$1" "$2"; }
case "$token$username$api_key$ipn_secret$owners$email$password" in
  *"'"*)
    echo "A value with a single quote can't be written to this file. Nothing was written." >&2
    exit 1
    ;;
esac

signing=$(secret)
# Not over a file that was made meanwhile.
set -C
{
  line DOMAIN "$domain"
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
} >"$file"
