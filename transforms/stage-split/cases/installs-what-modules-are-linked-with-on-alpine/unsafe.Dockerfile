FROM python:3.9-alpine AS build
RUN apk add --no-cache g++ libffi-dev libxml2-dev libxslt-dev
COPY requirements.txt /
RUN pip install -r /requirements.txt

FROM python:3.9-alpine
RUN apk add --no-cache libstdc++ libxml2 libxslt
COPY --from=build /usr/local/lib/python3.9/site-packages /usr/local/lib/python3.9/site-packages
COPY --from=build /usr/local/bin /usr/local/bin
COPY main.py /
ENTRYPOINT ["python", "/main.py"]
