FROM alpine:3.20
RUN mkdir -p /srv && wget -O /srv/default.conf https://example.com/default.conf
COPY site /srv/site
RUN apk add --no-cache nginx
RUN rm /etc/nginx/http.d/default.conf
