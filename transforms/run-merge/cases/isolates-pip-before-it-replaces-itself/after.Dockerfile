FROM debian:bookworm
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip \
    && (pip install --break-system-packages --upgrade pip) \
    && pip install --break-system-packages requests
