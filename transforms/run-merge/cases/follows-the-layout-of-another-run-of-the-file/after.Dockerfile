FROM debian:bookworm
RUN mkdir /a && \
      mkdir /b
ENV LATER=yes
RUN mkdir /c && \
      chmod 700 /c
