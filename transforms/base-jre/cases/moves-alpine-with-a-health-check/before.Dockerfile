FROM eclipse-temurin:17-jdk-alpine
RUN apk add --no-cache curl tzdata
COPY app.jar /app.jar
HEALTHCHECK --interval=30s CMD curl -f http://localhost:8080/health || exit 1
ENTRYPOINT ["java", "-jar", "/app.jar"]
