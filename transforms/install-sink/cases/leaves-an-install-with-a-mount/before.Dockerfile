FROM debian:bookworm
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y gcc
COPY . /opt/app
RUN make -C /opt/app install
RUN apt-get purge -y gcc
