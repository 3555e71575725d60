FROM node:20-slim
COPY package.json ./
RUN npm install
COPY . .
RUN npm cache clean --force
CMD ["node", "app.js"]
