FROM alpine:3.22

# What the backup needs
RUN apk add --no-cache \
    ca-certificates \
    curl \
    openssh-client

RUN adduser -D -u 1000 backup-user
USER backup-user
WORKDIR /home/backup-user
CMD ["curl", "--version"]
