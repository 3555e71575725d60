FROM eclipse-temurin:21
COPY app.jar /app.jar
CMD java $JAVA_OPTS -jar /app.jar
