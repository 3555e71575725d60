FROM node:fermium-alpine
RUN npm install -g pm2@5
WORKDIR /app
COPY . .
RUN npm install && npm run build
EXPOSE 3000
CMD ["pm2-runtime", "ecosystem.config.js"]
