FROM example/worker:2

RUN pip install awscli

CMD ["worker"]
