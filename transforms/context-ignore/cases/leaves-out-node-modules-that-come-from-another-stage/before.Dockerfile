FROM node:22-slim AS deps
WORKDIR /deps
COPY package.json ./
RUN npm install

FROM node:22-slim
WORKDIR /app
COPY --from=deps /deps/node_modules ./node_modules
COPY . .
CMD ["node", "index.js"]
