FROM debian:bookworm
RUN apt-get update && apt-get install -y curl libsctp1
CMD ["curl"]
