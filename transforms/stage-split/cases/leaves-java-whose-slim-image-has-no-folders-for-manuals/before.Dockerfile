FROM debian:stretch

RUN apt-get update && apt-get install -y --no-install-recommends \
        maven \
        openjdk-8-jdk \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/lighthouse
COPY pom.xml .
COPY src src
RUN mvn -B package

CMD ["java", "-jar", "target/lighthouse.jar"]
