FROM alpine:3.20 AS build
RUN apk add --no-cache gcc musl-dev zlib-dev
COPY pack.c /src/
RUN cc -o /usr/local/bin/pack /src/pack.c -lz
RUN mkdir /libs \
    && cp -L --parents $(ldd /usr/local/bin/pack | grep -o '/[^ ]*' | sort -u) /libs

FROM scratch
COPY --from=build /usr/local/bin/pack /usr/local/bin/pack
COPY --from=build /libs /
ENTRYPOINT ["pack"]
