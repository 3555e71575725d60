FROM node:22
# for films
RUN apt-get update && apt-get install -y ffmpeg
