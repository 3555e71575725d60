FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt package.json package-lock.json ./
RUN pip install -r requirements.txt
RUN apt-get update && \
    apt-get install -y --no-install-recommends npm && \
    npm ci && \
    rm -rf /var/lib/apt/lists/*
COPY . .
CMD ["python", "app.py"]
