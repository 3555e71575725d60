FROM node:20-slim

WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci \
    && npm cache clean --force

COPY . .
RUN npm run build \
    # From here on it is a folder of files
    && npm install -g serve@14 \
    && npm cache clean --force
EXPOSE 3000
CMD ["serve", "-s", "dist"]
