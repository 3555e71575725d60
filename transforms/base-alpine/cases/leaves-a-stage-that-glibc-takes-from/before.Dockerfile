FROM debian:bookworm-slim AS tools
RUN apt-get update && apt-get install -y jq

FROM python:3.12-slim
COPY --from=tools /usr/bin/jq /usr/bin/jq
CMD ["python"]
