FROM debian:bookworm
RUN mkdir /a && \ 
  chmod 700 /a
RUN mkdir /b
ENV X=1
RUN mkdir /c
RUN mkdir /d
