# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*

# What the vendor sends.
COPY ./vendor/harbour-3.1.zip /tmp/
RUN unzip -q /tmp/harbour-3.1.zip -d /opt && rm /tmp/harbour-3.1.zip && ln -s /opt/harbour-3.1 /opt/harbour
CMD ["/opt/harbour/bin/harbour"]
