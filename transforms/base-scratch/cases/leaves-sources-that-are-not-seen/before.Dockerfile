FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc git libc6-dev
RUN git clone https://example.org/app.git /src && gcc -o /app /src/main.c

FROM debian:bookworm-slim
COPY --from=build /app /app
CMD ["/app"]
