FROM debian:bookworm
RUN yes | pip install --break-system-packages --upgrade pip
RUN pip install --break-system-packages requests
