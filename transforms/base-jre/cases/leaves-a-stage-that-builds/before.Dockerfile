FROM eclipse-temurin:17-jdk
COPY . .
RUN ./mvnw package
CMD ["java", "-jar", "target/app.jar"]
