FROM ubuntu:22.04 AS tools
RUN apt-get update && apt-get install -y jq

FROM debian:bookworm-slim
COPY --from=tools /usr/bin/jq /usr/bin/jq
CMD ["jq"]
