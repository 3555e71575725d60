FROM example/worker:2

RUN pip install --no-cache-dir awscli

CMD ["worker"]
