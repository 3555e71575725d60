FROM debian:bookworm
RUN update-alternatives --set editor /usr/bin/vi
CMD ["sh"]
