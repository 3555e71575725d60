FROM debian:bookworm
ARG EXTRAS=no
RUN apt-get update && if [ "$EXTRAS" = yes ]; then \
        apt-get install -y curl jq; \
    else \
        apt-get install -y curl; \
    fi
