FROM alpine:3.20 AS python
RUN apk add --no-cache python3

FROM python
CMD ["python3", "--version"]
