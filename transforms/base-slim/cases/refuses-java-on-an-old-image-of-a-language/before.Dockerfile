FROM node:10-stretch
RUN apt-get update && apt-get install -y openjdk-8-jdk && apt-get clean
CMD ["node", "--version"]
