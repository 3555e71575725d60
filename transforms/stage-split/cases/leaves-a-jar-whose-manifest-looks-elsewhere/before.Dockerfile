FROM debian:bookworm
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless libpostgresql-jdbc-java
COPY src /rain/src
WORKDIR /rain
RUN javac -d classes src/Rain.java
RUN printf 'Main-Class: Rain\nClass-Path: ../share/java/postgresql.jar\n' > manifest && jar cfm /opt/rain/rain.jar manifest -C classes .
CMD ["java", "-jar", "/opt/rain/rain.jar"]
