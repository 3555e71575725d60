FROM debian:bookworm
ARG TOOLS="curl jq"
RUN apt-get update && apt-get install -y $TOOLS
CMD ["curl"]
