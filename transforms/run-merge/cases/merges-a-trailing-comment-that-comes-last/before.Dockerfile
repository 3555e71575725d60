FROM debian:bookworm
RUN mkdir /var/spool/jobs
RUN chmod 1777 /var/spool/jobs # like /tmp
