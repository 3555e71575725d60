FROM debian:bookworm
WORKDIR /app
RUN echo 1 > version
COPY . .
RUN chown -R games:games .
