FROM debian:bookworm
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
WORKDIR /rain
COPY src src
COPY etc/rain.mf /tmp/
RUN javac -d classes src/Rain.java && mkdir dist && jar cfm dist/rain.jar /tmp/rain.mf -C classes .
CMD ["java", "-jar", "dist/rain.jar"]
