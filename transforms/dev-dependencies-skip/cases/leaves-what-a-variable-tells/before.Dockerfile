FROM node:22
ARG NODE_ENV=development
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "app.js"]
