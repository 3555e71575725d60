FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make nginx-light
COPY . /usr/src/cgi
RUN make -C /usr/src/cgi install PREFIX=/opt/cgi
RUN cp /usr/src/cgi/cgi.conf /etc/nginx/conf.d/
RUN sed -i 's/80 default_server/8080 default_server/' /etc/nginx/sites-enabled/default
CMD ["/opt/cgi/bin/cgi"]
