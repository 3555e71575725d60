FROM ubuntu
WORKDIR /work
RUN apt-get update && apt-get install -y dnsutils netcat-openbsd curl vim
CMD ["sh"]
