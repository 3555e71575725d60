FROM debian:bookworm AS build
COPY . /app
RUN chown -R games:games /app
FROM debian:bookworm-slim
COPY --from=build /app /app
