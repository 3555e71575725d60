FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc
COPY . /opt/app
RUN make -C /opt/app
RUN apt-get purge -y gcc

FROM scratch
COPY --from=build /opt/app/bin /
