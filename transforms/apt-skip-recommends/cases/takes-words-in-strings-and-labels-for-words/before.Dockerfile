FROM debian:bookworm
LABEL usage="apt-get install -y jq"
RUN echo "apt-get install -y jq" > /etc/hint
CMD ["apt-get", "--version"]
