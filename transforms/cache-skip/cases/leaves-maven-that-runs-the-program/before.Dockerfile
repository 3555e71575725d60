FROM maven:3.9-eclipse-temurin-21
COPY . .
RUN mvn -B compile
CMD mvn -o spring-boot:run
