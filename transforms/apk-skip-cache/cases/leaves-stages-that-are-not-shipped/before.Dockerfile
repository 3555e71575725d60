FROM alpine:3.20 AS build
RUN apk update && apk add gcc

FROM scratch
COPY --from=build /usr/bin/gcc /
