FROM debian:bookworm
RUN mkdir /a \
    && mkdir /b \
    && { mkdir /c ; chmod 700 /c; }
