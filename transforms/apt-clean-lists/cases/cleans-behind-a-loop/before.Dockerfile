FROM debian:bookworm
RUN for name in vim less; do \
      apt-get update && apt-get install -y $name; \
    done
