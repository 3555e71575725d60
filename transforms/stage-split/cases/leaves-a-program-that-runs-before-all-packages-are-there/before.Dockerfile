FROM python:3.12-bookworm AS web
LABEL team=shop
RUN apt-get update && apt-get install -y default-libmysqlclient-dev gcc gettext && apt-get clean
COPY . /srv/shop
WORKDIR /srv/shop
RUN chmod +x start.sh
RUN pip install -r requirements/prod.txt && python manage.py check
RUN python manage.py collectstatic --noinput
USER www-data
CMD ["./start.sh"]
