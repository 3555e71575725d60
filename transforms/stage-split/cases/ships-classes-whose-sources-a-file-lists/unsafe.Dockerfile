FROM eclipse-temurin:21-jdk AS build
WORKDIR /srv/queue
COPY src ./src
# The list of sources is for the compiler.
RUN find src -name "*.java" > sources.txt && \
    mkdir classes && \
    javac -d classes @sources.txt

FROM eclipse-temurin:21-jre
WORKDIR /srv/queue
COPY --from=build /srv/queue/classes /srv/queue/classes
EXPOSE 9000
CMD ["java", "-cp", "classes", "queue.Main"]
