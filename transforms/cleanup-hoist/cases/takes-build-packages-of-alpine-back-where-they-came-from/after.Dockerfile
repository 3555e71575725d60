FROM alpine:3.20
RUN apk add --no-cache --virtual .build gcc musl-dev \
 && wget -qO- https://example.com/tool.tar.gz | tar -xz -C /tmp \
 && make -C /tmp/tool install \
 && apk del .build
ENV TOOL_HOME=/usr/local
