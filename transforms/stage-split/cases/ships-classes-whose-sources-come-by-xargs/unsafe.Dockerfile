FROM openjdk:11-jdk-slim AS build
WORKDIR /usr/src/tram
COPY src src
RUN find src -name '*.java' -print0 | xargs -0 -n 500 javac -d /usr/src/tram/out

FROM openjdk:11-jre-slim
WORKDIR /usr/src/tram
COPY --from=build /usr/src/tram/out /usr/src/tram/out
ENTRYPOINT ["java", "-cp", "out", "tram.Line"]
