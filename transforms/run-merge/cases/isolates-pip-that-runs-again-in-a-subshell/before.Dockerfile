FROM debian:bookworm
RUN pip install --break-system-packages --upgrade pip
RUN (cd /srv && pip install --break-system-packages -r requirements.txt)
