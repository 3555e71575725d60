FROM ubuntu:24.04
RUN apt update && apt upgrade -y && apt install -y redis-tools && apt autoremove -y
CMD ["redis-cli", "--version"]
