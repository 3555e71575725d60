FROM eclipse-temurin:21-jdk
WORKDIR /srv/queue
COPY src ./src
RUN echo "zone=Europe/Oslo" > queue.properties
RUN find src -name "*.java" > sources.txt && javac -d classes @sources.txt
CMD ["java", "-cp", "classes", "queue.Main"]
