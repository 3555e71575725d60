FROM debian:bookworm
RUN mkdir /a
ARG COLOR=red
RUN mkdir /b
ENV SHADE=$COLOR
RUN mkdir /c
COPY site.css /c/
RUN mkdir /d
USER nobody
RUN true
SHELL ["/bin/bash", "-c"]
RUN true
LABEL color=red
RUN true
ONBUILD RUN mkdir /e
RUN true
