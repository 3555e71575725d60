FROM node:20
WORKDIR /app
COPY . .
RUN npm install && npm run build
RUN apt-get update && apt-get install -y nginx
CMD ["nginx", "-g", "daemon off;"]
