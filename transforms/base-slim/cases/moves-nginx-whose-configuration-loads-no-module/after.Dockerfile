FROM nginx:1.27-alpine-slim
RUN rm -rf /usr/share/nginx/html/* && apk add --no-cache bash
COPY nginx/nginx.conf /etc/nginx/nginx.conf
COPY nginx/templates /etc/nginx/templates/
COPY ./ /usr/share/nginx/html
HEALTHCHECK CMD wget -q -O /dev/null http://localhost/ || exit 1
CMD ["/bin/sh", "-c", "envsubst < /etc/nginx/nginx.conf > /tmp/nginx.conf && exec nginx -g 'daemon off;'"]
