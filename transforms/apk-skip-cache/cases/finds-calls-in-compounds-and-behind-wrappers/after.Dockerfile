FROM alpine:3.20
ARG EXTRAS
RUN if [ -n "$EXTRAS" ]; then apk add --no-cache $EXTRAS; fi
RUN apk add --no-cache sudo && sudo apk add --no-cache curl
RUN set -eux; apk add --no-cache --virtual .build gcc; apk del .build
