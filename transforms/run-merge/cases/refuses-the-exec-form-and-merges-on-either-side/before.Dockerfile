FROM debian:bookworm
RUN mkdir /a
RUN mkdir /b
RUN ["mkdir", \
     "/c"]
RUN mkdir /d
RUN [ -d /d ] || mkdir /e
