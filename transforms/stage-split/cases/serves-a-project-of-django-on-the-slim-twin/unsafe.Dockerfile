FROM python:3.12-bookworm AS build
RUN apt-get update && apt-get install -y default-libmysqlclient-dev gcc && apt-get clean
COPY . /srv/shop
WORKDIR /srv/shop
RUN chmod +x start.sh
RUN pip install -r requirements/prod.txt

FROM python:3.12-slim-bookworm AS web
LABEL team=shop
RUN apt-get update && apt-get install -y libmariadb3 && apt-get clean
COPY . /srv/shop
WORKDIR /srv/shop
COPY --from=build /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
RUN chmod +x start.sh
RUN python manage.py collectstatic --noinput
USER www-data
CMD ["./start.sh"]
