FROM debian:bookworm
RUN useradd -r worker && mkdir -p /opt/worker
COPY bin /opt/worker/bin
COPY ["etc", "/opt/worker/etc"]
RUN chown -Rv worker:worker /opt/worker && chmod +x /opt/worker/bin/run
