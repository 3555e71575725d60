FROM debian:bookworm
RUN apt-get update && apt-get install -y gcc google-chrome-stable
COPY policy.json /opt/google/chrome/policy.json
RUN make -C /src
RUN apt-get purge -y gcc
