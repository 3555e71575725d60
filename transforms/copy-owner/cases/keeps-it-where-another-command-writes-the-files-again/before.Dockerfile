FROM debian:bookworm
COPY . /app
RUN chown -R games:games /app && chmod -R g+rwX /app
