FROM debian:bookworm-slim
# hadolint ignore=DL3009

# the lists are needed at run time
RUN apt-get update && apt-get install -y --no-install-recommends curl
