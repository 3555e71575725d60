FROM debian:bookworm
RUN apt-get update && apt-get install -y nginx
COPY site.conf /etc/nginx/conf.d/
CMD ["sh"]
