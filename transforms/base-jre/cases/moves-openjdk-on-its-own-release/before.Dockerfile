FROM openjdk:11-jdk-slim-buster
ARG JAR=target/app.jar
ADD ${JAR} app.jar
RUN sh_config=/etc/app.conf; mkdir -p /data && touch $sh_config
ENTRYPOINT ["sh", "-c", "exec java ${JAVA_OPTS} -cp app.jar com.example.Main"]
