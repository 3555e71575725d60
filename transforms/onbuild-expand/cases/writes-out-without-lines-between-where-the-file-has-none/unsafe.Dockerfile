FROM golang:1.8
MAINTAINER Ada Wren
WORKDIR /go/src/app
COPY . /go/src/app
RUN go-wrapper download
RUN go-wrapper install
CMD ["go-wrapper", "run"]
RUN ./scripts/prepare
EXPOSE 8080
