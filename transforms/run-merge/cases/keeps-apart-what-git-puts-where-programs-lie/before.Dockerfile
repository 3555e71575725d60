FROM debian:bookworm-slim
RUN curl -fsSo /etc/site.conf https://example.com/site.conf && git clone https://example.com/wrappers.git /usr/local
RUN curl -fsSo /etc/more.conf https://example.com/more.conf
CMD ["serve"]
