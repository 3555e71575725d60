FROM nginx:alpine AS base
FROM base
COPY thumbs.conf /etc/nginx/conf.d/
