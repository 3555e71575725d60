# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN --mount=type=bind,target=/src,rw rm -rf /src/tests
RUN --mount=type=bind,target=/src,rw cp -r /src /opt/app
