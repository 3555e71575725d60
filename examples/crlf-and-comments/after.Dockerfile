# Mail relay for the machines of the lab.
#
# The lines of this file end as Windows ends them, and it is commented everywhere.

FROM debian:bookworm-slim
# ^ the release that the host runs

# Packages, one a line
RUN apt-get update && \
    # the health check talks SMTP through nc
    apt-get install -y --no-install-recommends \
        ca-certificates \

        # sends the mail on
        msmtp \
# the next one is wanted by nobody's indentation
        netcat-openbsd && \
    # The account that owns the queue
    useradd --system --home-dir /var/spool/relay relay && \
    # Its home is not made by useradd: --system
    mkdir -p /var/spool/relay && \
    chown relay:relay /var/spool/relay && \
    rm -rf /var/lib/apt/lists/*

# RUN apt-get install -y vim
COPY msmtprc /etc/msmtprc
USER relay
# The last line has no end: keep it so
CMD ["msmtp", "--read-recipients"]