FROM alpine:3.20
RUN apk add --no-cache curl
RUN apk --no-cache add jq
RUN apk add yq --no-cache
RUN apk del curl
RUN apk info -v
