FROM debian:bookworm
RUN if true; then apt-get update && apt-get install -y git; fi
