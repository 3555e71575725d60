# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN apt-get update && apt-get install --no-install-recommends -y ca-certificates git openssh-client
RUN --mount=type=ssh git clone git@example.com:team/tool.git /opt/tool
