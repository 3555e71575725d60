FROM debian:bookworm
RUN apt-get update
RUN apt-get install -y --no-install-recommends \
        curl `# for the health check` \
        tini `# reaps children` \
        xz-utils
RUN tini --version
