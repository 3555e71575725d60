# node:20 on BASE=buildpack-deps:bookworm, node:20-slim on BASE=debian:bookworm-slim, laid out as the official images.
ARG BASE
FROM $BASE
ARG CPU NODE NPM YARN

RUN groupadd --gid 1000 node \
    && useradd --uid 1000 --gid node --shell /bin/bash --create-home node

ENV NODE_VERSION=$NODE YARN_VERSION=$YARN

RUN --mount=type=bind,target=/archives \
    unpack() { mkdir -p "$2" && tar -xzf "/archives/$1.tgz" -C "$2" --strip-components=1 --no-same-owner; } \
    && cd /usr/local \
    && unpack "node-linux-$CPU-$NODE" . \
    && rm package.json README.md \
    && find include/node/openssl/archs -mindepth 1 -maxdepth 1 ! -name "linux-$(uname -m)" -exec rm -r {} + \
    && unpack "npm-$NPM" lib/node_modules/npm \
    && unpack "yarn-$YARN" "/opt/yarn-v$YARN" \
    && chmod +x lib/node_modules/npm/bin/*.js \
    && ln -s ../lib/node_modules/npm/bin/npm-cli.js bin/npm \
    && ln -s ../lib/node_modules/npm/bin/npx-cli.js bin/npx \
    && ln -s node bin/nodejs \
    && ln -s "/opt/yarn-v$YARN/bin/yarn" "/opt/yarn-v$YARN/bin/yarnpkg" bin/

COPY --chmod=755 docker-entrypoint.sh /usr/local/bin/

# Not in the official images: the certificates that https of this machine needs, an empty file on most.
COPY host-ca.crt /etc/ssl/
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/host-ca.crt

ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["node"]
