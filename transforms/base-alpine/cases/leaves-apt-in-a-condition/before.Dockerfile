FROM debian:bookworm
ARG EXTRA
RUN apt-get update && if [ -n "$EXTRA" ]; then apt-get install -y curl; fi
CMD ["sh"]
