FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
COPY main.c /src/
RUN gcc -o /app /src/main.c

FROM debian:bookworm-slim
COPY --from=build /app /app
CMD ["/app"]
