FROM alpine:3.20 AS base
RUN apk update

FROM base AS build
RUN apk add gcc

FROM base
RUN apk add --no-cache curl
COPY --from=build /usr/bin/cc /usr/bin/
