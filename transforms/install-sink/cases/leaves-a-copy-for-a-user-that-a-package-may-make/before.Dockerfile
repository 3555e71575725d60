FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc postgresql
COPY --chown=postgres sql /opt/sql
RUN make -C /opt/sql
RUN apt-get purge -y gcc
