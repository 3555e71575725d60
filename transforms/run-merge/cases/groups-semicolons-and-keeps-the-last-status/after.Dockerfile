FROM debian:bookworm
RUN mkdir /srv/www \
    && { rm /etc/motd; true; } \
    && { useradd web; chown web /srv/www; } \
    && { ls -l /srv/www; ls -l /srv; }
