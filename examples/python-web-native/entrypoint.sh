#!/bin/sh
set -e
envsubst < settings.template > settings.ini
until psql "$DATABASE_URL" -c 'select 1' > /dev/null 2>&1; do sleep 1; done
python manage.py migrate
exec gunicorn --bind 0.0.0.0:8000 shop.wsgi
