FROM debian:bookworm
RUN mkdir /a
# The second.
RUN mkdir /b
