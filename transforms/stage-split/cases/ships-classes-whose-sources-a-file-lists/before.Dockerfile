FROM eclipse-temurin:21-jdk
WORKDIR /srv/queue
COPY src ./src
# The list of sources is for the compiler.
RUN find src -name "*.java" > sources.txt && \
    mkdir classes && \
    javac -d classes @sources.txt
EXPOSE 9000
CMD ["java", "-cp", "classes", "queue.Main"]
