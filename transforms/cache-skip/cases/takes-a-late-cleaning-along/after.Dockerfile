FROM node:20-slim
COPY package.json ./
RUN npm install \
    && npm cache clean --force
COPY . .
CMD ["node", "app.js"]
