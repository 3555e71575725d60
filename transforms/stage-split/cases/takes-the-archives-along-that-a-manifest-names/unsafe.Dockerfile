FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
WORKDIR /rain
COPY . .
RUN javac -cp lib/gauge.jar -d classes src/Rain.java
RUN jar cfm rain.jar MANIFEST.MF -C classes .

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y openjdk-17-jre-headless
WORKDIR /rain
COPY --from=build /rain/MANIFEST.MF /rain/MANIFEST.MF
COPY --from=build /rain/lib /rain/lib
COPY --from=build /rain/rain.jar /rain/rain.jar
CMD ["java", "-jar", "/rain/rain.jar"]
