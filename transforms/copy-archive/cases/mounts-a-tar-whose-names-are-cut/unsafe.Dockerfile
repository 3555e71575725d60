FROM debian:bookworm-slim
WORKDIR /opt/solver
RUN --mount=type=bind,source=dist/solver.tar.gz,target=/opt/solver/own.tar.gz --mount=type=cache,target=/var/cache/solver \
    tar -xzf own.tar.gz --strip-components=1
ENTRYPOINT ["/opt/solver/bin/solve"]
