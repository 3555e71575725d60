FROM debian:bookworm
RUN apt-get update && apt-get install -y tini
ENTRYPOINT ["/usr/bin/tini", "--", "sleep", "9"]
