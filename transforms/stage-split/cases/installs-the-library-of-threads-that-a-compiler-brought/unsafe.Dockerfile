FROM python:3.10-slim-bullseye AS build
WORKDIR /app
COPY requirements.txt .
RUN apt-get update && apt-get install -y gcc && pip install -r requirements.txt

FROM python:3.10-slim-bullseye
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /usr/local/lib/python3.10/site-packages /usr/local/lib/python3.10/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY app.py .
CMD ["python", "app.py"]
