FROM node:22
WORKDIR /app
RUN curl -fsSLo words.txt https://example.com/words.txt
RUN npm run build
RUN rm words.txt
