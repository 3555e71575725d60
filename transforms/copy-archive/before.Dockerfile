FROM debian:bookworm-slim
COPY vendor/solver-2.4.tar.gz /tmp/
RUN tar -xzf /tmp/solver-2.4.tar.gz -C /opt \
    && rm /tmp/solver-2.4.tar.gz \
    && ln -s /opt/solver-2.4 /opt/solver
CMD ["/opt/solver/bin/solve"]
