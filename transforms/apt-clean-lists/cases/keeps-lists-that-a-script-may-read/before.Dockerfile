FROM debian:bookworm
COPY install.sh /opt/
RUN apt-get update && apt-get install -y curl
RUN /opt/install.sh
