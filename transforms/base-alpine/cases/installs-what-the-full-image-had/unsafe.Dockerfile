FROM python:3.12-alpine
RUN apk add --no-cache git
WORKDIR /srv
COPY requirements.txt .
RUN pip install -r requirements.txt
RUN git clone --depth 1 https://example.com/feeds.git
COPY app.py .
CMD ["python", "app.py"]
