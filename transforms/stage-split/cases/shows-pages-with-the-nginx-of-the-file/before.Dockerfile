FROM node:18-bullseye
RUN apt-get update && apt-get install -y nginx && rm -rf /var/lib/apt/lists/*
COPY nginx.conf /etc/nginx/nginx.conf
WORKDIR /app
COPY package.json .
RUN npm install
COPY . .
RUN npm run build
RUN rm -rf /usr/share/nginx/html/* && cp -r dist/* /usr/share/nginx/html/
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
