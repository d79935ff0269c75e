#!/bin/sh
# Dumps the database that PGHOST, PGUSER, PGDATABASE and PGPASSWORD name into BACKUP_DIR, and deletes dumps that are older than
# BACKUP_KEEP_DAYS. The server must be reached directly, never through a pooler.
#
#   back-up.sh            dump once
#   back-up.sh --daily    dump whenever the newest dump is a day old, until it is stopped
set -eu
umask 077
dir=${BACKUP_DIR:-/var/backups/telepay}
keep=${BACKUP_KEEP_DAYS:-14}

back_up() {
  file=$dir/telepay-$(date -u +%Y%m%dT%H%M%SZ).dump
  # Logins differ from server to server, so the migrations grant them anew after a restore.
  pg_dump --format=custom --no-owner --no-privileges --file="$file.partial" || return 1
  # A dump counts once it can be read to its end.
  pg_restore --file=/dev/null "$file.partial" || return 1
  mv "$file.partial" "$file"
  find "$dir" -name 'telepay-*.dump*' -mtime "+$keep" -delete
  echo "backed up to $file, $(wc -c <"$file") bytes"
}

mkdir -p "$dir"
case "${1:-}" in
  '') back_up ;;
  --daily)
    trap 'exit 0' TERM INT
    while :; do
      if ! find "$dir" -name 'telepay-*.dump' -mmin -1440 | grep -q .; then
        back_up || echo "the backup failed and is tried again in five minutes" >&2
      fi
      sleep 300 &
      wait $!
    done
    ;;
  *)
    echo "usage: back-up.sh [--daily]" >&2
    exit 2
    ;;
esac
