FROM eclipse-temurin:21-jre
COPY vendor/harbour-3.1.zip /tmp/
RUN unzip -q /tmp/harbour-3.1.zip -d /opt && rm /tmp/harbour-3.1.zip
CMD ["/opt/harbour-3.1/bin/harbour"]
