#!/usr/bin/env bash
# A database a service, each with a user of its own. Runs once, on an empty data directory.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres \
    -v registration_password="$REGISTRATION_DB_PASSWORD" -v queue_password="$QUEUE_DB_PASSWORD" <<'SQL'
CREATE USER registration PASSWORD :'registration_password';
CREATE USER queue PASSWORD :'queue_password';
CREATE DATABASE registration OWNER registration;
CREATE DATABASE queue OWNER queue;
SQL
