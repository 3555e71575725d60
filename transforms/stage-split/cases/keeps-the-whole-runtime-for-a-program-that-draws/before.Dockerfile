FROM debian:bookworm
RUN apt-get update && apt-get install -y default-jdk && rm -rf /var/lib/apt/lists/*
COPY Chart.java /opt/chart/
RUN cd /opt/chart && javac Chart.java
CMD ["java", "-cp", "/opt/chart", "Chart"]
