FROM maven:3 AS build
WORKDIR /src
COPY . .
RUN mvn package

FROM maven:3
WORKDIR /app
COPY --from=build /src/target/a.jar a.jar
CMD ["java", "-jar", "a.jar"]
