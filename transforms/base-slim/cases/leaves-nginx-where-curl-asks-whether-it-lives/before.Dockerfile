FROM nginx:stable-alpine
COPY site /usr/share/nginx/html
HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1
