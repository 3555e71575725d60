FROM debian:12
RUN git clone https://example.org/lib.git /lib && cd /lib && git checkout v2 && make install
COPY . /srv
CMD ["/srv/start"]
