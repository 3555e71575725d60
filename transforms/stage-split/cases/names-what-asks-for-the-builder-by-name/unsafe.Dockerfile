FROM eclipse-temurin:21-jdk as builder
WORKDIR /app
COPY Clock.java .
RUN javac -d out Clock.java

FROM eclipse-temurin:21-jre
WORKDIR /app
COPY --from=builder /app/out /app/out
CMD ["java", "-cp", "/app/out", "Clock"]
