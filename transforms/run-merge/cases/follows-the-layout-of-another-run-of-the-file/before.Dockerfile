FROM debian:bookworm
RUN mkdir /a
RUN mkdir /b
ENV LATER=yes
RUN mkdir /c && \
      chmod 700 /c
