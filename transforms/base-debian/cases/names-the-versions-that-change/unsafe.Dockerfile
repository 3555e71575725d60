FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y python3
COPY report.py /
CMD ["python3", "/report.py"]
