FROM debian:stretch

RUN apt-get update
RUN apt-get install -y openjdk-8-jre

COPY server.jar /srv/
CMD ["java", "-jar", "/srv/server.jar"]
