# syntax=docker/dockerfile:1

FROM debian:bookworm-slim

# Let BuildKit keep what apt downloads: the caches are mounts, not layers
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends ca-certificates nginx-light

COPY <<EOF /usr/share/nginx/html/index.html
<pre>
FROM here on this is text
RUN apt-get install nothing
</pre>
EOF

RUN <<SETUP
set -e
useradd --system web
install -d -o web /var/cache/web
SETUP

RUN cat > /etc/nginx/conf.d/gzip.conf <<'EOF'
gzip_types text/plain; # RUN rm -rf /
EOF
RUN nginx -t

# These two are plain, and become one
RUN ln -sf /dev/stdout /var/log/nginx/access.log \
    && ln -sf /dev/stderr /var/log/nginx/error.log

CMD ["nginx", "-g", "daemon off;"]
