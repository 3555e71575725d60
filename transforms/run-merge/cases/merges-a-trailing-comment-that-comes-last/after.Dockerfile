FROM debian:bookworm
RUN mkdir /var/spool/jobs \
    && chmod 1777 /var/spool/jobs # like /tmp
