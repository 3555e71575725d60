FROM debian:bookworm
RUN apt-get update && apt-get install -y curl # for the probe
CMD ["curl"]
