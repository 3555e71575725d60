FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc postgresql
COPY --chown=postgres sql /src/sql
RUN make -C /src/sql
RUN apt-get purge -y gcc
