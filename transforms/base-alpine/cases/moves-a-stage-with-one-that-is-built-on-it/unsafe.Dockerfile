FROM alpine:3.22 AS base
RUN apk add --no-cache ca-certificates

FROM base
RUN apk add --no-cache rclone
ENTRYPOINT ["rclone"]
