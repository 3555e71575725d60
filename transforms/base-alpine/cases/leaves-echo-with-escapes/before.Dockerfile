FROM debian:bookworm
RUN echo "[global]\nindex = x" > /etc/app.conf
CMD ["sh"]
