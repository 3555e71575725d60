FROM openjdk:8-jdk
RUN keytool -importcert -noprompt -keystore $JAVA_HOME/jre/lib/security/cacerts -file /ca.pem
COPY app.jar /
CMD ["java", "-jar", "/app.jar"]
