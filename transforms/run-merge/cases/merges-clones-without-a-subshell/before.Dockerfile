FROM debian:bookworm-slim
RUN git clone --depth 1 https://example.com/maps/tiles.git /srv/tiles
RUN git clone --depth 1 https://example.com/maps/styles.git /srv/styles
CMD ["maps"]
