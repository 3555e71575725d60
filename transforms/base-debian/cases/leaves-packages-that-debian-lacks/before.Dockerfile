FROM ubuntu:22.04
RUN apt-get update && apt-get install -y openjdk-8-jre-headless
CMD ["java"]
