FROM maven:3.9.9-eclipse-temurin-21 AS maven
WORKDIR /gauge
COPY src src
COPY pom.xml pom.xml
RUN mvn package -q

EXPOSE 8080

CMD ["java", "-server", "-jar", "target/gauge-fat.jar", "src/main/conf/config.json"]
