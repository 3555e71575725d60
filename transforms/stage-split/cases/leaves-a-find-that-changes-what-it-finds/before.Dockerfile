FROM debian:bookworm
RUN apt-get update && apt-get install -y openjdk-17-jdk-headless
WORKDIR /opt/stock
COPY . .
RUN find . -name '*.sh' -exec chmod +x {} +
RUN javac -d classes src/Stock.java
CMD ["java", "-cp", "classes", "Stock"]
