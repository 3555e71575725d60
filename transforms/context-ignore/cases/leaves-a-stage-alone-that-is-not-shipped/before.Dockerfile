FROM golang:1.23 AS build
COPY . /src
RUN cd /src && go build -o /tool .

FROM scratch
COPY --from=build /tool /tool
CMD ["/tool"]
