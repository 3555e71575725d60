FROM alpine:3.20 AS base
RUN apk update

FROM base AS build
RUN apk add gcc

FROM base
RUN apk add curl
COPY --from=build /usr/bin/cc /usr/bin/
