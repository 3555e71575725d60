FROM debian:bookworm-slim

RUN apt-get update && apt-get install --no-install-recommends -y curl unzip ca-certificates \
    && rm -rf /var/lib/apt/lists/*

COPY reporting/ /opt/reporting/

# Only the reports need these
RUN apt-get update \
    && apt-get install --no-install-recommends -y jq sqlite3 \
    && useradd --create-home reporter \
    && rm -rf /var/lib/apt/lists/*
USER reporter
CMD ["/bin/sh", "/opt/reporting/run.sh"]
