FROM eclipse-temurin:21-jdk
WORKDIR /thumb
COPY . .
ENV JAVA_TOOL_OPTIONS="-Xmx128m -javaagent:/thumb/agent.jar"
RUN javac -d classes $(find src -name '*.java')
ENTRYPOINT ["java", "-cp", "classes", "Thumb"]
