FROM debian:bookworm

ENV DEBIAN_FRONTEND=noninteractive

# What the backup needs
RUN apt-get update && apt-get install -y --no-install-recommends \
    ca-certificates \
    curl \
    openssh-client \
    && rm -rf /var/lib/apt/lists/*

RUN useradd -m -u 1000 backup-user
USER backup-user
WORKDIR /home/backup-user
CMD ["curl", "--version"]
