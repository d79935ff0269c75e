#!/bin/sh
# Prints what is wrong with an installation and ends with 1, or prints nothing and ends with 0. Cron mails what it prints.
#
#   print-alarms.sh FILE BACKUPS    FILE has STATUS_KEY, and HEALTH_URL or DOMAIN; BACKUPS is the folder of the dumps
set -eu

if [ "$#" -ne 2 ]; then
  echo "usage: print-alarms.sh FILE BACKUPS" >&2
  exit 2
fi
file=$1
backups=$2

# The file is read, not run: what an operator wrote there need not be shell.
value() { sed -n "s/^$1=//p" "$file" | tail -n 1 | tr -d "'\""; }
url=$(value HEALTH_URL)
url=${url:-https://$(value DOMAIN)/health}

# The key comes from standard input, because every user of the machine can read a command line.
read_status() {
  printf 'header = "Authorization: Bearer %s"\n' "$(value STATUS_KEY)" |
    curl --config - --silent --show-error --fail --max-time 20 --header 'Accept: text/plain' "${url%/health}/status" 2>&1
}

look() {
  if status=$(read_status); then
    printf '%s\n' "$status" | awk '
      /^telepay_alarm\{.*\} 1$/ { split($0, parts, "\""); print "The alarm " parts[2] " is on." }
      /^telepay_last_look_age_seconds / { looked = 1; if ($2 > 600) print "nobody_looks: the worker is silent for " $2 " s." }
      END { if (!looked) print "nobody_looks: the worker has never looked." }'
  else
    echo "The status can't be read: $status"
  fi
  find "$backups" -name 'telepay-*.dump' -mmin -1560 2>&1 | grep -q '\.dump$' ||
    echo "No backup in $backups is younger than 26 hours."
}

trouble=$(look)
[ -z "$trouble" ] || { printf '%s\nWhat to do: infra/README.md, Alerts.\n' "$trouble" && exit 1; }
