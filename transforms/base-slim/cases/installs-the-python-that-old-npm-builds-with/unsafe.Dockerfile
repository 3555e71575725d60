FROM node:10-slim
RUN apt-get update && apt-get install -y rsync g++ make python && rm -rf /var/lib/apt/lists/*
RUN npm install -g node-gyp
CMD ["node", "--version"]
