FROM debian:bookworm
RUN mkdir /srv/www
RUN rm /etc/motd; true
RUN useradd web; chown web /srv/www
RUN ls -l /srv/www; ls -l /srv
