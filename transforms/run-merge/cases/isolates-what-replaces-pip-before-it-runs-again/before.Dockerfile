FROM debian:bookworm
RUN apt-get update && apt-get install -y python3-pip curl && pip install --break-system-packages flask
RUN curl -fsSLo get-pip.py https://example.com/get-pip.py && python3 get-pip.py && pip install gunicorn
