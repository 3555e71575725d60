FROM debian:trixie AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev libpng-dev libyaml-dev
COPY chart.c /src/
RUN gcc -O2 -o /usr/local/bin/chart /src/chart.c -lpng -lyaml

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpng16-16t64 libyaml-0-2 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /usr/local/bin/chart /usr/local/bin/chart
USER 1000
ENTRYPOINT ["chart"]
