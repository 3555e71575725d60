FROM golang:1.22-bookworm
RUN go install example.com/tools/lint@v1.4.0
COPY bin/agent /usr/local/bin/agent
CMD ["/usr/local/bin/agent"]
