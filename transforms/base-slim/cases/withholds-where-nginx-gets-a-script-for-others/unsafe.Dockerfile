FROM nginx:1.27-alpine-slim
LABEL INSTALL="docker run --rm IMAGE /bin/install.sh"
COPY install.sh /bin/
COPY html /usr/share/nginx/html
