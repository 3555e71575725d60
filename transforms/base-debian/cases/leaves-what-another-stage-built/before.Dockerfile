FROM ubuntu:22.04 AS build
RUN apt-get update && apt-get install -y gcc libc6-dev
COPY relay.c /
RUN gcc -o /relay /relay.c

FROM ubuntu:22.04
COPY --from=build /relay /usr/local/bin/relay
CMD ["relay"]
