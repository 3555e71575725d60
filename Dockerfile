# dfslim, alone on Node.
#   docker run --rm -v "$PWD:/work" dfslim fix
# Runs as any user, without a home, on a file system that is read-only.
FROM node:24-alpine AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-alpine
COPY --from=build /src/package.json /src/LICENSE /usr/local/lib/dfslim/
COPY --from=build /src/dist/dfslim.js /src/dist/NOTICES.txt /usr/local/lib/dfslim/dist/
COPY --from=build /src/dist/parts /usr/local/lib/dfslim/dist/parts/
WORKDIR /work
ENTRYPOINT ["node", "/usr/local/lib/dfslim/dist/dfslim.js"]
