FROM debian:bookworm
RUN curl -fsSLo /tmp/a.tar https://example.com/a.tar && tar -xf /tmp/a.tar -C /opt
ADD https://example.com/b.tar /tmp/
RUN rm -rf /tmp/*
