FROM nginx:1.27-alpine

# Fresh lists

COPY site.conf /etc/nginx/conf.d/site.conf
