FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt package.json package-lock.json ./
RUN pip install --no-cache-dir -r requirements.txt
RUN apt-get update && \
    apt-get install -y --no-install-recommends npm && \
    npm ci && \
    npm cache clean --force && \
    rm -rf /var/lib/apt/lists/*
COPY . .
CMD ["python", "app.py"]
