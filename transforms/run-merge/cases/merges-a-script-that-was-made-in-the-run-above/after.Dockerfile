FROM debian:bookworm
RUN printf '#!/bin/sh\nexec tail -f /dev/null\n' > /usr/local/bin/idle && chmod +x /usr/local/bin/idle \
    && /usr/local/bin/idle --version
