FROM debian:12-slim AS settings
RUN mkdir -p /out && echo 'events {}' > /out/nginx.conf
FROM nginx:alpine-slim
COPY --from=settings /out /etc/nginx
