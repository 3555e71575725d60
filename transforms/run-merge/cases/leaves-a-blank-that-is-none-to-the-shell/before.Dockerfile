FROM debian:bookworm
RUN mkdir /a
RUN mkdir /b && ls
