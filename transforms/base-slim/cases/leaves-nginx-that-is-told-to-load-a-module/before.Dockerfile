FROM nginx:1.27-alpine
RUN sed -i '1i load_module modules/ngx_http_js_module.so;' /etc/nginx/nginx.conf
COPY site /usr/share/nginx/html
