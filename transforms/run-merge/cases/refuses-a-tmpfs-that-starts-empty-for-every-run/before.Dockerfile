# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN --mount=type=tmpfs,target=/tmp touch /tmp/once
RUN --mount=type=tmpfs,target=/tmp test ! -e /tmp/once
