FROM maven:3.9-eclipse-temurin-21
COPY . .
RUN mvn -B package
CMD ["java", "-jar", "target/app.jar"]
