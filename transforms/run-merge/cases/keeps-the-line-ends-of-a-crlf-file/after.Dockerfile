FROM debian:bookworm
RUN mkdir /a \
    # The second.
    && mkdir /b
