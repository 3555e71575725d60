FROM node:10
RUN apt-get update && apt-get install -y rsync && rm -rf /var/lib/apt/lists/*
RUN npm install -g node-gyp
CMD ["node", "--version"]
