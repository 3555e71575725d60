FROM node:22-bookworm
RUN curl -fsSL https://example.com/setup | bash -
CMD ["node", "--version"]
