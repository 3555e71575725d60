FROM debian:bookworm
RUN mkdir /a \
    && mkdir /b
RUN ["mkdir", \
     "/c"]
RUN mkdir /d \
    && { [ -d /d ] || mkdir /e; }
