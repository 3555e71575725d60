#!/bin/sh
set -e
python manage.py migrate
exec uvicorn --host 0.0.0.0 shop.asgi:application
