FROM debian:bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /build
COPY src src
RUN mkdir -p out && javac -encoding UTF-8 -d out $(find src -name '*.java')
RUN printf 'Main-Class: fare.Main\nImplementation-Title: fare\n' > manifest.txt && jar cfm /opt/fare.jar manifest.txt -C out .

ENV JAVA_TOOL_OPTIONS="-XX:+UseSerialGC"
ENTRYPOINT ["java", "-jar", "/opt/fare.jar"]
