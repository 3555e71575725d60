FROM debian:bookworm
COPY conf/app.yml /app/etc/conf/app.yml
RUN chown -R 1000:1000 /app
