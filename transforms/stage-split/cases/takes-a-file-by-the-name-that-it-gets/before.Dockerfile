FROM golang:1.22
WORKDIR /app
COPY go.mod main.go ./
COPY defaults.yml /app/almanac.yml
COPY words.txt /app
COPY zones.csv /app/data/zones.csv
COPY pages/ pages/
RUN go build -o almanac .
EXPOSE 8080
CMD ["./almanac"]
