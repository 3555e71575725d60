FROM debian:bookworm-slim
ADD vendor/solver-2.4.tar.gz /opt/
RUN ln -s /opt/solver-2.4 /opt/solver
CMD ["/opt/solver/bin/solve"]
