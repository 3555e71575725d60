FROM node:22 AS app
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "app.js"]
FROM app AS test
RUN npm test
FROM app
