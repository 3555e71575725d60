FROM debian:bookworm
ARG FLAVOR=plain
RUN if [ "$FLAVOR" = rich ]; then \
      touch /etc/rich; \
    else \
      touch /etc/plain; \
    fi
RUN case "$(uname -m)" in \
      x86_64) echo amd64 ;; \
      *) echo other ;; \
    esac > /etc/arch
RUN for name in one two; do \
      mkdir "/srv/$name"; \
    done
RUN ls /srv
