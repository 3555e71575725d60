FROM debian:bookworm
RUN apt-get update && apt-get install -y openssh-server
CMD service ssh start && sleep infinity
EXPOSE 22
