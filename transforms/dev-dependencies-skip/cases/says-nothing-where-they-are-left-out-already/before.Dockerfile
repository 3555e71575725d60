FROM node:22
ENV NODE_ENV=production
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "app.js"]
