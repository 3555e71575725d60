FROM debian:bookworm-slim
WORKDIR /opt/solver
COPY dist/solver.tar.gz /opt/solver/own.tar.gz
RUN --mount=type=cache,target=/var/cache/solver \
    tar -xzf own.tar.gz --strip-components=1 \
    && rm -f own.tar.gz
ENTRYPOINT ["/opt/solver/bin/solve"]
