FROM debian:bookworm-slim AS base
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates

FROM base
RUN apt-get update && apt-get install -y --no-install-recommends rclone && apt-get clean
ENTRYPOINT ["rclone"]
