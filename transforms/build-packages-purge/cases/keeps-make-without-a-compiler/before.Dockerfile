FROM alpine:3.20
RUN apk add --no-cache make python3 py3-pip && pip install --break-system-packages deployer
CMD ["deployer"]
