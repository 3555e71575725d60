# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN mkdir /a \
    && mkdir /b