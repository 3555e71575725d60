# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
COPY vendor/harbour-3.1.zip /tmp/
RUN unzip -q /tmp/harbour-3.1.zip -d /opt && rm /tmp/harbour-3.1.zip && rm -rf /tmp/*
CMD ["/opt/harbour-3.1/bin/harbour"]
