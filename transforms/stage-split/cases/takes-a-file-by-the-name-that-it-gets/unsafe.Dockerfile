FROM golang:1.22 AS build
WORKDIR /app
COPY go.mod main.go ./
COPY defaults.yml /app/almanac.yml
COPY words.txt /app
COPY zones.csv /app/data/zones.csv
COPY pages/ pages/
RUN CGO_ENABLED=0 go build -o almanac .

FROM gcr.io/distroless/static-debian13
WORKDIR /app
COPY --from=build /app/almanac.yml /app/almanac.yml
COPY --from=build /app/words.txt /app/words.txt
COPY --from=build /app/data/zones.csv /app/data/zones.csv
COPY --from=build /app/pages /app/pages
COPY --from=build /app/almanac /app/almanac
EXPOSE 8080
CMD ["./almanac"]
