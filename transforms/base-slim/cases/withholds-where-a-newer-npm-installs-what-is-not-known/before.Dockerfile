FROM node:22-bookworm
RUN npm install -g npm@10.8.1
RUN npm install -g s3-cli@0.13.0
