FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
WORKDIR /rain
COPY src src
COPY etc/rain.mf /tmp/
RUN javac -d classes src/Rain.java && mkdir dist && jar cfm dist/rain.jar /tmp/rain.mf -C classes .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y openjdk-17-jre-headless
WORKDIR /rain
COPY --from=build /rain/dist /rain/dist
CMD ["java", "-jar", "dist/rain.jar"]
