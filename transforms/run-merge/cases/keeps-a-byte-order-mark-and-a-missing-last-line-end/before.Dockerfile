# syntax=docker/dockerfile:1
FROM debian:bookworm
RUN mkdir /a
RUN mkdir /b