from alpine:3.20 as build
run apk add --no-cache gcc musl-dev make
workdir /src
copy . .
run gcc -static -O2 -o /pulse pulse.c

from scratch
copy --from=build /pulse /pulse
user 1000:1000
entrypoint ["/pulse"]
