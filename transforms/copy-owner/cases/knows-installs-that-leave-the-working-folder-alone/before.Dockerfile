FROM debian:bookworm
WORKDIR /app
RUN apt-get update && apt-get install -y nodejs && useradd -r app
COPY . .
RUN chown -R app:app .
