FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y ca-certificates git openssh-client
COPY deploy.sh /
CMD ["/deploy.sh"]
