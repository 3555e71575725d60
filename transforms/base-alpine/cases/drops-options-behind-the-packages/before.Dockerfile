FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y \
	nmap \
	--no-install-recommends \
	&& rm -rf /var/lib/apt/lists/*
ENTRYPOINT [ "nmap" ]
