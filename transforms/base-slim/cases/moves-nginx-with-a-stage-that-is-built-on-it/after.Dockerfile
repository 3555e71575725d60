FROM nginx:alpine-slim AS base
RUN mkdir -p /var/cache/pages && chown nginx:nginx /var/cache/pages
FROM base
COPY default.conf /etc/nginx/conf.d/
COPY site /usr/share/nginx/html
