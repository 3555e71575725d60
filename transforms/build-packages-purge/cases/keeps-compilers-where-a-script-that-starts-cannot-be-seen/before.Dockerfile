FROM python:3.12-alpine

WORKDIR /usr/src/app
COPY . .

RUN apk add --no-cache gcc libffi-dev musl-dev \
    && pip install --no-cache-dir .

ENTRYPOINT ["./start.sh"]
