FROM debian:bookworm
RUN apt-get update && apt-get install -y ca-certificates git
COPY deploy.sh /
CMD ["/deploy.sh"]
