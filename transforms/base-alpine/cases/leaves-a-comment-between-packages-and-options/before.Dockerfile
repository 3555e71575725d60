FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y \
	nmap \
	# nothing else
	--no-install-recommends \
	&& nmap --version
ENTRYPOINT [ "nmap" ]
