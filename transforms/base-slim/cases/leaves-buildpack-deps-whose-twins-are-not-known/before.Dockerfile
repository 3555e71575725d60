FROM buildpack-deps:bookworm
RUN git clone https://example.com/site /srv
CMD ["ls", "/srv"]
