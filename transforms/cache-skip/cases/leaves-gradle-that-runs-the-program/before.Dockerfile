FROM eclipse-temurin:21
COPY . .
RUN ./gradlew --no-daemon build
CMD ["./gradlew", "bootRun"]
