FROM eclipse-temurin:17-jre AS a
CMD ["java", "-jar", "/app.jar"]

FROM eclipse-temurin:99-jdk
CMD ["java", "-jar", "/app.jar"]
