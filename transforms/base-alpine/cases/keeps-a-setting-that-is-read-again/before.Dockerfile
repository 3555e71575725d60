FROM debian:bookworm-slim
ENV DEBIAN_FRONTEND=noninteractive
RUN test -n "$DEBIAN_FRONTEND" && mkdir /quiet
CMD ["sh"]
