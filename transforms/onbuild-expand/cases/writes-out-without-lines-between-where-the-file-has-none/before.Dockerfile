FROM golang:1.8-onbuild
MAINTAINER Ada Wren
RUN ./scripts/prepare
EXPOSE 8080
