FROM nginx:1.27-alpine-perl
COPY site /usr/share/nginx/html
