FROM maven:3.9.9-eclipse-temurin-21 AS maven
WORKDIR /gauge
COPY src src
COPY pom.xml pom.xml
RUN mvn package -q

FROM eclipse-temurin:21-jre
WORKDIR /gauge
COPY --from=maven /gauge/src/main/conf/config.json /gauge/src/main/conf/config.json
COPY --from=maven /gauge/target/gauge-fat.jar /gauge/target/gauge-fat.jar

EXPOSE 8080

CMD ["java", "-server", "-jar", "target/gauge-fat.jar", "src/main/conf/config.json"]
