FROM ubuntu:22.04
LABEL org.opencontainers.image.title="redis" \
      org.opencontainers.image.description="Redis, built from its own source"

ENV DEBIAN_FRONTEND=noninteractive
ENV REDIS_VERSION=7.2.5

# Toolchain
RUN apt-get update \
    && apt-get install -y build-essential wget \
    # Source
    && mkdir -p /usr/src/redis \
    && cd /usr/src/redis \
    && wget -q https://download.redis.io/releases/redis-$REDIS_VERSION.tar.gz \
    && tar -xzf redis-$REDIS_VERSION.tar.gz --strip-components=1 \
    # Build
    && make -j"$(nproc)" \
    && make install \
    # Configuration: listen on all interfaces, a container has one
    && mkdir -p /etc/redis \
    && cp redis.conf /etc/redis/redis.conf \
    && sed -i 's/^bind .*/bind 0.0.0.0/' /etc/redis/redis.conf \
    && groupadd --system redis && useradd --system --gid redis redis \
    && mkdir -p /data \
    && cd /data \
    && chown redis:redis /data \
    # Clean up
    && rm -rf /usr/src/redis \
    && apt-get purge -y build-essential wget \
    && apt-get autoremove -y \
    && apt-get clean \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /data

USER redis
EXPOSE 6379
CMD ["redis-server", "/etc/redis/redis.conf"]
