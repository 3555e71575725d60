FROM gradle:8.7-jdk21
COPY . .
RUN gradle --no-daemon bootJar \
    && rm -rf ~/.gradle/caches
CMD ["java", "-jar", "build/libs/app.jar"]
