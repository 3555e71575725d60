FROM alpine:3.23
RUN apk add --no-cache \
        git \
        rsync; \
    git --version
ENTRYPOINT ["git"]
