FROM debian:bookworm
COPY jobs.conf /etc/supervisor/conf.d/
CMD ["sh"]
