FROM debian:bookworm
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y gcc
COPY . /src/app
RUN make -C /src/app install
RUN apt-get purge -y gcc
