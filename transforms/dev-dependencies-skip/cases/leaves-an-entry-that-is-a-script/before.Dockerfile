FROM node:22
WORKDIR /app
COPY . .
RUN npm ci
ENTRYPOINT ["./entrypoint.sh"]
CMD ["node", "app.js"]
