FROM alpine:3.20
# hadolint ignore=DL3019
RUN apk add curl
# dfslim ignore=apk-skip-cache
RUN apk add jq
RUN apk add yq
