FROM debian:bookworm
RUN set -eux; \
	apt-get update; \
	apt-get install -y --no-install-recommends curl; \
	curl --version; \
	rm -rf /var/lib/apt/lists/*
