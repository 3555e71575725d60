FROM debian:bookworm
RUN echo ${ ls
RUN mkdir /b && chmod 700 /b
