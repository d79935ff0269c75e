#!/bin/sh
# Runs once, when the volume is empty: the login of the host. The migrations let it do what the functions do, and nothing else.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$HOST_DATABASE_PASSWORD" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role telepay_host login password :'password';
SQL
