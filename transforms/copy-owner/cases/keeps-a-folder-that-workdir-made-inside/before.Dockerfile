FROM debian:bookworm
WORKDIR /app/data
COPY . /app
RUN chown -R 1000:1000 /app
