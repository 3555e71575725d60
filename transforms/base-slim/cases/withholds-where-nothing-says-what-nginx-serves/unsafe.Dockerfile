FROM nginx:1.25-alpine-slim
LABEL version="0.0.1"
VOLUME /etc/nginx/conf.d
