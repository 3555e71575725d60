FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y gcc
COPY . /src/app
RUN make -C /src/app
RUN apt-get purge -y gcc

FROM scratch
COPY --from=build /src/app/bin /
