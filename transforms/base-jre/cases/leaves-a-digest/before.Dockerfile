FROM eclipse-temurin:17-jdk@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1
CMD ["java", "-jar", "/app.jar"]
