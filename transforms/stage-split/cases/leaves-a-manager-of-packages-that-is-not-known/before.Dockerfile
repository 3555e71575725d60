FROM node:20
WORKDIR /app
COPY . .
RUN pnpm install
RUN pnpm run build
CMD ["npm", "start"]
