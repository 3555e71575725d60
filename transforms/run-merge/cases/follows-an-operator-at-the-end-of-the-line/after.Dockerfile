FROM debian:bookworm
RUN mkdir /a && \
  # The second folder.
  mkdir /b && \
  chmod 700 /b && \
  mkdir /c
