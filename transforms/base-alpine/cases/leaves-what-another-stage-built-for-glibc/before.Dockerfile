FROM gcc:13 AS build
COPY relay.c /
RUN gcc -o /relay /relay.c

FROM debian:bookworm-slim
COPY --from=build /relay /usr/bin/relay
CMD ["relay"]
