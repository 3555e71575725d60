FROM golang:1.21
MAINTAINER The Wiki Team
WORKDIR /srv/wiki
ADD . .
RUN go mod download && go build
EXPOSE 8000
# Pages lie in templates.
CMD ["./wiki"]
