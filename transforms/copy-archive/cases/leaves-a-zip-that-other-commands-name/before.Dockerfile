# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
COPY vendor/harbour-3.1.zip /tmp/
RUN echo "4b1f  /tmp/harbour-3.1.zip" | sha256sum -c - && unzip -q /tmp/harbour-3.1.zip -d /opt && rm /tmp/harbour-3.1.zip /tmp/harbour-3.1.zip.asc
CMD ["/opt/harbour-3.1/bin/harbour"]
