FROM eclipse-temurin:21-jdk as builder
WORKDIR /app
COPY Clock.java .
RUN javac -d out Clock.java
CMD ["java", "-cp", "/app/out", "Clock"]
