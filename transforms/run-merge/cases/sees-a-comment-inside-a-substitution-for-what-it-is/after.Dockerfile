FROM debian:bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        curl `# for the health check` \
        tini `# reaps children` \
        xz-utils \
    && tini --version
