FROM debian:bookworm
COPY instantclient_21_9 /opt/oracle/instantclient_21_9
CMD ["sh"]
