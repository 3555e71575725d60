FROM debian:trixie AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpng-dev libyaml-dev
COPY chart.c /src/
RUN gcc -O2 -o /usr/local/bin/chart /src/chart.c -lpng -lyaml
RUN mkdir /libs \
    && cp -L --parents $(ldd /usr/local/bin/chart | grep -o '/[^ ]*') /libs

FROM scratch
COPY --from=build /usr/local/bin/chart /usr/local/bin/chart
COPY --from=build /libs /
USER 1000
ENTRYPOINT ["chart"]
