FROM ubuntu:22.04 AS build

ENV DEBIAN_FRONTEND=noninteractive
ENV REDIS_VERSION=7.2.5

# Toolchain
RUN apt-get update
RUN apt-get install -y build-essential wget

# Source
WORKDIR /usr/src/redis
RUN wget -q https://download.redis.io/releases/redis-$REDIS_VERSION.tar.gz
RUN tar -xzf redis-$REDIS_VERSION.tar.gz --strip-components=1

# Build
RUN make -j"$(nproc)"
RUN make install

# Configuration: listen on all interfaces, a container has one
RUN mkdir -p /etc/redis
RUN cp redis.conf /etc/redis/redis.conf
RUN sed -i 's/^bind .*/bind 0.0.0.0/' /etc/redis/redis.conf
RUN groupadd --system redis && useradd --system --gid redis redis

WORKDIR /data
RUN chown redis:redis /data

# Clean up
RUN rm -rf /usr/src/redis
RUN apt-get purge -y build-essential wget
RUN apt-get autoremove -y
RUN apt-get clean
RUN rm -rf /var/lib/apt/lists/*

FROM ubuntu:22.04
LABEL org.opencontainers.image.title="redis" \
      org.opencontainers.image.description="Redis, built from its own source"
ENV DEBIAN_FRONTEND=noninteractive
ENV REDIS_VERSION=7.2.5
RUN groupadd --system redis && useradd --system --gid redis redis
WORKDIR /data
COPY --from=build /usr/local /usr/local
COPY --from=build /etc/redis/redis.conf /etc/redis/redis.conf
RUN ldconfig \
    && chown redis:redis /data

USER redis
EXPOSE 6379
CMD ["redis-server", "/etc/redis/redis.conf"]
