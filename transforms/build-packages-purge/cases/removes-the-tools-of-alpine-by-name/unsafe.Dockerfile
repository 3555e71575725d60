FROM python:3.12-alpine
RUN apk add --no-cache gcc musl-dev libffi-dev tzdata && pip install --no-cache-dir pynacl \
    && apk del gcc musl-dev
COPY bot.py /bot.py
CMD ["python", "/bot.py"]
