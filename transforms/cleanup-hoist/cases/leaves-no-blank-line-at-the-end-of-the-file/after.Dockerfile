FROM debian:bookworm
RUN apt-get update && apt-get install -y jq \
    # Clean up
    && rm -rf /var/lib/apt/lists/*
