FROM node:22-alpine AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build

# The site alone.
FROM nginx:stable-alpine-slim AS production-stage
COPY --from=build /app/dist /usr/share/nginx/html
EXPOSE 80
CMD ["nginx", "-g", "daemon off;"]
