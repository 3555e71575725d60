FROM debian:bookworm
RUN mkdir /a \
    && mkdir /b \
