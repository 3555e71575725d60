FROM openjdk:11-jdk-slim
WORKDIR /usr/src/tram
COPY src src
RUN find src -name '*.java' -print0 | xargs -0 -n 500 javac -d /usr/src/tram/out
ENTRYPOINT ["java", "-cp", "out", "tram.Line"]
