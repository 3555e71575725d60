FROM debian:bookworm AS build
RUN apt-get update && apt-get install -y jq

FROM debian:bookworm-slim
COPY --from=build /usr/bin/jq /usr/bin/
