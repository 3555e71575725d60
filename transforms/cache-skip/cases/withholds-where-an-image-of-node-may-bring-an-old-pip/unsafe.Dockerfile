FROM node:6.10.0

RUN apt-get update \
    && apt-get install -y python-pip \
    && pip install --no-cache-dir awscli \
    && rm -rf /var/lib/apt/lists/*

CMD ["node", "server.js"]
