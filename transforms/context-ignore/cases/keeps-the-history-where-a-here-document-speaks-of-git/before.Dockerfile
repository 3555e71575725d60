FROM python:3.12-slim
COPY . /work
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends git
EOF
CMD ["bash"]
