FROM nginx:1.27

# Fresh lists
RUN apt-get update

COPY site.conf /etc/nginx/conf.d/site.conf
