FROM example/agent-ubuntu-14.04:v17.10.0
RUN apt-get update && apt-get install -y python-pip && rm -rf /var/lib/apt/lists/*
RUN pip install awscli
