FROM debian:bookworm
COPY . /opt/engine
RUN cd /opt/engine && ./build.sh
RUN touch engine.built
RUN cd /tmp && touch last
