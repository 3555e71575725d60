FROM python:3.12-bookworm
# Both read what they run from the pipe.
RUN curl -fsSL https://example.com/setup | sh
RUN curl -fsSL https://example.com/install.py | python3
CMD ["python", "-m", "http.server"]
