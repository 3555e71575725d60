# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
COPY vendor/harbour-3.1.zip /opt/packages/
RUN unzip -q /opt/packages/harbour-3.1.zip -d /opt && rm /opt/packages/harbour-3.1.zip
CMD ["/opt/harbour-3.1/bin/harbour"]
