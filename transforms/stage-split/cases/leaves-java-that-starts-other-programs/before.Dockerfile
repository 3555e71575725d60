FROM eclipse-temurin:21-jdk
WORKDIR /thumb
COPY src src
RUN javac -d classes $(find src -name '*.java')
ENTRYPOINT ["java", "-cp", "classes", "Thumb"]
