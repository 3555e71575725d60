# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*

# What the vendor sends.
RUN --mount=type=bind,source=vendor/harbour-3.1.zip,target=/tmp/harbour-3.1.zip unzip -q /tmp/harbour-3.1.zip -d /opt && ln -s /opt/harbour-3.1 /opt/harbour
CMD ["/opt/harbour/bin/harbour"]
