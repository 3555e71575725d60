FROM node:20 AS pages
WORKDIR /app
COPY . .
RUN npm ci && npm run build

FROM nginx:stable
COPY --from=pages /app/dist /usr/share/nginx/html
COPY nginx.conf /etc/nginx/conf.d/default.conf
EXPOSE 80
