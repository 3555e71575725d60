FROM maven:3.9-eclipse-temurin-21
WORKDIR /pool
COPY pom.xml pom.xml
COPY src src
COPY conf conf
RUN mvn package -q
CMD ["java", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dlevel=2.5", "-cp", "target/pool.jar", "com.example.pool.Main"]
