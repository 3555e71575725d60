FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /pool
COPY pom.xml pom.xml
COPY src src
COPY conf conf
RUN mvn package -q

FROM eclipse-temurin:21-jre
WORKDIR /pool
COPY --from=build /pool/conf /pool/conf
COPY --from=build /pool/target /pool/target
CMD ["java", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dlevel=2.5", "-cp", "target/pool.jar", "com.example.pool.Main"]
