FROM node:22-alpine
RUN apk add --no-cache bash
WORKDIR /app
COPY package.json server.js ./
CMD ["npm", "start"]
