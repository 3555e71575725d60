FROM node:22
COPY prisma /app/prisma
CMD ["node", "/app/index.js"]
