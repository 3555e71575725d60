FROM debian:bookworm
RUN apt-get install -y --no-install-recommends jq
RUN apt-get install jq -y --no-install-recommends
RUN apt-get --no-install-recommends install jq
RUN apt-get install --no-install-recommends=true jq
RUN apt-get install --no-install-recommends --no-install-suggests -y jq
