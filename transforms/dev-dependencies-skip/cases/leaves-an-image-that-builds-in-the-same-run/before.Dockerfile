FROM node:22
WORKDIR /app
COPY . .
RUN npm ci && npx tsc
CMD ["node", "dist/index.js"]
