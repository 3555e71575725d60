FROM debian:bookworm
RUN mkdir /var/spool/jobs # the queue
RUN chmod 1777 /var/spool/jobs
