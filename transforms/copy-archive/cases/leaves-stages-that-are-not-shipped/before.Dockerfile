FROM debian:bookworm AS build
COPY tool.tar.gz /tmp/
RUN tar xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz
FROM debian:bookworm-slim
COPY --from=build /opt/tool /opt/tool
