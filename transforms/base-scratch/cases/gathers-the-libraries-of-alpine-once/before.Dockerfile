FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev zlib-dev
COPY pack.c /src/
RUN cc -o /usr/local/bin/pack /src/pack.c -lz

FROM alpine:3.20
RUN apk add --no-cache ca-certificates
COPY --from=build /usr/local/bin/pack /usr/local/bin/pack
ENTRYPOINT ["pack"]
