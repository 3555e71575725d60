FROM alpine:3.20
ARG EXTRAS
RUN if [ -n "$EXTRAS" ]; then apk add $EXTRAS; fi
RUN apk add sudo && sudo apk add curl
RUN set -eux; apk add --virtual .build gcc; apk del .build
