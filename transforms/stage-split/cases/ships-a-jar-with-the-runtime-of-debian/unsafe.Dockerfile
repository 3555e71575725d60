FROM debian:bookworm AS build

RUN apt-get update
RUN apt-get install -y openjdk-17-jdk unzip

ENV JAVA_HOME /usr/lib/jvm/java-17-openjdk-amd64

# Who it runs as.
RUN useradd --system --create-home tide

RUN mkdir -p /opt/tide
WORKDIR /opt/tide
COPY src ./src
RUN javac -d classes src/Tide.java && jar cfe tide.jar Tide -C classes .
RUN rm -rf src classes

FROM debian:bookworm-slim
MAINTAINER platform
RUN apt-get update
RUN apt-get install -y openjdk-17-jre-headless unzip
ENV JAVA_HOME /usr/lib/jvm/java-17-openjdk-amd64
RUN useradd --system --create-home tide
WORKDIR /opt/tide
COPY --from=build /opt/tide/tide.jar /opt/tide/tide.jar

USER tide
CMD ["java", "-jar", "tide.jar"]
