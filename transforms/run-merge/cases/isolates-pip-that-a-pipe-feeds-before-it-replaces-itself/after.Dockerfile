FROM debian:bookworm
RUN (yes | pip install --break-system-packages --upgrade pip) \
    && pip install --break-system-packages requests
