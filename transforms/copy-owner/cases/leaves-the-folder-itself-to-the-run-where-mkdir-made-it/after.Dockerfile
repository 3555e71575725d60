FROM debian:bookworm
RUN useradd -r worker && mkdir -p /opt/worker
COPY --chown=worker:worker bin /opt/worker/bin
COPY --chown=worker:worker ["etc", "/opt/worker/etc"]
RUN chown -v worker:worker /opt/worker && chmod +x /opt/worker/bin/run
