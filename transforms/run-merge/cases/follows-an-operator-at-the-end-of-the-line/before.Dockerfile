FROM debian:bookworm
RUN mkdir /a
# The second folder.
RUN mkdir /b && \
  chmod 700 /b
RUN mkdir /c
