FROM debian:bookworm
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
WORKDIR /rain
COPY . .
RUN javac -cp lib/gauge.jar -d classes src/Rain.java
RUN jar cfm rain.jar MANIFEST.MF -C classes .
CMD ["java", "-jar", "/rain/rain.jar"]
