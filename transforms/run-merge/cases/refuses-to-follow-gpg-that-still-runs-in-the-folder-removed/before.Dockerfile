FROM debian:bookworm
RUN gpg --recv-keys 0123456789ABCDEF
RUN rm -r /root/.gnupg
