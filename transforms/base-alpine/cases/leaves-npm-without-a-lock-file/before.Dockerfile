FROM node:22
COPY . /app
WORKDIR /app
RUN npm install
CMD ["node", "index.js"]
