FROM alpine:3.20
RUN apk add --no-cache --virtual .build gcc musl-dev \
 && wget -qO- https://example.com/tool.tar.gz | tar -xz -C /tmp \
 && make -C /tmp/tool install
ENV TOOL_HOME=/usr/local
RUN apk del .build
