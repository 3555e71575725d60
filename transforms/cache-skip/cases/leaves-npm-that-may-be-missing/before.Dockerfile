FROM debian:bookworm
RUN if command -v npm; then npm install -g less; fi
RUN npm install -g sass || true
