FROM alpine:3.20
RUN apk add --no-cache --virtual .build-deps gcc musl-dev
COPY --chmod=644 clock.c /tmp/clock.c
LABEL org.opencontainers.image.title=clock
RUN gcc -o /usr/local/bin/clock /tmp/clock.c && apk del .build-deps
