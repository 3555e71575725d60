FROM debian:bookworm-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends ca-certificates curl && \
    useradd --system web # runs the server
COPY server /usr/local/bin/
RUN apt-get install -y --no-install-recommends tini
USER web
ENTRYPOINT ["tini", "server"]
