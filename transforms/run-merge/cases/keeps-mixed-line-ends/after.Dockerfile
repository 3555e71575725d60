FROM debian:bookworm
RUN mkdir /a && \ 
  chmod 700 /a && \
  mkdir /b
ENV X=1
RUN mkdir /c && \
  mkdir /d
