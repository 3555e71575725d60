#!/bin/sh
set -e
zcat /usr/share/doc/greeter/schema.sql.gz | psql "$DATABASE"
exec greeter
