FROM debian:bookworm
RUN (pip install --break-system-packages --upgrade pip) \
    && (cd /srv && pip install --break-system-packages -r requirements.txt)
