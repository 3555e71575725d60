FROM alpine:3.20
RUN { npm install -g marked; apk del npm; }
