FROM debian:bookworm
RUN apt-get update && apt-get install -y curl
CMD service inetd start && sleep infinity
