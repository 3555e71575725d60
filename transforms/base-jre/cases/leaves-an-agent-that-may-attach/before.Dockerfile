FROM eclipse-temurin:17-jdk
COPY app.jar agent.jar /
CMD ["java", "-javaagent:/agent.jar", "-jar", "/app.jar"]
