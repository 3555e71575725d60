FROM debian:bookworm
WORKDIR /app
RUN apt-get update && apt-get install -y nodejs && useradd -r app
COPY --chown=app:app . .
RUN chown app:app .
