FROM debian:bookworm
COPY . /opt/engine
RUN (cd /opt/engine && ./build.sh) \
    && touch engine.built \
    && cd /tmp && touch last
