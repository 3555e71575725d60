FROM golang:1.22 AS build
RUN mkdir /a
RUN mkdir /b

FROM build AS test
RUN mkdir /c
RUN mkdir /d

FROM alpine:3.20
COPY --from=build /a /a
